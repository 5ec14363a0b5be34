/** The languages in which the intake explains itself. */
export type IntakeLocale = "zh" | "en";

/** How the text of a cell is read; see values.ts. */
export type FieldKind =
  | "contractNumber"
  | "text"
  | "address"
  | "note"
  | "name"
  | "lenderType"
  | "idNumber"
  | "phone"
  | "email"
  | "date"
  | "money"
  | "percent"
  | "count";

type FieldDefinition = { kind: FieldKind; required: boolean; zh: string; en: string };

/**
 * Everything an overdue account can carry, in the order in which it is shown.
 * A required field must have a column in the file and a value in every row.
 */
export const FIELDS = {
  product: { kind: "text", required: true, zh: "产品", en: "Product" },
  contractNumber: { kind: "contractNumber", required: true, zh: "合同编号", en: "Contract number" },
  lenderName: { kind: "text", required: true, zh: "放款机构", en: "Lender" },
  lenderType: { kind: "lenderType", required: true, zh: "机构类型", en: "Lender type" },
  borrowerName: { kind: "name", required: true, zh: "借款人姓名", en: "Borrower's name" },
  idNumber: { kind: "idNumber", required: true, zh: "身份证号", en: "ID number" },
  phone: { kind: "phone", required: true, zh: "手机号", en: "Borrower's mobile number" },
  altPhone: { kind: "phone", required: false, zh: "备用电话", en: "Borrower's second number" },
  email: { kind: "email", required: false, zh: "邮箱", en: "Email" },
  registeredAddress: { kind: "address", required: false, zh: "户籍地址", en: "Registered address" },
  residentialAddress: { kind: "address", required: false, zh: "常住地址", en: "Residential address" },
  disbursedOn: { kind: "date", required: true, zh: "放款日期", en: "Disbursed on" },
  disbursedFen: { kind: "money", required: true, zh: "放款本金（元）", en: "Amount disbursed (yuan)" },
  receivedFen: { kind: "money", required: false, zh: "实际到账金额（元）", en: "Amount received (yuan)" },
  termCount: { kind: "count", required: false, zh: "期数", en: "Number of terms" },
  annualRate: { kind: "percent", required: true, zh: "年化利率（%）", en: "Annual rate (%)" },
  penaltyMarkup: { kind: "percent", required: false, zh: "罚息上浮（%）", en: "Penalty markup (%)" },
  principalFen: { kind: "money", required: true, zh: "应还本金（元）", en: "Principal owed (yuan)" },
  interestFen: { kind: "money", required: true, zh: "应还利息（元）", en: "Interest owed (yuan)" },
  penaltyFen: { kind: "money", required: true, zh: "应还罚息（元）", en: "Penalty owed (yuan)" },
  feeFen: { kind: "money", required: true, zh: "应还费用（元）", en: "Fees owed (yuan)" },
  overdueSince: { kind: "date", required: true, zh: "首次逾期日", en: "Overdue since" },
  asOf: { kind: "date", required: true, zh: "数据日期", en: "As of" },
  repaidFen: { kind: "money", required: false, zh: "已还总额（元）", en: "Repaid so far (yuan)" },
  riskTier: { kind: "text", required: false, zh: "风险等级", en: "Risk tier" },
  note: { kind: "note", required: false, zh: "备注", en: "Note" },
} as const satisfies Record<string, FieldDefinition>;

export type Field = keyof typeof FIELDS;

/** Every field, in display order. Object.keys loses the literal type; the object above is closed, so it is exact. */
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];

/** The field's name as a person reads it. */
export function fieldLabel(field: Field, locale: IntakeLocale): string {
  return FIELDS[field][locale];
}

/** True when `text` names a field; for mappings that come from outside. */
export function isField(text: string): text is Field {
  return Object.hasOwn(FIELDS, text);
}
