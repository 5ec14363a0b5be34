import type { AgreedSection } from "../../shared/agreements/clauses.ts";
import type { RepresentativeKind } from "../../shared/agreements/facts.ts";
import type { DayCount } from "../../shared/money/dayCount.ts";
import type { Component } from "../../shared/plans/statement.ts";
import { chineseNumber } from "../pdf/chineseText.ts";

/** Headings, table headers and short words of the agreement, which the centre does not edit. */
export interface AgreementLabels {
  title: string;
  number: (number: string, caseNumber: string) => string;
  headings: { parties: string; facts: string; agreed: string; performance: string };
  clause: (no: number, title: string) => string;
  clauses: Record<AgreedSection, string>;
  partyA: string;
  partyB: string;
  creditCode: string;
  signatory: string;
  authority: string;
  seat: string;
  telephone: string;
  sex: string;
  sexes: { male: string; female: string };
  ethnicity: string;
  age: string;
  ageAndBirth: (age: number, born: string) => string;
  occupation: string;
  idNumber: string;
  address: string;
  representative: Record<RepresentativeKind, string>;
  powerOfAttorney: (grantedOn: string) => string;
  capacity: (kind: string, power: string | null) => string;
  authorityOf: (grantedOn: string) => string;
  /** One on file: its number and the days it holds. */
  registeredAuthority: (given: { number: string; from: string; to: string | null }) => string;
  organisation: string;
  contractNumber: string;
  lender: string;
  product: string;
  disbursedOn: string;
  disbursed: string;
  overdueSince: string;
  notStated: string;
  components: Record<Component, string>;
  component: string;
  waived: string;
  total: string;
  no: string;
  due: string;
  ofDebt: string;
  ofInterest: string;
  payable: string;
  balance: string;
  downPayment: string;
  rhythm: { monthly: string; months: (n: number) => string; days: (n: number) => string };
  dayCounts: Record<DayCount, string>;
  accountName: string;
  bank: string;
  accountNumber: string;
}

export const LABELS_ZH: AgreementLabels = {
  title: "调解协议书",
  number: (number, caseNumber) => `编号：${number}　　案件号：${caseNumber}`,
  headings: {
    parties: "当事人",
    facts: "纠纷主要事实、争议事项",
    agreed: "经调解，双方当事人自愿达成如下协议",
    performance: "履行方式、时限",
  },
  clause: (no, title) => `第${chineseNumber(no)}条　${title}`,
  clauses: {
    debts: "欠款的确认",
    waivers: "减免",
    payment: "还款安排",
    early: "提前、部分和未按期付款",
    grace: "宽限期",
    breach: "逾期的责任",
    allocation: "清偿顺序",
    credit: "征信信息",
    collection: "停止催收",
    service: "送达地址确认",
    prejudice: "调解中陈述的效力",
    signing: "签署方式",
    effect: "协议的效力",
  },
  partyA: "甲方",
  partyB: "乙方",
  creditCode: "统一社会信用代码",
  signatory: "签署代表",
  authority: "授权",
  seat: "住所",
  telephone: "联系电话",
  sex: "性别",
  sexes: { male: "男", female: "女" },
  ethnicity: "民族",
  age: "年龄",
  ageAndBirth: (age, born) => `${age}岁（${born}出生）`,
  occupation: "职业",
  idNumber: "公民身份号码",
  address: "住址",
  representative: { statutory: "法定代理人", entrusted: "委托代理人" },
  powerOfAttorney: (grantedOn) => `特别授权，授权委托书${grantedOn}出具`,
  capacity: (kind, power) => (power === null ? kind : `${kind}（${power}）`),
  authorityOf: (grantedOn) => `特别授权（有权代为承认、放弃、变更请求，进行和解），${grantedOn}出具`,
  registeredAuthority: ({ number, from, to }) =>
    `特别授权（有权代为承认、放弃、变更请求，进行和解），授权书编号${number}，自${from}起${to === null ? "有效" : `至${to}有效`}`,
  organisation: "调解组织",
  contractNumber: "合同编号",
  lender: "放款机构",
  product: "产品",
  disbursedOn: "放款日期",
  disbursed: "放款金额",
  overdueSince: "逾期起始日",
  notStated: "未载明",
  components: { principal: "本金", interest: "利息", penalty: "违约金\n（罚息）", fee: "费用" },
  component: "科目",
  waived: "减免金额（元）",
  total: "合计",
  no: "期数",
  due: "应还日期",
  ofDebt: "其中：\n欠款",
  ofInterest: "其中：\n约定利息",
  payable: "应还金额",
  balance: "剩余欠款",
  downPayment: "首付款",
  rhythm: { monthly: "每月一期。", months: (n) => `每${n}个月一期。`, days: (n) => `每${n}日一期。` },
  dayCounts: {
    "30/360": "每月按30日、每年按360日计算",
    "act/365": "按实际天数、每年按365日计算",
    "act/360": "按实际天数、每年按360日计算",
    "act/act": "按实际天数、平年365日闰年366日计算",
  },
  accountName: "账户名称",
  bank: "开户银行",
  accountNumber: "账号",
};

