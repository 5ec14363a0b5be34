import { type Fen, ZERO_FEN, minFen, subFen, sumFen } from "../money/fen.ts";
import { componentSettler, perComponent } from "../plans/componentTotals.ts";
import type { ScheduleRow } from "../plans/schedule.ts";
import type { StatementLine } from "../plans/statement.ts";
import type { Terms } from "../plans/terms.ts";

/**
 * What is left of a statement after a plan that failed: waivers given at signing stay given, those that were to
 * follow completion never came about, and what was paid has settled components in the agreed order. Newly agreed
 * interest is paid out of each instalment before the settled sum, and settles no line. Never negative; a line paid
 * off stays with 0.
 */
export function remainingLines(
  lines: readonly StatementLine[],
  terms: Pick<Terms, "waivers" | "allocation">,
  rows: readonly Pick<ScheduleRow, "no" | "interestFen">[],
  paidByNo: ReadonlyMap<number, Fen>,
): StatementLine[] {
  const owed = lines.map((line) => ({ ...line, fen: subFen(line.fen, waivedAtSigning(line, terms)) }));
  const byComponent = perComponent((component) =>
    sumFen(owed.filter((line) => line.component === component).map((line) => line.fen)),
  );
  const settled = { ...componentSettler(byComponent, terms.allocation)(settledFen(rows, paidByNo)) };
  return owed.map((line) => {
    const part = minFen(line.fen, settled[line.component]);
    settled[line.component] = subFen(settled[line.component], part);
    return { ...line, fen: subFen(line.fen, part) };
  });
}

/** How much of what was paid went to the settled sum and not to newly agreed interest. */
function settledFen(
  rows: readonly Pick<ScheduleRow, "no" | "interestFen">[],
  paidByNo: ReadonlyMap<number, Fen>,
): Fen {
  return sumFen(
    rows.map((row) => {
      const paid = paidByNo.get(row.no) ?? ZERO_FEN;
      return subFen(paid, minFen(paid, row.interestFen));
    }),
  );
}

function waivedAtSigning(line: StatementLine, { waivers }: Pick<Terms, "waivers">): Fen {
  return sumFen(
    waivers
      .filter((w) => w.when === "at_signing" && w.debtId === line.debtId && w.component === line.component)
      .map((w) => w.fen),
  );
}
