/**
 * The rules of the catalogue are kept in the words of their sources. Here is what they say in English, for reading only; a rule
 * or a source that an administrator wrote is shown as written.
 */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  [
    "金融借款：合计超过年24%的部分，经借款人请求予以调减",
    "Financial loans: what exceeds 24% a year in all is reduced at the borrower's request",
  ],
  [
    "民间借贷利率上限：合同成立时一年期LPR的四倍",
    "Private lending: four times the one-year LPR of the day of the contract",
  ],
  ["民间借贷利率上限：年利率24%", "Private lending: 24% a year"],
  ["小额贷款综合成本：法院通常以年24%为限", "Microloans, cost in all: courts usually allow 24% a year"],
  [
    "小额贷款综合融资成本：超过年24%立即纠正",
    "Microloans, cost in all: above 24% a year to be corrected at once",
  ],
  [
    "信用卡息费：无固定上限，法院可酌情调减；未提示说明的条款可不成为合同内容",
    "Credit cards: no fixed cap, a court may reduce; terms not pointed out may not be part of the contract",
  ],
  ["法发〔2017〕22号第2条", "Supreme People's Court, Fa Fa (2017) No. 22, Art. 2"],
  ["民间借贷规定第25、28、29条", "Provisions on Private Lending, Arts. 25, 28, 29"],
  [
    "2015年民间借贷规定第26条，依现行规定第31条适用",
    "Provisions on Private Lending of 2015, Art. 26, applied by Art. 31 of those in force",
  ],
  [
    "审判实践；四倍LPR不适用见2021年批复",
    "Court practice; four times the LPR does not apply, see the reply of 2021",
  ],
  [
    "2025年12月小额贷款公司综合融资成本管理指引（据报道；2027年底前原则上降至四倍LPR以内）",
    "Guidelines on the financing cost of microloan companies, December 2025 (as reported; in principle within four times the LPR by the end of 2027)",
  ],
  [
    "银行卡民事纠纷规定（法释〔2021〕10号）第2条",
    "Provisions on Bank Card Disputes (Fa Shi (2021) No. 10), Art. 2",
  ],
  [
    "中国人民银行授权全国银行间同业拆借中心公布的一年期贷款市场报价利率",
    "One-year loan prime rate published by the National Interbank Funding Center",
  ],
  ["民法典第188、189、193条", "Civil Code, Arts. 188, 189, 193"],
  ["民法典第195条第1项", "Civil Code, Art. 195(1)"],
  ["民法典第195条第2项", "Civil Code, Art. 195(2)"],
  ["民法典第195条第3项", "Civil Code, Art. 195(3)"],
  ["民法典第561条", "Civil Code, Art. 561"],
  ["民间调解组织未必属于第12条所称的组织", "a private mediation body may not be one that Art. 12 means"],
  ["诉讼时效规定第12条", "Provisions on Limitation, Art. 12"],
  ["诉讼时效规定第14条", "Provisions on Limitation, Art. 14"],
  ["诉讼时效规定第8条第2项", "Provisions on Limitation, Art. 8(2)"],
  ["《诉讼费用交纳办法》第13、14、15、16条", "Measures on Court Costs, Arts. 13–16"],
  ["GB/T 45251-2025 个人消费类贷款催收", "GB/T 45251-2025, collection of consumer loans"],
  [
    "GB/T 45251-2025；中国银行业协会催收工作指引",
    "GB/T 45251-2025; China Banking Association, guidelines on collection",
  ],
  [
    "人民调解法第33条；民事诉讼法第205、206条",
    "People's Mediation Law, Art. 33; Civil Procedure Law, Arts. 205, 206",
  ],
]);

/** What a rule or a source says, in the reader's language where it is known. */
export function lawText(text: string, language: "zh" | "en"): string {
  return language === "en" ? (ENGLISH.get(text) ?? text) : text;
}