export const LABELS_EN: AgreementLabels = {
  title: "Mediation Settlement Agreement",
  number: (number, caseNumber) => `No. ${number}    Case ${caseNumber}`,
  headings: {
    parties: "Parties",
    facts: "Main facts and matters in dispute",
    agreed: "Through mediation the parties have of their own will agreed as follows",
    performance: "Manner and time of performance",
  },
  clause: (no, title) => `Clause ${no}  ${title}`,
  clauses: {
    debts: "Confirmation of the debt",
    waivers: "Release",
    payment: "Payment",
    early: "Early, partial and missed payments",
    grace: "Days of grace",
    breach: "Late payment",
    allocation: "Order of allocation",
    credit: "Credit reporting",
    collection: "End of collection",
    service: "Addresses for service",
    prejudice: "Effect of statements made in mediation",
    signing: "Manner of signing",
    effect: "Effect of the agreement",
  },
  partyA: "Party A",
  partyB: "Party B",
  creditCode: "Unified social credit code",
  signatory: "Signatory",
  authority: "Authority",
  seat: "Seat",
  telephone: "Telephone",
  sex: "Sex",
  sexes: { male: "male", female: "female" },
  ethnicity: "Ethnicity",
  age: "Age",
  ageAndBirth: (age, born) => `${age} (born ${born})`,
  occupation: "Occupation",
  idNumber: "Identity number",
  address: "Address",
  representative: { statutory: "Statutory representative", entrusted: "Agent" },
  powerOfAttorney: (grantedOn) => `special authority, power of attorney of ${grantedOn}`,
  capacity: (kind, power) => (power === null ? kind : `${kind} (${power})`),
  authorityOf: (grantedOn) =>
    `Special authority (to admit, waive and change claims and to settle), ${grantedOn}`,
  registeredAuthority: ({ number, from, to }) =>
    `Special authority (to admit, waive and change claims and to settle), No. ${number}, from ${from}${to === null ? "" : ` until ${to}`}`,
  organisation: "Mediation organisation",
  contractNumber: "Contract No.",
  lender: "Lender",
  product: "Product",
  disbursedOn: "Paid out on",
  disbursed: "Paid out",
  overdueSince: "Overdue since",
  notStated: "not stated",
  components: { principal: "Principal", interest: "Interest", penalty: "Penalty", fee: "Fees" },
  component: "Component",
  waived: "Released (yuan)",
  total: "Total",
  no: "No.",
  due: "Due on",
  ofDebt: "of which\ndebt",
  ofInterest: "of which\ninterest",
  payable: "Payable",
  balance: "Remaining",
  downPayment: "Down",
  rhythm: {
    monthly: "One instalment a month.",
    months: (n) => `One instalment every ${n} months.`,
    days: (n) => `One instalment every ${n} days.`,
  },
  dayCounts: {
    "30/360": "30 days a month and 360 days a year",
    "act/365": "actual days, 365 days a year",
    "act/360": "actual days, 360 days a year",
    "act/act": "actual days, 365 or in leap years 366 days a year",
  },
  accountName: "Account name",
  bank: "Bank",
  accountNumber: "Account number",
};
