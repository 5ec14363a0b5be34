import fc from "fast-check";
import { COMPONENTS, type Component } from "../../../shared/plans/statement.ts";
import { caseArbitrary } from "./arbitraryTerms.ts";
import { TODAY } from "./buildTerms.ts";

/** Figures of every kind, for questions to the calculator as nobody should ask them. */
const number = fc.oneof(
  fc.integer({ min: -5, max: 2_000_000 }),
  fc.double(),
  fc.constantFrom(0, 2 ** 53, 2 ** 53 - 1, -0, 1e308),
);
const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("0", "0.12", "1", "2026-12-01", "2026-11-01", "2199-12-31", "2024-02-29", "__proto__"),
);
const weird = fc.oneof(number, word, fc.constant(null), fc.constant([]), fc.constant({}));
const pick = (good: unknown, bad: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: bad });
const schedule = fc.record(
  {
    family: fc.oneof(
      fc.constantFrom(
        "lump_sum",
        "level",
        "equal_instalment",
        "equal_principal",
        "stepped",
        "balloon",
        "irregular",
      ),
      weird,
    ),
    count: fc.oneof(fc.integer({ min: -1, max: 400 }), weird),
    every: fc.oneof(fc.record({ months: number }), fc.record({ days: number }), weird),
    firstDue: pick("2026-12-31", weird),
    annualRate: pick("0.24", weird),
    dayCount: fc.oneof(fc.constantFrom("30/360", "act/365", "act/360", "act/act"), weird),
    steps: fc.array(fc.record({ count: number, paymentFen: number }), { maxLength: 3 }),
    balloonFen: weird,
    dueDates: fc.array(word, { maxLength: 3 }),
    weights: fc.array(number, { maxLength: 3 }),
    interestFreePeriods: number,
    rateSteps: fc.array(fc.record({ fromNo: number, annualRate: word }), { maxLength: 3 }),
    minimumInstalmentFen: number,
  },
  { requiredKeys: ["family", "count", "every", "firstDue", "annualRate", "dayCount"] },
);
export const questionArbitrary = fc.record({
  asOf: pick("2026-11-01", weird),
  principalFen: fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), weird),
  interestFen: pick(100, weird),
  penaltyFen: pick(0, weird),
  feeFen: pick(0, weird),
  waivers: pick([], fc.array(fc.record({ component: word, fen: number, when: word }), { maxLength: 3 })),
  downPaymentFen: pick(0, weird),
  deferralMonths: fc.oneof(fc.integer({ min: 0, max: 61 }), weird),
  schedule: fc.oneof({ weight: 9, arbitrary: schedule }, { weight: 1, arbitrary: weird }),
  discountRate: pick("0.06", weird),
});
export const zoneQuestionArbitrary = fc.record({
  capacityFen: fc.oneof(fc.array(number, { maxLength: 20 }), weird),
  discountRate: pick("0.05", weird),
  debtCapFen: number,
  floorNpvFen: number,
});

/** A sound question with at most one field put wrong: so that every check stands alone for once. */
export const nearlySoundArbitrary = fc
  .tuple(caseArbitrary, fc.nat(), fc.option(weird, { nil: undefined, freq: 1 }))
  .map(([{ basis, terms }, place, wrong]) => {
    const sumOf = (lines: readonly { component: Component; fen: number }[], component: Component) =>
      lines.filter((line) => line.component === component).reduce((sum, line) => sum + line.fen, 0);
    const { downPaymentFen, deferralMonths, schedule } = terms;
    const question: Record<string, unknown> = {
      asOf: TODAY,
      ...Object.fromEntries(COMPONENTS.map((each) => [`${each}Fen`, sumOf(basis.lines, each)])),
      waivers: COMPONENTS.map((component) => ({
        component,
        fen: sumOf(terms.waivers, component),
        when: "on_completion",
      })),
      downPaymentFen,
      deferralMonths,
      schedule: { ...schedule },
      discountRate: "0.06",
    };
    if (wrong === undefined) return question;
    const fields = [...Object.keys(question), ...Object.keys(schedule).map((field) => `schedule/${field}`)];
    const [outer = "", inner] = (fields[place % fields.length] ?? "").split("/");
    if (inner === undefined) question[outer] = wrong;
    else question[outer] = { ...schedule, [inner]: wrong };
    return question;
  });

export function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}
