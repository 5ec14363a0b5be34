export { createFacts, FACT_QUEUES } from "./createFacts.ts";
export { Fact, FactRecord, FactRecordSignature } from "./fact.entity.ts";
export { factRoutes } from "./fact.routes.ts";
export type { RecordPapers } from "./recordPapers.service.ts";
