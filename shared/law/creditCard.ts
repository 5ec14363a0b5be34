import type { DatedRule } from "./rule.ts";
import type { LenderType } from "./lenderType.ts";

/** Credit cards have no fixed cap; `productWords` in a bank's product name tell that it is one. */
export type CreditCardRule = { productWords: readonly string[] };

export const CREDIT_CARD_RULE: DatedRule<CreditCardRule> = {
  id: "credit-card-2021",
  rule: "信用卡息费：无固定上限，法院可酌情调减；未提示说明的条款可不成为合同内容",
  from: "2021-05-25",
  value: { productWords: ["信用卡", "贷记卡"] },
  source: "银行卡民事纠纷规定（法释〔2021〕10号）第2条",
  confidence: "RECALLED",
};

/** Whether a contract is a bank's credit card, judged by what its product is called. */
export function isCreditCard(
  contract: { lenderType: LenderType; product: string | null },
  rule: DatedRule<CreditCardRule>,
): boolean {
  if (contract.lenderType !== "bank" || contract.product === null) return false;
  const { product } = contract;
  return rule.value.productWords.some((word) => product.includes(word));
}
