import { FIELDS, FIELD_NAMES, type Field } from "./fields.ts";

/**
 * A header reduced to what identifies it: full-width letters and brackets made plain, every kind of bracket
 * round, no byte-order mark, spaces, underscores or hyphens, lower case. `放款本金 （元）` becomes `放款本金(元)`.
 */
export function normaliseHeader(header: string): string {
  return header
    .normalize("NFKC")
    .replaceAll(/[【〔[]/gu, "(")
    .replaceAll(/[】〕\]]/gu, ")")
    .replaceAll(/[\s_\-\p{Cf}]/gu, "")
    .toLowerCase();
}

/** Header texts that can mean nothing else. Money may carry its unit; a percentage must, or 0.12 could be either. */
const NAMES: Record<Field, readonly string[]> = {
  product: ["产品", "产品名称", "业务品种", "贷款产品", "product", "productname"],
  contractNumber: [
    "合同编号",
    "合同号",
    "合同号码",
    "借款合同号",
    "借款合同编号",
    "贷款合同编号",
    "contractnumber",
    "contractno",
    "contractid",
  ],
  lenderName: ["放款机构", "出借人", "放款机构名称", "出借人名称", "贷款人", "lender", "lendername"],
  lenderType: ["机构类型", "放款机构类型", "出借人类型", "lendertype"],
  borrowerName: ["借款人姓名", "借款人", "客户姓名", "borrowername", "borrower", "customername"],
  idNumber: [
    "身份证号",
    "身份证号码",
    "证件号码",
    "证件号",
    "借款人身份证号",
    "idnumber",
    "idno",
    "idcardnumber",
  ],
  phone: [
    "手机号",
    "手机号码",
    "借款人手机号",
    "借款人手机",
    "本人手机号",
    "borrowerphone",
    "mobile",
    "mobilenumber",
  ],
  altPhone: [
    "备用电话",
    "备用手机",
    "备用手机号",
    "本人备用电话",
    "altphone",
    "alternativephone",
    "secondphone",
  ],
  email: ["邮箱", "电子邮箱", "邮箱地址", "电子邮件", "email", "emailaddress"],
  registeredAddress: ["户籍地址", "户籍所在地", "身份证地址", "registeredaddress"],
  residentialAddress: [
    "常住地址",
    "居住地址",
    "现住址",
    "现居住地址",
    "经常居住地",
    "residentialaddress",
    "homeaddress",
  ],
  disbursedOn: ["放款日期", "放款日", "借款日", "借款日期", "disbursedon", "disbursementdate"],
  disbursedFen: ["放款本金", "放款金额", "借款金额", "借款本金", "disbursedamount", "loanamount"],
  receivedFen: ["实际到账金额", "实际到账", "到账金额", "实收金额", "receivedamount", "amountreceived"],
  termCount: ["期数", "总期数", "期限(月)", "借款期限(月)", "贷款期限(月)", "termcount", "numberofterms"],
  annualRate: [
    "年化利率(%)",
    "年利率(%)",
    "执行年利率(%)",
    "annualrate(%)",
    "annualinterestrate(%)",
    "apr(%)",
  ],
  penaltyMarkup: ["罚息上浮(%)", "罚息上浮比例(%)", "penaltymarkup(%)"],
  principalFen: ["应还本金", "剩余本金", "未还本金", "欠付本金", "欠款本金", "principal", "principalowed"],
  interestFen: ["应还利息", "欠息", "未还利息", "欠付利息", "interest", "interestowed"],
  penaltyFen: ["应还罚息", "罚息", "未还罚息", "欠付罚息", "penalty", "penaltyowed", "penaltyinterest"],
  feeFen: ["应还费用", "其他费用", "未还费用", "欠付费用", "fee", "fees", "feesowed"],
  overdueSince: [
    "首次逾期日",
    "首次逾期日期",
    "逾期起始日",
    "逾期开始日期",
    "overduesince",
    "firstoverdueon",
  ],
  asOf: ["数据日期", "截至日期", "数据截至日", "数据截止日期", "asof", "asofdate", "dataasof"],
  repaidFen: ["已还总额", "已还金额", "累计已还", "累计还款", "repaid", "totalrepaid"],
  riskTier: [
    "风险等级",
    "风险分层",
    "风险分级",
    "客户风险等级",
    "资产分层",
    "risktier",
    "risklevel",
    "riskgrade",
  ],
  note: ["备注", "说明", "note", "notes", "remark", "remarks"],
};

