import { Readable, pipeline } from "node:stream";
import { stringify } from "csv-stringify";
import type { IntakeLocale } from "../../../shared/intake/fields.ts";
import { isReasonsHeader, normaliseHeader, REASONS_HEADER } from "../../../shared/intake/headers.ts";
import { describeProblemInFull } from "../../../shared/intake/problems.ts";
import type { RowProblem } from "../../../shared/intake/row.ts";

export type FaultyRow = { cells: readonly string[]; problems: readonly RowProblem[] };

/**
 * The faulty rows as a CSV that Excel opens rightly (UTF-8 with BOM): the columns of the file plus one with the reasons,
 * so that it can be corrected and uploaded as it is. Cells that a spreadsheet would run as a formula are guarded with an
 * apostrophe, also in full width; reading takes the apostrophe off again. A reasons column from an earlier round goes.
 */
export function writeFaultyCsv(
  headers: readonly string[],
  rows: Iterable<FaultyRow> | AsyncIterable<FaultyRow>,
  locale: IntakeLocale,
): Readable {
  const kept = headers.flatMap((header, i) => (isReasonsHeader(normaliseHeader(header)) ? [] : [i]));
  const keep = (cells: readonly string[]) => kept.map((i) => cells[i] ?? "");

  async function* records(): AsyncGenerator<string[]> {
    yield [...keep(headers), REASONS_HEADER[locale]];
    for await (const { cells, problems } of rows) {
      const reasons = problems.map((problem) => describeProblemInFull(problem, locale));
      // Cells beyond the header have no column; they stay visible behind the reasons.
      yield [...keep(cells), reasons.join(locale === "zh" ? "；" : "; "), ...cells.slice(headers.length)];
    }
  }

  // A reader that goes away destroys the stream; that is its own affair and needs no handling here.
  return pipeline(
    Readable.from(records()),
    stringify({ bom: true, escape_formulas: true, record_delimiter: "windows" }),
    () => undefined,
  );
}
