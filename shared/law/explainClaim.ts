import { formatYuan } from "../money/formatYuan.ts";
import type { CapCheck, CapPart } from "./capCheck.ts";
import type { CapEffect } from "./capRules.ts";
import type { ClaimCheck } from "./contractCheck.ts";
import { needsConfirmation } from "./rule.ts";

/** One sentence in each language of the product. */
export type Explanation = { zh: string; en: string };

const EFFECTS: Record<CapEffect, Explanation> = {
  void_above: { zh: "超出部分不予支持", en: "a court does not support the excess" },
  reduced_on_request: {
    zh: "经借款人请求，超出部分予以调减",
    en: "the excess is reduced when the borrower asks for it",
  },
  judicial_discretion: { zh: "超出部分法院可酌情调减", en: "a court may reduce the excess" },
};
const CONFIRM: Explanation = { zh: "规则待法律顾问确认。", en: " The rule is to be confirmed by counsel." };

/** The check of a claim in words: what was claimed, over which days, what the rule allows, and how sure we are of it. */
export function explainClaim(claim: ClaimCheck): Explanation {
  switch (claim.status) {
    case "measured":
      return explainCap(claim.check);
    case "no_fixed_cap":
      return {
        zh: `信用卡息费没有固定上限，法院可酌情调减（${claim.rule.source}）。`,
        en: `Credit cards have no fixed cap; a court may reduce charges (${claim.rule.source}).`,
      };
    case "no_rule":
      return {
        zh: "没有适用于该日期的规则，未核对。",
        en: "No rule is known for these dates; not checked.",
      };
    case "not_enough_data":
      return {
        zh: "放款日或者逾期日不明，未能核对。",
        en: "The day of disbursement or of default is not known; not checked.",
      };
  }
}

function explainCap(check: CapCheck): Explanation {
  const claimed = formatYuan(check.claimedFen);
  const allowed = formatYuan(check.allowedFen);
  const difference = formatYuan(check.differenceFen);
  const over = check.differenceFen > 0;
  const confirm = needsConfirmation(check) ? CONFIRM : { zh: "", en: "" };
  const zhParts = check.parts.map(partZh).join("；");
  const enParts = check.parts.map(partEn).join("; ");
  const effect = EFFECTS[check.effect];
  const zhResult = over ? `超出${difference}元，${effect.zh}` : "没有超出";
  const enResult = over ? `¥${difference} above it, where ${effect.en}` : "not above it";
  return {
    zh: `利息、违约金和费用合计${claimed}元；${zhParts}，上限${allowed}元；${zhResult}。${confirm.zh}`,
    en: `Interest, penalty and fees together are ¥${claimed}; ${enParts}, a cap of ¥${allowed}; ${enResult}.${confirm.en}`,
  };
}

function partZh({ period, annualPercent }: CapPart): string {
  return `自${period.from}起${period.days}日按年${annualPercent}%计`;
}

function partEn({ period, annualPercent }: CapPart): string {
  return `${annualPercent} % a year for ${period.days} days from ${period.from}`;
}
