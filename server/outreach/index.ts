export { calendarText } from "./calendarEntry.ts";
export type { CaseNotices } from "./caseNotices.ts";
export { createOutreach, OUTREACH_QUEUES, type Outreach } from "./createOutreach.ts";
export { Invitation, Notice, OneTimeCode } from "./outreach.entity.ts";
export { outreachRoutes } from "./outreach.routes.ts";
