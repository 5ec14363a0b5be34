import { addDays, addMonthsAnchored, type LocalDate } from "../../shared/calendar/localDate.ts";
import { idCheckCharacter } from "../../shared/intake/values.ts";
import type { PlatformKey } from "./demoPeople.ts";

export type DemoDebt = {
  product: string;
  lender: keyof typeof LENDERS;
  principalYuan: number;
  ratePercent: number;
  overdueDays: number;
  feeYuan?: number;
};
/** Somebody who owes, as a lender's export states them. `age` is how many days ago the export came. */
export type DemoAccount = {
  platform: PlatformKey;
  age: number;
  name: string;
  sex: "男" | "女";
  born: LocalDate;
  address: string;
  home?: string;
  email?: string;
  /** The platform's own class of risk. */
  tier?: string;
  debts: DemoDebt[];
};

const LENDERS = {
  星汇消费金融有限公司: "消费金融公司",
  江南商业银行股份有限公司: "商业银行",
  云帆信贷服务有限公司: "小额贷款公司",
  重庆北川小额贷款有限公司: "小额贷款公司",
} as const;

const HEADERS = [
  "产品",
  "合同编号",
  "放款机构",
  "机构类型",
  "借款人姓名",
  "身份证号",
  "手机号",
  "邮箱",
  "户籍地址",
  "常住地址",
  "放款日期",
  "放款本金（元）",
  "期数",
  "年化利率（%）",
  "罚息上浮（%）",
  "应还本金",
  "应还利息",
  "应还罚息",
  "应还费用",
  "首次逾期日",
  "数据日期",
  "已还总额",
  "风险等级",
];

/** The export of one day, as CSV text. `place` numbers the people of the whole demonstration. */
export function demoExport(
  accounts: readonly { account: DemoAccount; place: number }[],
  asOf: LocalDate,
): string {
  const lines = accounts.flatMap(({ account, place }) =>
    account.debts.map((debt, index) => exportLine(account, place, debt, index, asOf)),
  );
  return `\uFEFF${[HEADERS, ...lines].map((cells) => cells.join(",")).join("\n")}\n`;
}

/** A fictional identity number: region 990101 does not exist. */
export function demoIdNumber({ born, sex }: DemoAccount, place: number): string {
  const serial = 100 + place * 2 + (sex === "男" ? 1 : 0);
  const body = `990101${born.replaceAll("-", "")}${serial}`;
  return body + idCheckCharacter(body);
}

function exportLine(
  account: DemoAccount,
  place: number,
  debt: DemoDebt,
  index: number,
  asOf: LocalDate,
): string[] {
  const overdueSince = addDays(asOf, -debt.overdueDays);
  const disbursedOn = addMonthsAnchored(overdueSince, -7);
  const disbursed = Math.ceil((debt.principalYuan * 1.45) / 100) * 100;
  const rate = debt.ratePercent / 100;
  const interest = (debt.principalYuan * rate * 75) / 365;
  const penalty = (debt.principalYuan * rate * 0.5 * debt.overdueDays) / 365;
  return [
    debt.product,
    contractNumber(account, place, index),
    debt.lender,
    LENDERS[debt.lender],
    account.name,
    demoIdNumber(account, place),
    `199000${String(10_000 + place * 7)}`,
    account.email ?? "",
    account.address,
    account.home ?? "",
    disbursedOn,
    disbursed.toFixed(2),
    "12",
    debt.ratePercent.toFixed(2),
    "50",
    debt.principalYuan.toFixed(2),
    interest.toFixed(2),
    penalty.toFixed(2),
    (debt.feeYuan ?? 0).toFixed(2),
    overdueSince,
    asOf,
    (disbursed - debt.principalYuan).toFixed(2),
    account.tier ?? "",
  ];
}

/** Looks like a lender's own numbering; unique by the person's place. */
export function contractNumber(account: DemoAccount, place: number, index: number): string {
  const prefix = account.platform === "xinghui" ? "XH" : "YF";
  return `${prefix}${account.born.slice(0, 4)}${String(100_000 + place * 137 + index * 11)}`;
}
