import type { TerminationReason } from "../../shared/cases/lifecycle.ts";
import { COMPONENT_NAMES } from "../../shared/debts/componentNames.ts";
import type { ContactOutcome, ContactPoint } from "../../shared/outreach/contactLimits.ts";
import type { LineAnswer, LineState } from "../../shared/debts/lineAnswer.ts";
import type { Disclosure } from "../../shared/journal/audience.ts";
import type { BorrowerReport, JournalActor } from "../../shared/journal/events.ts";
import type { LenderType } from "../../shared/law/lenderType.ts";
import type { ReportReason, RequestKind } from "../../shared/rooms/safety.ts";
import type { ScheduleFamily } from "../../shared/plans/terms.ts";

const party: Record<JournalActor["party"], string> = {
  borrower: "借款人",
  platform: "平台",
  mediator: "调解员",
  centre: "调解组织",
  lawyer: "律师",
  system: "系统",
};
const lenderType: Record<LenderType, string> = {
  bank: "银行",
  consumer_finance: "消费金融公司",
  microloan: "小额贷款公司",
  private: "民间借贷",
};
const reason: Record<TerminationReason, string> = {
  out_of_scope: "不属于受理范围",
  declined_by_borrower: "借款人不同意调解",
  declined_by_platform: "平台不同意调解",
  unreachable: "联系不上借款人",
  no_answer_in_time: "期限内没有答复",
  impasse: "协商不成",
  withdrawn_by_platform: "平台退出调解",
  withdrawn_by_borrower: "借款人退出调解",
  expired: "调解期限届满",
};
/** As the certificate says it: it names no side. */
const certificateReason: Record<TerminationReason, string> = {
  out_of_scope: "该纠纷不属于本调解组织的受理范围",
  declined_by_borrower: "一方当事人不同意进行调解",
  declined_by_platform: "一方当事人不同意进行调解",
  unreachable: "未能与一方当事人取得联系",
  no_answer_in_time: "一方当事人未在期限内答复是否参加调解",
  impasse: "双方当事人未能达成调解协议",
  withdrawn_by_platform: "一方当事人退出调解",
  withdrawn_by_borrower: "一方当事人退出调解",
  expired: "调解期限届满，双方当事人未达成调解协议",
};
const report: Record<BorrowerReport, string> = {
  not_my_debt: "这不是我的债务",
  wrong_number: "号码不对",
  need_help: "我需要帮助",
};
const request: Record<RequestKind, string> = { pause: "暂停", mediator_alone: "与调解员单独谈" };
const reportReason: Record<ReportReason, string> = {
  insult: "辱骂、贬低",
  threat: "威胁、恐吓",
  private_matter: "泄露隐私",
  other: "其他",
};
const answer: Record<LineAnswer, string> = { open: "未答复", confirmed: "已确认", disputed: "有异议" };
const lineState: Record<LineState, string> = { open: "待确认", agreed: "双方一致", contested: "有争议" };
const contactPoint: Record<ContactPoint, string> = { phone: "手机", alt_phone: "备用电话" };
const contactOutcome: Record<ContactOutcome, string> = { answered: "已接通", unanswered: "未接通" };
const disclosure: Record<Disclosure, string> = {
  shareable: "可用于诉讼",
  without_prejudice: "仅用于调解",
  mediator_private: "调解员自用",
};
const family: Record<ScheduleFamily, string> = {
  lump_sum: "一次性结清",
  level: "等额分期（不计新利息）",
  equal_instalment: "等额本息",
  equal_principal: "等额本金",
  stepped: "阶梯还款",
  balloon: "分期加尾款",
  irregular: "按约定日期（发薪日、季节）",
};

/** Words of the domain that several pages use. */
export const words = {
  party,
  component: COMPONENT_NAMES,
  lenderType,
  reason,
  certificateReason,
  report,
  request,
  reportReason,
  answer,
  lineState,
  contactPoint,
  contactOutcome,
  noTier: "未分级",
  disclosure,
  family,
  named: "{{name}}（{{role}}）",
  total: "合计",
  case: "案件",
  borrower: "借款人",
  platform: "平台",
  mediator: "调解员",
  stage: "阶段",
  amount: "金额",
  status: "状态",
  optional: "{{label}}（选填）",
  required: "请填写",
  note: "说明",
  actions: "操作",
  openCase: "查看案件",
  enterRoom: "进入调解室",
  paused: "已暂停",
  debts_other: "{{count}} 笔债务",
};
