import fc from "fast-check";
import { LINE_KEYS, type LineKey } from "../../../shared/capacity/lines.ts";
import {
  EVIDENCE_STATES,
  PERIODS,
  type CapacityDraft,
  type CapacityStatement,
  type SubmittedLine,
} from "../../../shared/capacity/statement.ts";
import type { CapacityOptions } from "../../../shared/capacity/capacityOf.ts";
import { monthsAfter } from "../../../shared/capacity/assess.ts";
import { fen } from "../../../shared/money/fen.ts";

export const ALL_ANSWERED = {
  income: "answered",
  fixed: "answered",
  flexible: "answered",
  savings: "answered",
  priorityDebts: "answered",
  otherDebts: "answered",
} as const;

/** A monthly, verified line of so many yuan. */
export function aLine(key: LineKey, yuan: number, more: Partial<SubmittedLine> = {}): SubmittedLine {
  return {
    key,
    amountFen: fen(yuan * 100),
    period: "monthly",
    unsure: false,
    note: null,
    exhibitId: null,
    months: null,
    evidence: "verified",
    remark: null,
    ...more,
  };
}

export function aStatement(
  lines: readonly SubmittedLine[],
  more: Partial<CapacityStatement> = {},
): CapacityStatement {
  return { householdSize: 1, region: null, sections: ALL_ANSWERED, lines, ...more };
}

export function aDraft(lines: readonly SubmittedLine[], more: Partial<CapacityDraft> = {}): CapacityDraft {
  const typed = lines.map(({ evidence: _evidence, remark: _remark, ...line }) => line);
  return { householdSize: 1, region: null, sections: ALL_ANSWERED, lines: typed, ...more };
}

/** No buffer, no haircut, no cap, no floor: only the sum itself, over one year. */
export function plainOptions(more: Partial<CapacityOptions> = {}): CapacityOptions {
  return {
    bufferBp: 0,
    shareCapBp: 10_000,
    haircutBp: 0,
    floorPerPersonFen: null,
    householdSize: 1,
    months: monthsAfter("2026-11-21", 12),
    ...more,
  };
}

const months = fc.option(
  fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })
    .map((chosen) => chosen.toSorted((a, b) => a - b)),
);
const amounts = fc
  .oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 10_000_000_000 }))
  .map(fen);

const arbitraryLine = (key: LineKey): fc.Arbitrary<SubmittedLine> =>
  fc.record({
    key: fc.constant(key),
    amountFen: fc.option(amounts, { freq: 10 }),
    period: fc.constantFrom(...PERIODS),
    unsure: fc.boolean(),
    note: fc.constant(null),
    exhibitId: fc.constant(null),
    months,
    evidence: fc.constantFrom(...EVIDENCE_STATES),
    remark: fc.constant(null),
  });

export const arbitraryStatement: fc.Arbitrary<CapacityStatement> = fc
  .subarray([...LINE_KEYS])
  .chain((keys) => fc.tuple(...keys.map(arbitraryLine)))
  .map((lines) => aStatement(lines));

export const arbitraryOptions: fc.Arbitrary<CapacityOptions> = fc
  .record({
    bufferBp: fc.integer({ min: 0, max: 10_000 }),
    shareCapBp: fc.integer({ min: 0, max: 10_000 }),
    haircutBp: fc.integer({ min: 0, max: 10_000 }),
    floorPerPersonFen: fc.option(fc.integer({ min: 0, max: 500_000 }).map(fen)),
    householdSize: fc.integer({ min: 1, max: 20 }),
  })
  .map((some) => plainOptions(some));
