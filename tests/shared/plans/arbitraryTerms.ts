import * as fc from "fast-check";
import { daysInMonth } from "../../../shared/calendar/localDate.ts";
import { fen } from "../../../shared/money/fen.ts";
import { fraction, takeShare } from "../../../shared/money/fraction.ts";
import { COMPONENTS, type StatementBasis } from "../../../shared/plans/statement.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { TODAY, buildTerms } from "./buildTerms.ts";

export const amount = fc.integer({ min: 0, max: 50_000_000 });
export const date = fc
  .tuple(
    fc.integer({ min: 2026, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => {
    const pad = (n: number) => String(n).padStart(2, "0");
    return `${year}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`;
  });
export const soundDate = date.filter((day) => day > "2026-12-31");

const basisArbitrary: fc.Arbitrary<StatementBasis> = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...COMPONENTS), amount), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => ({
    statementId: "statement-1",
    asOf: TODAY,
    lines: lines.map(([debtId, component, value]) => ({ debtId, component, fen: fen(value) })),
  }));

/** Terms that are mostly sound: waivers are shares of distinct lines, so that few cases are thrown away. */
export const caseArbitrary = basisArbitrary.chain((basis) =>
  fc
    .record({
      shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
      when: fc.constantFrom("at_signing" as const, "on_completion" as const),
      down: fc.integer({ min: 0, max: 60 }),
      deferralMonths: fc.integer({ min: 0, max: 12 }),
      family: fc.constantFrom("lump_sum", "level", "equal_instalment", "equal_principal"),
      count: fc.integer({ min: 1, max: 72 }),
      every: fc.oneof(
        fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ days: fc.integer({ min: 7, max: 60 }) }),
      ),
      firstDue: soundDate,
      rate: fc.integer({ min: 0, max: 3600 }).map((bp) => (bp / 10_000).toFixed(4)),
      dayCount: fc.constantFrom("30/360", "act/365", "act/360", "act/act"),
      allocation: fc.constantFrom("fees_interest_principal", "principal_interest_fees"),
    })
    .map((raw) => ({ basis, terms: termsFrom(basis, raw as never) })),
);

type Raw = Pick<Terms, "deferralMonths" | "allocation"> &
  Omit<Terms["schedule"], "annualRate"> & {
    shares: number[];
    when: "at_signing" | "on_completion";
    down: number;
    rate: string;
  };

function termsFrom(basis: StatementBasis, raw: Raw): Terms {
  const waivers = basis.lines.map((line, index) => {
    return { ...line, fen: takeShare(line.fen, fraction(raw.shares[index] ?? 0, 100)), when: raw.when };
  });
  const settled = basis.lines.reduce((sum, line, index) => sum + line.fen - (waivers[index]?.fen ?? 0), 0);
  const downPaymentFen = takeShare(fen(settled), fraction(raw.down, 100));
  const interestFree = raw.family === "lump_sum" || raw.family === "level";
  return buildTerms(basis, {
    waivers,
    downPaymentFen,
    downPaymentDue: downPaymentFen > 0 ? "2026-12-15" : null,
    deferralMonths: raw.deferralMonths,
    allocation: raw.allocation,
    schedule: {
      family: raw.family,
      count: raw.family === "lump_sum" ? 1 : raw.count,
      every: raw.every,
      firstDue: raw.firstDue,
      dayCount: raw.dayCount,
      annualRate: interestFree ? "0" : raw.rate,
    },
  });
}
