import { isLocalDate } from "../calendar/localDate.ts";
import { COMPONENTS, type StatementBasis } from "./statement.ts";
import type { Waiver } from "./terms.ts";
import { type TermsProblem, amountProblems, choiceProblems, problem } from "./termsProblem.ts";

/** Problems of the statement itself, under "/statement": amounts, components, date, and a sum that would overflow. */
export function statementProblems(basis: StatementBasis): TermsProblem[] {
  const problems = basis.lines.flatMap((line, index) => [
    ...amountProblems(`/statement/lines/${index}/fen`, line.fen),
    ...choiceProblems(`/statement/lines/${index}/component`, line.component, COMPONENTS),
  ]);
  if (!isLocalDate(basis.asOf)) problems.push(problem("/statement/asOf", "not_a_date"));
  const sum = basis.lines.reduce((total, line) => total + line.fen, 0);
  if (problems.length === 0 && sum > Number.MAX_SAFE_INTEGER) {
    problems.push(problem("/statement/lines", "beyond_safe_integers"));
  }
  return problems;
}

/** Problems of waivers: each amount by itself, and all waivers of a line together against that line. */
export function waiverProblems(basis: StatementBasis, waivers: readonly Waiver[]): TermsProblem[] {
  if (!Array.isArray(waivers)) return [problem("/waivers", "missing")];
  const charged = sumByLine(basis.lines);
  const waived = new Map<string, number>();
  return waivers.flatMap((waiver: Waiver, index): TermsProblem[] => {
    const pointer = `/waivers/${index}`;
    if (typeof waiver !== "object" || waiver === null) return [problem(pointer, "missing")];
    const own = [
      ...amountProblems(`${pointer}/fen`, waiver.fen),
      ...choiceProblems(`${pointer}/component`, waiver.component, COMPONENTS),
      ...choiceProblems(`${pointer}/when`, waiver.when, ["at_signing", "on_completion"]),
    ];
    if (own.length > 0) return own;
    const key = lineKey(waiver);
    const availableFen = charged.get(key);
    if (availableFen === undefined) return [problem(`${pointer}/debtId`, "unknown_line")];
    const together = (waived.get(key) ?? 0) + waiver.fen;
    waived.set(key, together);
    return together > availableFen
      ? [problem(`${pointer}/fen`, "waiver_exceeds_line", { availableFen })]
      : [];
  });
}

type Line = { debtId: string; component: string; fen: number };

function sumByLine(lines: readonly Line[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(lineKey(line), (sums.get(lineKey(line)) ?? 0) + line.fen);
  return sums;
}

function lineKey(line: Pick<Line, "debtId" | "component">): string {
  return JSON.stringify([line.debtId, line.component]);
}
