import type { ConfirmationStatus } from "../../shared/confirmations/lifecycle.ts";
import type { CourtBasis } from "../../shared/law/judicialConfirmation.ts";

const status: Record<ConfirmationStatus, string> = {
  open: "尚未申请",
  preparing: "等待双方签署",
  signed: "已签署，待提交",
  filed: "法院审查中",
  confirmed: "确认有效",
  refused: "驳回申请",
  withdrawn: "不再申请",
};
const basis: Record<CourtBasis, string> = {
  inviting_court: "邀请调解的法院",
  borrower_domicile: "借款人住所地",
  platform_domicile: "平台住所地",
  organisation_place: "调解组织所在地",
};

/** The court is asked to confirm an agreement. */
export const confirmations = {
  title: "司法确认",
  intro: "双方可以自协议生效之日起 {{days}} 日内共同申请。不收取费用；法院裁定有效后可以申请强制执行。",
  none: "还没有可以申请确认的协议",
  noneText: "协议盖章生效后，可以在这里准备司法确认。",
  status,
  basis,
  deadline: "申请期限",
  effectiveOn: "协议生效日",
  daysLeft_other: "还有 {{count}} 天",
  lastDay: "今天是最后一天",
  over: "期限已过",
  overText: "自协议生效之日起的申请期限已于 {{date}} 届满，不能再向法院申请确认。协议的约束力不受影响。",
  provisional: "该年度节假日尚未公布，日期可能顺延",
  rule: "依据",
  agreement: "调解协议",
  court: "申请法院",
  courtHint: "例如：杭州市上城区人民法院",
  courtBasis: "管辖依据",
  prepare: "拟定申请书",
  prepareAgain: "更换法院，重新拟定",
  prepareAgainText: "已有的签名将作废，双方需要重新签署。",
  prepared: "申请书已拟定，双方可以签署",
  application: "申请书（PDF）",
  bundle: "全部申请材料（PDF）",
  signatures: "双方签署",
  notSigned: "未签署",
  look: "查看进展",
  sign: "签署申请书",
  signTitle: "签署司法确认申请书",
  signed: "申请书已签署",
  file: "登记提交",
  fileTitle: "登记已提交法院",
  filed: "已登记提交",
  filedOn: "提交日期",
  courtCaseNumber: "法院案号",
  courtCaseNumberHint: "例如：（2026）浙0102民特123号",
  conclude: "登记结果",
  concludeTitle: "登记法院裁定",
  concluded: "裁定已登记",
  concludedOn: "裁定日期",
  outcome: "结果",
  ruling: "裁定书",
  rulingChoose: "选择裁定书文件",
  rulingHint: "PDF 或图片",
  rulingNeeded: "请选择裁定书文件",
  withdraw: "不再申请",
  withdrawAsk: "确定不再申请司法确认？协议仍然有效。",
  withdrawn: "已登记不再申请",
};

/** The mediation file. */
export const caseFile = {
  title: "调解卷宗",
  intro: "按卷宗顺序汇集本案材料，仅供调解员和调解组织内部使用；不含单方会谈和调解中的陈述。",
  make: "制作卷宗",
  makeAgain: "重新制作",
  making: "正在制作：{{done}} / {{total}}",
  waiting: "等待制作",
  madeOn: "制作于",
  pages: "共 {{count}} 页",
  download: "下载卷宗（PDF）",
  failed: "没有制作成功",
  failure: {
    too_large: "材料太多：最多 {{most}} 页，请联系管理员",
    too_many_bytes: "材料太大：最多 {{most}} MB",
    exhibit_unreadable: "证据“{{name}}”无法读取",
    document_failed: "生成文件时出错，请重试",
  },
  started: "已开始制作",
};

/** An agreement in force goes back to the table. */
export const amendments = {
  begin: "协商变更",
  beginAsk: "双方将就剩余款项重新协商；在新协议生效前，原协议继续有效，借款人可以照常还款。",
  begun: "已回到协商",
  keep: "继续履行原协议",
  keepAsk: "结束变更协商，原协议照旧履行？",
  kept: "原协议继续履行",
  open: "正在协商变更协议 {{number}}，原协议在新协议生效前继续有效。",
  superseded: "效力",
  supersededBy: "已由新协议取代",
  supersedes: "取代的协议",
};

export const completion = {
  title: "结清证明",
  text: "协议款项已全部付清。",
  number: "编号",
  code: "核验码",
  download: "下载结清证明",
  pending: "结清证明正在生成，请稍后刷新。",
};
