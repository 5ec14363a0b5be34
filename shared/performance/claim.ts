import type { LocalDate } from "../calendar/localDate.ts";
import { type Fen, ZERO_FEN, addFen, minFen, subFen, sumFen } from "../money/fen.ts";
import type { ScheduleRow } from "../plans/schedule.ts";
import type { StatementLine } from "../plans/statement.ts";
import type { Terms } from "../plans/terms.ts";
import { type MissedTerms, datesAfterMissing, mayAccelerate } from "./missed.ts";
import { remainingLines } from "./remaining.ts";

type DatedRow = Pick<ScheduleRow, "no" | "due" | "totalFen" | "interestFen">;

/**
 * What may be claimed on `today` under an agreement that was broken, line by line. With acceleration everything that
 * is left of the statement, conditional waivers gone, and the agreed interest of instalments already due; without it, or
 * before as many instalments are missed as was agreed, only the instalments that are due, waivers standing. Missed ones that move to
 * the end are due there. Agreed interest is added to the first interest line, or to the
 * first line when there is none. Never negative.
 */
export function claimLines(
  lines: readonly StatementLine[],
  terms: Pick<Terms, "waivers" | "allocation"> & MissedTerms,
  rows: readonly DatedRow[],
  paidByNo: ReadonlyMap<number, Fen>,
  today: LocalDate,
): StatementLine[] {
  const open = rows.map((row) => ({ ...row, openFen: subFen(row.totalFen, paidOf(row, paidByNo)) }));
  const standing = datesAfterMissing(open, terms, today);
  const due = standing.filter((row) => row.due < today);
  const base = mayAccelerate(standing, terms, today)
    ? remainingLines(lines, terms, rows, paidByNo)
    : dueLines(lines, terms, rows, due, paidByNo);
  const interest = sumFen(due.map((row) => unpaidInterest(row, paidByNo)));
  const first = Math.max(
    0,
    base.findIndex((line) => line.component === "interest"),
  );
  return base.map((line, index) => (index === first ? { ...line, fen: addFen(line.fen, interest) } : line));
}

/** What the due instalments would still settle of each line: the difference between paying them and not. */
function dueLines(
  lines: readonly StatementLine[],
  terms: Pick<Terms, "waivers" | "allocation">,
  rows: readonly DatedRow[],
  due: readonly DatedRow[],
  paidByNo: ReadonlyMap<number, Fen>,
): StatementLine[] {
  const standing = {
    ...terms,
    waivers: terms.waivers.map((waiver) => ({ ...waiver, when: "at_signing" as const })),
  };
  const ifPaid = new Map(paidByNo);
  for (const row of due) ifPaid.set(row.no, row.totalFen);
  const now = remainingLines(lines, standing, rows, paidByNo);
  const then = remainingLines(lines, standing, rows, ifPaid);
  return now.map((line, index) => ({ ...line, fen: subFen(line.fen, then[index]?.fen ?? ZERO_FEN) }));
}

function paidOf(row: DatedRow, paidByNo: ReadonlyMap<number, Fen>): Fen {
  return minFen(row.totalFen, paidByNo.get(row.no) ?? ZERO_FEN);
}

function unpaidInterest(row: DatedRow, paidByNo: ReadonlyMap<number, Fen>): Fen {
  return subFen(row.interestFen, minFen(row.interestFen, paidByNo.get(row.no) ?? ZERO_FEN));
}
