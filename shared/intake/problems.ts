import { fieldLabel, type IntakeLocale } from "./fields.ts";
import type { ProblemCode } from "./readValue.ts";
import type { RowProblem } from "./row.ts";

type Text = Readonly<Record<IntakeLocale, string>>;

const TEXTS: Record<ProblemCode, Text> = {
  required: { zh: "不能为空", en: "must not be empty" },
  too_long: { zh: "不能超过 {max} 个字符", en: "must not be longer than {max} characters" },
  control_character: { zh: "含有不可见的控制字符", en: "contains invisible control characters" },
  formula: {
    zh: "以公式符号（= + - @）开头，不能作为文本",
    en: "starts like a spreadsheet formula (= + - @)",
  },
  character_lost: {
    zh: "有字符丢失或被遮盖（? * □），请填写完整",
    en: "has characters that were lost or masked (? * □); give it in full",
  },
  digits_lost: {
    zh: "被表格软件改写成了科学计数法，部分数字已丢失；请将该列设为文本后重新导出",
    en: "was turned into scientific notation by a spreadsheet and lost digits; export the column as text",
  },
  money_format: {
    zh: "不是能确定读出的金额；请写成 12345.60 或 12,345.60",
    en: "is not an amount that can be read for certain; write 12345.60 or 12,345.60",
  },
  money_negative: { zh: "金额不能为负数", en: "an amount must not be negative" },
  money_decimals: { zh: "金额最多两位小数", en: "an amount has at most two decimals" },
  money_too_large: { zh: "金额不能超过 {maxYuan} 元", en: "an amount must not exceed {maxYuan} yuan" },
  date_format: {
    zh: "不是能确定读出的日期；请写成 2024-03-15 或 20240315",
    en: "is not a date that can be read for certain; write 2024-03-15 or 20240315",
  },
  date_not_real: { zh: "日历上没有这一天", en: "is not a day of the calendar" },
  phone_format: {
    zh: "不是中国大陆手机号（1 开头的 11 位数字）",
    en: "is not a mainland China mobile number",
  },
  phone_length: { zh: "手机号应为 11 位数字，现为 {digits} 位", en: "must have 11 digits, not {digits}" },
  id_format: {
    zh: "身份证号应为 18 位（前 17 位数字）",
    en: "must be 18 characters, the first 17 of them digits",
  },
  id_old_format: {
    zh: "15 位旧身份证号已停用，请提供 18 位号码",
    en: "is a 15-digit number, no longer valid; give the 18-character one",
  },
  id_birth_date: { zh: "身份证号中的出生日期不存在", en: "contains a birth date that does not exist" },
  id_checksum: {
    zh: "身份证号校验码不正确，请核对号码",
    en: "has a wrong check character; verify the number",
  },
  percent_format: {
    zh: "不是能确定读出的百分数；请写成 12.78（表示 12.78%）",
    en: "is not a percentage that can be read for certain; write 12.78 for 12.78%",
  },
  percent_range: { zh: "百分数应在 0 到 100 之间", en: "must be between 0 and 100 percent" },
  count_format: { zh: "应为整数", en: "must be a whole number" },
  count_range: { zh: "应在 1 到 {max} 之间", en: "must be between 1 and {max}" },
  lender_type_unknown: {
    zh: "机构类型应为：商业银行、消费金融公司、小额贷款公司、其他",
    en: "must be one of 商业银行 (bank), 消费金融公司 (consumer finance), 小额贷款公司 (microloan), 其他 (other)",
  },
  email_format: { zh: "不是有效的邮箱地址", en: "is not an email address" },
  column_count: {
    zh: "本行有 {found} 列，表头有 {expected} 列；常见原因是金额中的逗号没有加引号",
    en: "this row has {found} cells, the header {expected}; often a comma in an amount without quotation marks",
  },
  overdue_after_as_of: { zh: "晚于数据日期 {asOf}", en: "is later than the data date {asOf}" },
  disbursed_after_as_of: { zh: "晚于数据日期 {asOf}", en: "is later than the data date {asOf}" },
  overdue_before_disbursed: {
    zh: "早于放款日期 {disbursedOn}，请核对",
    en: "is earlier than the disbursement on {disbursedOn}; please verify",
  },
  nothing_owed: {
    zh: "本金、利息、罚息、费用均为 0，没有欠款",
    en: "nothing is owed: all four components are zero",
  },
  duplicate_contract: {
    zh: "合同编号与第 {firstLine} 行重复",
    en: "the same contract number is already on line {firstLine}",
  },
  conflicting_person: {
    zh: "与第 {firstLine} 行是同一身份证号，但姓名或手机号不同，请核对",
    en: "differs from line {firstLine}, which has the same ID number; verify name and number",
  },
  as_of_in_future: { zh: "晚于今天 {today}", en: "is later than today, {today}" },
  already_imported: { zh: "该合同已导入过", en: "this contract has been imported before" },
};

/** Why a value was refused, in a few words for the person who must correct it; field and value are shown beside it. */
export function describeProblem(problem: RowProblem, locale: IntakeLocale): string {
  const { code, params } = problem;
  return TEXTS[code][locale].replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(params[name] ?? ""));
}

/** The same with the column in front, for a place where it stands alone: `身份证号：校验码不正确`. */
export function describeProblemInFull(problem: RowProblem, locale: IntakeLocale): string {
  const reason = describeProblem(problem, locale);
  if (problem.field === null) return reason;
  const column = problem.header === "" ? fieldLabel(problem.field, locale) : problem.header;
  return locale === "zh" ? `${column}：${reason}` : `${column}: ${reason}`;
}
