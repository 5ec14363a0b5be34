import * as fc from "fast-check";
import { fen } from "../../../../shared/money/fen.ts";
import type { PlanSearch } from "../../../../shared/plans/finding/search.ts";
import type { PolicyLimits } from "../../../../shared/plans/policy.ts";
import { COMPONENTS, type StatementBasis } from "../../../../shared/plans/statement.ts";
import type { Waiver } from "../../../../shared/plans/terms.ts";
import { soundDate } from "../arbitraryTerms.ts";
import { TODAY } from "../buildTerms.ts";

const basisArbitrary: fc.Arbitrary<StatementBasis> = fc
  .tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.nat(500_000), fc.nat(300_000), fc.nat(50_000))
  .map((amounts) => ({
    statementId: "statement-1",
    asOf: TODAY,
    lines: COMPONENTS.map((component, index) => ({ debtId: "d", component, fen: fen(amounts[index] ?? 0) })),
  }));

export const policyArbitrary: fc.Arbitrary<PolicyLimits> = fc
  .record({
    bp: fc.constantFrom(0, 3_000, 10_000),
    maxCount: fc.integer({ min: 1, max: 60 }),
    maxDeferralMonths: fc.nat(5),
    minInstalmentFen: fc.integer({ min: 1, max: 60_000 }),
    minDownPaymentBp: fc.constantFrom(0, 0, 0, 1_000),
  })
  .map(({ bp, minInstalmentFen, ...rest }) => ({
    maxWaiverBp: { principal: 0, interest: bp, penalty: bp, fee: bp },
    minInstalmentFen: fen(minInstalmentFen),
    ...rest,
  }));

export const capacityArbitrary = fc.array(
  fc.oneof(fc.constant(fen(0)), fc.integer({ min: 0, max: 1_000_000 }).map(fen)),
  { minLength: 1, maxLength: 14 },
);

/** Small searches: every family, a few lengths and deferrals, with or without each of the limits. */
export const searchArbitrary: fc.Arbitrary<PlanSearch> = fc
  .record({
    basis: basisArbitrary,
    firstDue: soundDate,
    capacityFen: fc.option(capacityArbitrary, { nil: null }),
    policy: fc.option(policyArbitrary, { nil: null }),
    discountRate: fc.constantFrom("0", "0.06", "0.18"),
    annualRate: fc.constantFrom("0", "0", "0.1", "0.24"),
    dayCount: fc.constantFrom("30/360", "act/365", "act/act"),
    waived: fc.constantFrom(0, 50, 100),
    down: fc.constantFrom(0, 0, 10),
    highest: fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: null }),
    maxCount: fc.integer({ min: 1, max: 12 }),
    maxDeferralMonths: fc.nat(2),
  })
  .map(({ waived, down, highest, ...rest }) => ({
    ...rest,
    today: TODAY,
    waiverOptions: waived === 0 ? [[]] : [[], waiversOf(rest.basis, waived)],
    ...(down === 0 ? {} : { downPayment: { fen: fen(rest.basis.lines[0]!.fen >> 4), due: "2026-12-12" } }),
    ...(highest === null ? {} : { caps: { totalFen: fen(highest) } }),
  }))
  .map((search) => (search.downPayment?.fen === 0 ? { ...search, downPayment: undefined } : search))
  .map((search) => JSON.parse(JSON.stringify(search)) as PlanSearch);

function waiversOf(basis: StatementBasis, percent: number): Waiver[] {
  return basis.lines
    .filter((line) => line.component !== "principal" && line.fen > 0)
    .map((line) => ({ ...line, fen: fen(Math.floor((line.fen * percent) / 100)), when: "on_completion" }));
}
