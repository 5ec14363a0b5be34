import { mayRead } from "../../shared/journal/audience.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { fen } from "../../shared/money/fen.ts";
import { chineseDate } from "../pdf/chineseText.ts";
import { KIND_WORDS } from "../../shared/seal/sentences.ts";

const PARTIES: Record<string, string> = { borrower: "借款人", platform: "平台", mediator: "调解员" };
const STAGES: Record<string, string> = {
  intake: "受理审查",
  invited: "已发出邀请",
  preparing: "准备",
  negotiating: "协商",
  signing: "签署",
  performing: "履行",
  breached: "违约",
  terminated: "已终止",
  escalated: "法律程序",
  completed: "已结清",
  closed: "已结案",
};

export function stageName(stage: string): string {
  return STAGES[stage] ?? stage;
}

/**
 * What an event says in the record of the file, or null where it does not belong there. Only what the mediator and the centre may both
 * read gets so far: words said in mediation have no sentence here, whatever their labels.
 */
export function recordText(event: JournalEvent): string | null {
  if (!mayRead("mediator", event) || !mayRead("centre", event)) return null;
  switch (event.type) {
    case "case.created":
      return `提交案件，涉及债务${event.payload.debts}笔，共${formatYuan(fen(event.payload.claimedFen))}元`;
    case "case.accepted":
      return "受理案件";
    case "case.stageChanged":
      return `案件由“${stageName(event.payload.from)}”进入“${stageName(event.payload.to)}”`;
    case "case.paused":
      return "暂停调解";
    case "case.resumed":
      return "恢复调解";
    case "case.terminated":
      return "终止调解";
    case "certificate.issued":
      return "出具调解终止证明";
    case "document.timestamped":
      return `${KIND_WORDS.zh[event.payload.kind]}补加可信时间戳`;
    case "appointment.proposed":
      return `提名${event.payload.mediatorName}为调解员`;
    case "appointment.declared":
      return event.payload.hasConflict ? "声明存在利益冲突" : "声明无利益冲突";
    case "case.mediatorAppointed":
      return `${event.payload.mediatorName}担任调解员`;
    case "borrower.identified":
      return "借款人通过验证码和证件号码核验身份";
    case "party.consented":
      return `${PARTIES[event.payload.party] ?? ""}同意调解`;
    case "party.declined":
      return `${PARTIES[event.payload.party] ?? ""}不同意继续调解`;
    case "agreement.sealed":
      return `调解协议书${event.payload.number}盖章生效`;
    case "factRecord.sealed":
      return `双方签署无争议事实记录${event.payload.number}，载明事实${event.payload.count}项`;
    case "agreement.superseded":
      return `调解协议书${event.payload.number}由${event.payload.byNumber}取代`;
    case "amendment.begun":
      return `就调解协议书${event.payload.number}重新协商`;
    case "payment.recorded":
      return `登记收款${formatYuan(fen(event.payload.fen))}元`;
    case "plan.breached":
      return `认定第${event.payload.instalmentNo}期违约，逾期${formatYuan(fen(event.payload.overdueFen))}元`;
    case "plan.cured":
      return "逾期款项已补足";
    case "plan.completed":
      return "协议款项全部付清";
    case "completion.issued":
      return `出具结清证明${event.payload.number}`;
    case "confirmation.prepared":
      return `拟定司法确认申请书，拟向${event.payload.court}申请`;
    case "confirmation.signed":
      return `${PARTIES[event.payload.party] ?? ""}签署司法确认申请书`;
    case "confirmation.sealed":
      return "司法确认申请书加盖印章";
    case "confirmation.filed":
      return `${chineseDate(event.payload.filedOn)}提交司法确认申请，案号${event.payload.courtCaseNumber}`;
    case "confirmation.concluded":
      return event.payload.outcome === "confirmed" ? "人民法院裁定调解协议有效" : "人民法院裁定驳回申请";
    case "confirmation.withdrawn":
      return "不再申请司法确认";
    default:
      return null;
  }
}
