import { addFen, type Fen, fen, minFen, subFen, sumFen, ZERO_FEN } from "../money/fen.ts";
import { fraction, takeShare } from "../money/fraction.ts";
import { type Section, sectionOf } from "./lines.ts";
import { amountInMonth } from "./monthly.ts";
import type { CapacityRules } from "./rules.ts";
import { type CapacityStatement, MAX_HOUSEHOLD, type SubmittedLine } from "./statement.ts";

/** A calendar month, "YYYY-MM". */
export type Month = string;

export type CapacityOptions = CapacityRules & {
  /** What one person must keep to live on in a month; null while nobody has set it. */
  floorPerPersonFen: Fen | null;
  householdSize: number;
  months: readonly Month[];
};

/** One month, every step of the sum shown; all in fen, none negative but `leftFen`. */
export type MonthCapacity = {
  month: Month;
  incomeFen: Fen;
  /** Taken off income that is not verified. */
  haircutFen: Fen;
  /** Fixed and flexible outgoings as stated. */
  statedEssentialsFen: Fen;
  /** The living floor of the household; null while it is not set. */
  floorFen: Fen | null;
  /** The greater of the two. */
  essentialsFen: Fen;
  priorityDebtsFen: Fen;
  bufferFen: Fen;
  /** Income − haircut − essentials − priority debts − buffer; negative when it does not reach. */
  leftFen: Fen;
  /** The most that may go to this case. */
  capFen: Fen;
  capacityFen: Fen;
  otherDebtsFen: Fen;
  /** What would remain for this case if the other debts went on being paid as now. */
  afterOtherDebtsFen: Fen;
};

/** Why the figures may still change. */
export const PROVISIONAL_REASONS = [
  "floor_not_set",
  "lines_unsure",
  "sections_missing",
  "income_unverified",
] as const;
export type ProvisionalReason = (typeof PROVISIONAL_REASONS)[number];

export type Capacity = {
  months: MonthCapacity[];
  /** The month a plan has to fit. */
  worst: MonthCapacity;
  /** Rounded down to the fen. */
  averageFen: Fen;
  provisional: ProvisionalReason[];
  /**
   * Set when the worst month leaves nothing; a plan is out of the question then. `pause`: some month covers the living
   * and the priority debts, so breathing space may help. `referral`: none does, and other help is needed.
   */
  advice: "pause" | "referral" | null;
};

/**
 * What a borrower can pay, month by month: max(0, min(income − essentials − priority debts − buffer, share cap)), where
 * unverified income counts with a haircut and essentials never less than the living floor of the household. Shares are
 * rounded half up to the fen. Savings are covered by the buffer; other debts rank with this one, so they are shown and
 * not taken off. Throws RangeError for options out of range.
 */
export function capacityOf(
  statement: Pick<CapacityStatement, "lines" | "sections">,
  options: CapacityOptions,
): Capacity {
  checkOptions(options);
  const months = options.months.map((month) => inMonth(statement.lines, month, options));
  const [first] = months;
  if (first === undefined) throw new RangeError("no months to look at");
  const worst = months.reduce(
    (least, month) => (month.capacityFen < least.capacityFen ? month : least),
    first,
  );
  const total = sumFen(months.map((month) => month.capacityFen));
  return {
    months,
    worst,
    averageFen: fen(Math.floor(total / months.length)),
    provisional: provisionalReasons(statement, options),
    advice: worst.capacityFen > 0 ? null : months.some(coversLiving) ? "pause" : "referral",
  };
}

function inMonth(lines: readonly SubmittedLine[], month: Month, options: CapacityOptions): MonthCapacity {
  const calendarMonth = calendarMonthOf(month);
  const amount = (line: SubmittedLine): Fen => amountInMonth(line, calendarMonth);
  const total = (section: Section): Fen => sumFen(of(lines, section).map(amount));
  const haircut = basisPoints(options.haircutBp);
  const unverified = of(lines, "income").filter((line) => line.evidence !== "verified");
  const incomeFen = total("income");
  const haircutFen = sumFen(unverified.map((line) => takeShare(amount(line), haircut)));
  const countedFen = subFen(incomeFen, haircutFen);
  const statedEssentialsFen = addFen(total("fixed"), total("flexible"));
  const floorFen =
    options.floorPerPersonFen === null ? null : fen(options.floorPerPersonFen * options.householdSize);
  const essentialsFen = maxFen(statedEssentialsFen, floorFen ?? ZERO_FEN);
  const priorityDebtsFen = total("priorityDebts");
  const bufferFen = takeShare(countedFen, basisPoints(options.bufferBp));
  const leftFen = fen(countedFen - essentialsFen - priorityDebtsFen - bufferFen);
  const capFen = takeShare(countedFen, basisPoints(options.shareCapBp));
  const otherDebtsFen = total("otherDebts");
  const payable = (left: Fen): Fen => maxFen(ZERO_FEN, minFen(left, capFen));
  return {
    month,
    incomeFen,
    haircutFen,
    statedEssentialsFen,
    floorFen,
    essentialsFen,
    priorityDebtsFen,
    bufferFen,
    leftFen,
    capFen,
    capacityFen: payable(leftFen),
    otherDebtsFen,
    afterOtherDebtsFen: payable(subFen(leftFen, otherDebtsFen)),
  };
}

function of(lines: readonly SubmittedLine[], section: Section): SubmittedLine[] {
  return lines.filter((line) => sectionOf(line.key) === section);
}

function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

/** What is left for living and priority debts reaches, even if nothing remains for a plan. */
function coversLiving(month: MonthCapacity): boolean {
  return month.incomeFen - month.haircutFen > month.essentialsFen + month.priorityDebtsFen;
}

function provisionalReasons(
  { lines, sections }: Pick<CapacityStatement, "lines" | "sections">,
  options: CapacityOptions,
): ProvisionalReason[] {
  const income = of(lines, "income").filter((line) => line.amountFen !== null && line.amountFen > 0);
  const holds: Record<ProvisionalReason, boolean> = {
    floor_not_set: options.floorPerPersonFen === null,
    lines_unsure: lines.some((line) => line.unsure && line.evidence !== "verified"),
    sections_missing: Object.values(sections).some((state) => state !== "answered"),
    income_unverified: income.some((line) => line.evidence !== "verified"),
  };
  return PROVISIONAL_REASONS.filter((reason) => holds[reason]);
}

function basisPoints(bp: number) {
  return fraction(bp, 10_000);
}

function calendarMonthOf(month: Month): number {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError(`not a month: ${month}`);
  return Number(month.slice(5));
}

function checkOptions(options: CapacityOptions): void {
  const { floorPerPersonFen, householdSize } = options;
  for (const name of ["bufferBp", "shareCapBp", "haircutBp"] as const) {
    const bp = options[name];
    if (!Number.isInteger(bp) || bp < 0 || bp > 10_000) throw new RangeError(`${name} out of range: ${bp}`);
  }
  if (!Number.isInteger(householdSize) || householdSize < 1 || householdSize > MAX_HOUSEHOLD)
    throw new RangeError(`householdSize out of range: ${householdSize}`);
  if (floorPerPersonFen !== null && floorPerPersonFen < 0)
    throw new RangeError(`floorPerPersonFen out of range: ${floorPerPersonFen}`);
}
