import { ALLOCATIONS } from "../plans/terms.ts";
import { COURT_BASES } from "./judicialConfirmation.ts";
import type { LawMatter } from "./lawRules.ts";
import { LENDER_TYPES } from "./lenderType.ts";
import {
  type Check,
  date,
  isPlainObject,
  listOf,
  oneOf,
  positiveFen,
  type RuleProblem,
  ruleProblem,
  shape,
  text,
  wholeNumber,
  yearlyRate,
} from "./ruleProblem.ts";

/** What the value of a rule must look like, matter by matter. */
export const VALUE_SHAPES: Readonly<Record<LawMatter, Check>> = {
  cap: shape({
    lenderTypes: listOf(oneOf(LENDER_TYPES), LENDER_TYPES.length),
    limit: capLimit,
    effect: oneOf(["void_above", "reduced_on_request", "judicial_discretion"]),
  }),
  credit_card: shape({ productWords: listOf(text(20), 20) }),
  lpr: shape({ rate: yearlyRate, verifiedThrough: date }),
  limitation: shape({ months: wholeNumber(1, 240) }),
  court_fee: courtFee,
  small_claims: shape({ province: text(20), averageWageFen: positiveFen }),
  allocation: shape({ order: oneOf(ALLOCATIONS) }),
  contact_hours: contactHours,
  contact_counts: shape({
    effectiveVoicePerDay: wholeNumber(0, 100),
    unansweredPerContactPointPerDay: wholeNumber(0, 100),
  }),
  judicial_confirmation: shape({
    days: wholeNumber(1, 365),
    courts: listOf(oneOf(COURT_BASES), COURT_BASES.length),
  }),
};

/** Either a rate a year or a multiple of the LPR, not both. */
function capLimit(pointer: string, value: unknown): RuleProblem[] {
  const byLpr = isPlainObject(value) && "multipleOfLpr" in value;
  return shape(byLpr ? { multipleOfLpr: wholeNumber(1, 20) } : { annualRate: yearlyRate })(pointer, value);
}

const HOURS = shape({ fromHour: wholeNumber(0, 23), untilHour: wholeNumber(1, 24) });

function contactHours(pointer: string, value: unknown): RuleProblem[] {
  const problems = HOURS(pointer, value);
  if (problems.length > 0 || !isPlainObject(value)) return problems;
  return Number(value["untilHour"]) > Number(value["fromHour"])
    ? []
    : [ruleProblem(`${pointer}/untilHour`, "not_increasing")];
}

const FEE_SCALE = shape({
  flatFen: positiveFen,
  flatUpToFen: positiveFen,
  bands: listOf(
    shape({
      upToFen: (pointer, value) => (value === null ? [] : positiveFen(pointer, value)),
      perMille: wholeNumber(0, 1000),
    }),
    30,
  ),
});

/** Bands follow one another upwards, and only the last is without end. */
function courtFee(pointer: string, value: unknown): RuleProblem[] {
  const problems = FEE_SCALE(pointer, value);
  if (problems.length > 0 || !isPlainObject(value) || !Array.isArray(value["bands"])) return problems;
  const ends = value["bands"].map((band: unknown) => (isPlainObject(band) ? band["upToFen"] : null));
  let below = Number(value["flatUpToFen"]);
  return ends.flatMap((end, index): RuleProblem[] => {
    const last = index === ends.length - 1;
    const fits = last ? end === null : typeof end === "number" && end > below;
    if (typeof end === "number") below = end;
    return fits ? [] : [ruleProblem(`${pointer}/bands/${index}/upToFen`, "not_increasing")];
  });
}
