import type { stage as zh } from "./stage.zh.ts";
import type { Translation } from "./translation.ts";

export const stage: Translation<typeof zh> = {
  intake: "Intake",
  invited: "Invited",
  preparing: "Preparing",
  negotiating: "Negotiating",
  signing: "Signing",
  performing: "Performing",
  breached: "Breached",
  terminated: "Terminated",
  escalated: "Escalated",
  completed: "Completed",
  closed: "Closed",
};
