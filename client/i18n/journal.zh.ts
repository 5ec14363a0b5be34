import type { EventType } from "../../shared/journal/events.ts";

type Group<T extends string> = T extends `${infer G}.${string}` ? G : never;
type NameIn<G extends string, T extends string> = T extends `${G}.${infer N}` ? N : never;

/** One sentence for each event type; a new type without a sentence does not compile. */
type Sentences = { [G in Group<EventType>]: Record<NameIn<G, EventType>, string> };

const event: Sentences = {
  case: {
    created: "建立案件 {{number}}：{{debts}} 笔债务，共 {{claimedFen}}",
    debtAdded: "案件增加一笔债务，合同 {{contractNumber}}，{{claimedFen}}",
    accepted: "受理案件",
    stageChanged: "案件从“{{from}}”进入“{{to}}”",
    paused: "暂停案件",
    resumed: "恢复案件",
    terminated: "终止调解：{{reason}}",
    terminationNoted: "记下终止备注：{{note}}",
    mediatorAppointed: "成为本案调解员",
  },
  certificate: { issued: "出具调解终止证明" },
  appointment: {
    proposed: "提名 {{mediatorName}} 为调解员（此前办过该平台案件 {{priorCases}} 件）",
    declared: "声明{{conflict}}：{{statement}}",
  },
  notice: { issued: "发出通知：{{noticeKind}}" },
  invitation: { opened: "邀请被打开" },
  borrower: {
    identified: "通过验证码和证件号确认了身份",
    identificationFailed: "身份验证未通过，还可尝试 {{triesLeft}} 次",
    reported: "反映“{{report}}”：{{note}}",
  },
  party: {
    consented: "同意调解",
    declined: "不参加调解",
    declineExplained: "说明不参加的原因：{{note}}",
  },
  statement: { lineAnswered: "对一项欠款的答复：{{answer}}{{reason}}" },
  capacity: {
    submitted: "提交了收支情况",
    lineVerified: "核对收支表的一行：{{line}}，{{evidence}}",
    shared: "告知平台：每月最多可以还 {{perMonthFen}}",
  },
  member: {
    joined: "加入调解室",
    left: "离开调解室",
    removed: "将 {{name}} 请出调解室",
  },
  message: { posted: "在{{channel}}留言：{{text}}" },
  offer: {
    drafted: "拟了一份方案，等待审批",
    approvalAnswered: "{{approved}}：{{forWhat}}{{note}}",
    approvalRequested: "提交审批：{{forWhat}}",
    put: "提出方案 {{number}}，共还 {{totalFen}}",
    withdrawn: "撤回方案 {{number}}",
    declined: "没有接受方案 {{number}}",
    expired: "方案 {{number}} 到期失效",
    accepted: "接受方案 {{number}}",
  },
  agreement: {
    composed: "拟定调解协议 {{number}}",
    released: "审阅完毕，协议交各方签署",
    signed: "签署协议（{{method}}）",
    refused: "没有签署协议",
    refusalExplained: "说明不签署的原因：{{note}}",
    sealed: "协议 {{number}} 盖章生效，共 {{pageCount}} 页，{{totalFen}}",
  },
  payment: { recorded: "记录 {{paidOn}} 还款 {{fen}}" },
  plan: {
    breached: "认定违约：第 {{instalmentNo}} 期，逾期 {{overdueFen}}",
    cured: "逾期已补足，恢复履行",
    completed: "全部还清，共 {{totalFen}}",
  },
  exhibit: { added: "提交证据“{{name}}”", withdrawn: "撤回一份证据" },
  escalation: {
    requested: "申请转法律程序，委托 {{lawyerName}} 律师",
    sealed: "诉讼材料包封存，共 {{pageCount}} 页",
    opened: "打开了{{what}}",
    concluded: "法律程序结果：{{outcome}}",
  },
};

export const journal = {
  event,
  empty: "还没有记录",
  newestFirst: "最新的在前。每一条都写入案件日志，不能改动。",
  centreNote: "调解组织管理全部记录的顺序和完整性，但看不到调解中说的话。",
  sealedRow: "保密内容",
  sealedNote: "仅调解当事人可见",
  readableBy: "可见：{{parties}}",
  listSeparator: "、",
  conflictYes: "有利益冲突",
  conflictNo: "没有利益冲突",
  approvedYes: "批准",
  approvedNo: "不批准",
  forPut: "提出方案",
  forAccept: "接受方案",
  drawn: "手写签名",
  typed: "键入姓名",
  channel: {
    joint: "共同频道",
    caucus_borrower: "与借款人的单方会谈",
    caucus_platform: "与平台的单方会谈",
    mediator_notes: "调解员笔记",
  },
  opened: { page: "案件页面", packet: "材料包 PDF", zip: "材料包 ZIP" },
  seq: "第 {{seq}} 条",
  fingerprint: "指纹 {{hash}}",
};
