export { CaseFile } from "./caseFile.entity.ts";
export { caseFileRoutes } from "./caseFile.routes.ts";
export { CASE_FILE_QUEUES, createCaseFiles } from "./createCaseFiles.ts";
