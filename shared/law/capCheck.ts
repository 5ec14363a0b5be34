import { type LocalDate, addDays, daysBetween } from "../calendar/localDate.ts";
import { type Fen, ZERO_FEN, fen, subFen, sumFen } from "../money/fen.ts";
import { type Fraction, fraction, multiplyFractions, takeShare } from "../money/fraction.ts";
import { rateFraction } from "../money/rate.ts";
import { CAP_RULES, type Cap, type CapEffect, PRIVATE_LENDING_REFORM } from "./capRules.ts";
import type { LenderType } from "./lenderType.ts";
import { type LprTable, ONE_YEAR_LPR, lprOn } from "./lpr.ts";
import { CONFIDENCES, type Confidence, type DatedRule, ruleOn } from "./rule.ts";

export type { CapEffect } from "./capRules.ts";

/**
 * A claim of `claimedFen` (interest, overdue interest, penalty and fees together) for `days` on `principalFen` really paid
 * out. Interest runs from `accruesFrom`, by default the contract's date; `assessedOn` is the day of filing, by default the end.
 */
export type CapQuestion = {
  lenderType: LenderType;
  contractDate: LocalDate;
  accruesFrom?: LocalDate;
  assessedOn?: LocalDate;
  days: number;
  principalFen: Fen;
  claimedFen: Fen;
};

/** Days from `from` up to, not including, `to`. */
export type CapPeriod = { from: LocalDate; to: LocalDate; days: number };

/** One stretch of the period under one rule; `annualPercent` is the cap in per cent a year, such as "13.8". */
export type CapPart = {
  rule: DatedRule<Cap>;
  period: CapPeriod;
  annualPercent: string;
  lpr: { from: LocalDate; rate: string; verified: boolean; verifiedThrough: LocalDate } | null;
  allowedFen: Fen;
};

/**
 * A cap check that explains itself. `rule` is the rule of the last part; `differenceFen` what the claim exceeds the cap by, 0
 * within it; `confidence` the weakest of all parts: anything but READ is "to be confirmed by counsel" and never blocks.
 */
export type CapCheck = {
  rule: DatedRule<Cap>;
  period: CapPeriod;
  parts: CapPart[];
  effect: CapEffect;
  claimedFen: Fen;
  allowedFen: Fen;
  differenceFen: Fen;
  confidence: Confidence;
};

/** Rules and rates a check is made by; administrators supply newer versions. */
export type CapSources = { rules: readonly DatedRule<Cap>[]; lpr: LprTable };

const SOURCES: CapSources = { rules: CAP_RULES, lpr: ONE_YEAR_LPR };

/**
 * Checks a claim against the cap for its lender and dates: simple interest, 365 days a year, half up to the fen. Null when no
 * rule is known for those dates. Throws RangeError for a negative amount, negative days or a date that does not exist.
 */
export function capCheck(question: CapQuestion, sources: CapSources = SOURCES): CapCheck | null {
  const from = question.accruesFrom ?? question.contractDate;
  const period = { from, to: addDays(from, question.days), days: question.days };
  const parts: CapPart[] = [];
  for (const stretch of stretches(question, period)) {
    const part = capPart(question, stretch, sources);
    if (part === null) return null;
    parts.push(part);
  }
  const last = parts.at(-1);
  if (last === undefined) return null;
  const allowedFen = sumFen(parts.map((part) => part.allowedFen));
  const over = subFen(fen(question.claimedFen), allowedFen);
  return {
    rule: last.rule,
    period,
    parts,
    effect: last.rule.value.effect,
    claimedFen: question.claimedFen,
    allowedFen,
    differenceFen: over > 0 ? over : ZERO_FEN,
    confidence: weakest(parts),
  };
}

/** A stretch of the period, the day that picks its rule, and the day that picks its LPR. */
type Stretch = { period: CapPeriod; ruleDay: LocalDate; lprDay: LocalDate };

/** Private loans older than the reform are split there: before it the old cap, after it today's, with the LPR at filing. */
function stretches(question: CapQuestion, period: CapPeriod): Stretch[] {
  const { lenderType, contractDate } = question;
  if (lenderType !== "private" || contractDate >= PRIVATE_LENDING_REFORM) {
    return [{ period, ruleDay: contractDate, lprDay: contractDate }];
  }
  const filing = question.assessedOn ?? period.to;
  const split = clamp(PRIVATE_LENDING_REFORM, period.from, period.to);
  const before = { from: period.from, to: split, days: daysBetween(period.from, split) };
  const after = { from: split, to: period.to, days: daysBetween(split, period.to) };
  return [
    { period: before, ruleDay: contractDate, lprDay: contractDate },
    { period: after, ruleDay: PRIVATE_LENDING_REFORM, lprDay: filing },
  ].filter((stretch, index) => stretch.period.days > 0 || (index === 0 && period.days === 0));
}

function capPart(question: CapQuestion, stretch: Stretch, sources: CapSources): CapPart | null {
  const ofLender = sources.rules.filter((rule) => rule.value.lenderTypes.includes(question.lenderType));
  const rule = ruleOn(ofLender, stretch.ruleDay);
  if (rule === null) return null;
  const { limit } = rule.value;
  const lpr = "multipleOfLpr" in limit ? lprOn(stretch.lprDay, sources.lpr) : null;
  if ("multipleOfLpr" in limit && lpr === null) return null;
  const annual =
    "annualRate" in limit
      ? rateFraction(limit.annualRate)
      : multiplyFractions(rateFraction(lpr?.rate ?? "0"), fraction(limit.multipleOfLpr, 1));
  const share = multiplyFractions(annual, fraction(stretch.period.days, 365));
  return {
    rule,
    period: stretch.period,
    annualPercent: percent(annual),
    lpr: lpr && {
      from: lpr.from,
      rate: lpr.rate,
      verified: lpr.verified,
      verifiedThrough: lpr.verifiedThrough,
    },
    allowedFen: takeShare(checkedPrincipal(question.principalFen), share),
  };
}

function checkedPrincipal(principalFen: Fen): Fen {
  if (principalFen < 0) throw new RangeError(`principal cannot be negative: ${principalFen}`);
  return fen(principalFen);
}

/** An LPR past the last verified publication is only recalled, however firm the rule. */
function weakest(parts: readonly CapPart[]): Confidence {
  const ranks = parts.map((part) =>
    CONFIDENCES.indexOf(part.lpr?.verified === false ? "RECALLED" : part.rule.confidence),
  );
  return CONFIDENCES[Math.max(...ranks)] ?? "OURS";
}

function percent({ num, den }: Fraction): string {
  const millionths = (num * 100_000_000n) / den;
  return String(Number(millionths) / 1_000_000);
}

function clamp(date: LocalDate, from: LocalDate, to: LocalDate): LocalDate {
  if (date < from) return from;
  return date > to ? to : date;
}
