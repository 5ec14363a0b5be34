import { FIELD_NAMES, type Field, type IntakeLocale } from "../../shared/intake/fields.ts";
import { decideImport } from "../../shared/intake/importLifecycle.ts";
import { recogniseColumns, type RecognisedColumns } from "../../shared/intake/mapping.ts";
import { describeProblem } from "../../shared/intake/problems.ts";
import type { OverdueAccount } from "../../shared/intake/row.ts";
import { describeUnreadable } from "../../shared/intake/unreadable.ts";
import { groupByPerson } from "../../shared/intake/caseGroups.ts";
import type { Import } from "./import.entity.ts";
import type { ImportRow } from "./importRow.repository.ts";
import type { PreviewFigures } from "./preview.repository.ts";

export function presentImport(theImport: Import, locale: IntakeLocale): object {
  const columns = recogniseColumns(theImport.headers ?? [], theImport.mapping ?? {});
  const headersIgnoredAs = (reason: "third_person" | "other") =>
    columns.ignored
      .filter((column) => (column.reason === "third_person") === (reason === "third_person"))
      .map(({ header }) => header);
  const { failure } = theImport;
  return {
    id: theImport.id,
    fileName: theImport.fileName,
    fileBytes: theImport.fileBytes,
    encoding: theImport.encoding,
    status: theImport.status,
    rowsRead: theImport.rowsRead,
    rowsGood: theImport.rowsGood,
    rowsFaulty: theImport.rowsFaulty,
    rowsKnown: theImport.rowsKnown,
    rowsImported: theImport.rowsImported,
    casesCreated: theImport.casesCreated,
    headers: theImport.headers ?? [],
    mapping: theImport.mapping,
    recognised: recognised(columns),
    missing: theImport.headers === null ? [] : columns.missing,
    conflicts: columns.conflicts,
    unrecognised: columns.unrecognised,
    ignored: headersIgnoredAs("other"),
    thirdPerson: headersIgnoredAs("third_person"),
    failure:
      failure === null
        ? null
        : { ...failure, text: describeUnreadable(failure.code, failure.params, locale) },
    createdAt: theImport.createdAt,
    finishedAt: theImport.finishedAt,
    abilities: abilities(theImport),
  };
}

function recognised(columns: RecognisedColumns): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELD_NAMES) {
    const index = columns.mapping[field];
    if (index !== undefined) found[field] = columns.headers[index] ?? "";
  }
  return found;
}

function abilities(theImport: Import): string[] {
  const { status, rowsGood, rowsFaulty } = theImport;
  return [
    ...(decideImport(status, "map").ok ? ["map"] : []),
    ...(decideImport(status, "confirm").ok && rowsGood > 0 ? ["confirm"] : []),
    ...(decideImport(status, "remove").ok ? ["delete"] : []),
    ...(rowsFaulty > 0 && status !== "reading" ? ["download_faulty"] : []),
  ];
}

export function presentRow(row: ImportRow, locale: IntakeLocale): object {
  const problems = row.problems.map((problem) => ({ ...problem, text: describeProblem(problem, locale) }));
  return { line: row.line, status: row.status, account: row.account, problems, cells: row.cells };
}

/** What the import creates, and what of the file it leaves out and why. */
export function presentPreview(
  theImport: Import,
  figures: PreviewFigures,
  samples: readonly OverdueAccount[],
): object {
  const columns = recogniseColumns(theImport.headers ?? [], theImport.mapping ?? {});
  const { principalFen, interestFen, penaltyFen, feeFen } = figures;
  // Once cases are being opened the import itself counts them; before, it is what would be opened.
  const cases = theImport.status === "previewed" ? figures.people - figures.joining : theImport.casesCreated;
  return {
    people: figures.people,
    cases,
    joiningCases: theImport.status === "importing" ? null : figures.people - cases,
    debts: figures.debts,
    totals: {
      principalFen,
      interestFen,
      penaltyFen,
      feeFen,
      totalFen: principalFen + interestFen + penaltyFen + feeFen,
    },
    samples: groupByPerson(samples),
    notImported: [
      ...columns.ignored.map(({ header, reason }) => ({ header, reason })),
      ...columns.unrecognised.map(({ header }) => ({ header, reason: "unrecognised" })),
    ],
  };
}