/**
 * Headers that suggest a field without settling it. 联系电话 may be anybody's number, and a debt told to the wrong
 * person cannot be taken back; 联系地址 may be either address; a rate without its unit may be 12.78 or 0.1278.
 */
const HINTS: Readonly<Record<string, readonly Field[]>> = {
  联系电话: ["phone", "altPhone"],
  电话: ["phone", "altPhone"],
  电话号码: ["phone", "altPhone"],
  联系方式: ["phone", "altPhone"],
  phone: ["phone", "altPhone"],
  phonenumber: ["phone", "altPhone"],
  联系地址: ["residentialAddress", "registeredAddress"],
  地址: ["residentialAddress", "registeredAddress"],
  通讯地址: ["residentialAddress", "registeredAddress"],
  address: ["residentialAddress", "registeredAddress"],
  姓名: ["borrowerName"],
  name: ["borrowerName"],
  年化利率: ["annualRate"],
  年利率: ["annualRate"],
  执行年利率: ["annualRate"],
  利率: ["annualRate"],
  "利率(%)": ["annualRate"],
  annualrate: ["annualRate"],
  apr: ["annualRate"],
  rate: ["annualRate"],
  罚息上浮: ["penaltyMarkup"],
  罚息上浮比例: ["penaltyMarkup"],
  期限: ["termCount"],
  term: ["termCount"],
  机构: ["lenderName"],
  逾期日期: ["overdueSince"],
  逾期日: ["overdueSince"],
  日期: ["asOf"],
  本金: ["principalFen", "disbursedFen"],
  利息: ["interestFen"],
  费用: ["feeFen"],
};

const THIRD_PERSON =
  /紧急联系|第[一二三四五]联系人|^联系人|亲属|亲友|配偶|家属|同事|emergency|nextofkin|spouse|relative/u;

const FIELD_OF = new Map<string, Field>(
  FIELD_NAMES.flatMap((field) => {
    const units = FIELDS[field].kind === "money" ? ["", "(元)", "(yuan)", "(cny)", "(rmb)"] : [""];
    return NAMES[field].flatMap((name) => units.map((unit) => [name + unit, field] as const));
  }),
);

/** The field a header certainly names, or null. Takes a normalised header. */
export function fieldOfHeader(normalised: string): Field | null {
  return FIELD_OF.get(normalised) ?? null;
}

/** The fields a header may name, for a person to choose from; empty when nothing is suggested. Takes a normalised header. */
export function fieldsSuggestedBy(normalised: string): readonly Field[] {
  return Object.hasOwn(HINTS, normalised) ? (HINTS[normalised] ?? []) : [];
}

/**
 * True for a column about somebody other than the borrower. Such columns are never read: the purpose is reaching
 * the borrower, and what is not needed for the purpose is not collected (Personal Information Protection Law, art. 6).
 */
export function isThirdPersonHeader(normalised: string): boolean {
  return THIRD_PERSON.test(normalised);
}

/** Headings of the reasons column in the file of faulty rows; a corrected file may come back with it. */
export const REASONS_HEADER = { zh: "原因", en: "Reasons" } as const;

/** True for the column this program adds to a file of faulty rows. Takes a normalised header. */
export function isReasonsHeader(normalised: string): boolean {
  return normalised === REASONS_HEADER.zh || normalised === REASONS_HEADER.en.toLowerCase();
}
