import { Decimal } from "decimal.js";
import type { Fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
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
      return explainCap(claim.check, claim.preDeductedFen);
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

function explainCap(check: CapCheck, preDeductedFen: Fen): Explanation {
  const claimed = formatYuan(check.claimedFen);
  const allowed = formatYuan(check.allowedFen);
  const difference = formatYuan(check.differenceFen);
  const over = check.differenceFen > 0;
  const confirm = needsConfirmation(check) ? CONFIRM : { zh: "", en: "" };
  const zhParts = check.parts.map(partZh).join("；");
  const enParts = check.parts.map(partEn).join("; ");
  const effect = EFFECTS[check.effect];
  const deducted = explainDeduction(preDeductedFen);
  const unverified = explainUnverified(check.parts);
  const zhResult = over ? `超出${difference}元，${effect.zh}` : "没有超出";
  const enResult = over ? `¥${difference} above it, where ${effect.en}` : "not above it";
  return {
    zh: `利息、违约金和费用合计${claimed}元；${zhParts}，上限${allowed}元；${zhResult}。${deducted.zh}${unverified.zh}${confirm.zh}`,
    en: `Interest, penalty and fees together are ¥${claimed}; ${enParts}, a cap of ¥${allowed}; ${enResult}.${deducted.en}${unverified.en}${confirm.en}`,
  };
}

function partZh({ rule, period, annualPercent, lpr }: CapPart): string {
  const basis = lpr === null ? "" : `（${lpr.from}公布的一年期LPR ${percentOf(lpr.rate)}%${timesZh(rule)}）`;
  return `自${period.from}起${period.days}日按年${annualPercent}%${basis}计`;
}

function partEn({ rule, period, annualPercent, lpr }: CapPart): string {
  const basis =
    lpr === null ? "" : ` (${timesEn(rule)}the one-year LPR of ${percentOf(lpr.rate)} % from ${lpr.from})`;
  return `${annualPercent} % a year${basis} for ${period.days} days from ${period.from}`;
}

function timesZh({ value: { limit } }: CapPart["rule"]): string {
  return "multipleOfLpr" in limit ? `的${limit.multipleOfLpr}倍` : "";
}

function timesEn({ value: { limit } }: CapPart["rule"]): string {
  return "multipleOfLpr" in limit ? `${limit.multipleOfLpr} times ` : "";
}

function percentOf(rate: Rate): string {
  return new Decimal(rate).times(100).toFixed(2);
}

function explainDeduction(preDeductedFen: Fen): Explanation {
  if (preDeductedFen === 0) return { zh: "", en: "" };
  const amount = formatYuan(preDeductedFen);
  return {
    zh: `放款时预先扣除的利息${amount}元不计入本金。`,
    en: ` ¥${amount} of interest kept back when the loan was paid out is not counted as principal.`,
  };
}

/** An LPR of a day past the last verified publication may have been followed by another that nobody has entered. */
function explainUnverified(parts: readonly CapPart[]): Explanation {
  const late = parts.find(({ lpr }) => lpr?.verified === false)?.lpr;
  if (!late) return { zh: "", en: "" };
  return {
    zh: `LPR只核实到${late.verifiedThrough}，之后是否有新报价尚未核实。`,
    en: ` The LPR is verified through ${late.verifiedThrough} only; a later one may have been published.`,
  };
}
