import type { CaseStage } from "../../shared/cases/lifecycle.ts";

/** The eleven stages of a case's life. */
export const stage: Record<CaseStage, string> = {
  intake: "受理审查",
  invited: "已发邀请",
  preparing: "调解准备",
  negotiating: "协商中",
  signing: "签署中",
  performing: "履行中",
  breached: "已违约",
  terminated: "调解终止",
  escalated: "已转法律程序",
  completed: "履行完毕",
  closed: "已结案",
};
