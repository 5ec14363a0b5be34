import { compareDates, type LocalDate } from "../calendar/localDate.ts";
import { ContractDuplicates } from "./duplicates.ts";
import { withoutThirdPersons, type RecognisedColumns } from "./mapping.ts";
import { PersonConsistency } from "./persons.ts";
import { refuse } from "./readValue.ts";
import { readRow, type OverdueAccount, type RowProblem } from "./row.ts";

/** A row as it is kept: never with a third person's data. Of a good row `problems` are only remarks. */
export type JudgedRow = {
  line: number;
  status: "good" | "known" | "faulty";
  cells: string[];
  account: OverdueAccount | null;
  problems: RowProblem[];
};

/**
 * Judges the rows of one file in their order, each by itself and against those before it. The same rows in the same
 * order give the same answers, so an interrupted reading can be taken up again from the beginning of the file.
 */
export class FileReading {
  readonly #columns: RecognisedColumns;
  readonly #today: LocalDate;
  readonly #duplicates: ContractDuplicates;
  readonly #persons: PersonConsistency;

  /** `today` is the date in Asia/Shanghai: a statement as of a later day cannot be true. */
  constructor(columns: RecognisedColumns, today: LocalDate) {
    this.#columns = columns;
    this.#today = today;
    this.#duplicates = new ContractDuplicates(columns);
    this.#persons = new PersonConsistency(columns);
  }

  judge(line: number, rawCells: readonly string[]): JudgedRow {
    // U+0000 cannot be stored as text; as a lost character it is refused wherever it matters.
    const readable = rawCells.map((cell) => cell.replaceAll("\0", "\u{FFFD}"));
    const cells = withoutThirdPersons(readable, this.#columns);
    const reading = readRow(readable, this.#columns);
    const contractNumber = reading.ok ? reading.account.contractNumber : reading.contractNumber;
    const duplicate = contractNumber === null ? null : this.#duplicates.check(contractNumber, line);
    const problems = [...(reading.ok ? [] : reading.problems), ...(duplicate ? [duplicate] : [])];
    if (reading.ok) problems.push(...this.#future(reading.account));
    if (reading.ok && problems.length === 0) {
      const conflict = this.#persons.check(reading.account, line);
      if (conflict === null) {
        return { line, status: "good", cells, account: reading.account, problems: reading.warnings };
      }
      problems.push(conflict);
    }
    return { line, status: "faulty", cells, account: null, problems };
  }

  #future(account: OverdueAccount): RowProblem[] {
    if (compareDates(account.asOf, this.#today) <= 0) return [];
    const { code, params } = refuse("as_of_in_future", { today: this.#today });
    const header = this.#columns.headers[this.#columns.mapping.asOf ?? -1] ?? "";
    return [{ field: "asOf", header, value: account.asOf, code, params }];
  }
}

/** What is said of a row whose contract the platform has stated before; nothing is wrong with it. */
export function alreadyImported(contractNumber: string, columns: RecognisedColumns): RowProblem {
  const { code, params } = refuse("already_imported");
  const header = columns.headers[columns.mapping.contractNumber ?? -1] ?? "";
  return { field: "contractNumber", header, value: contractNumber, code, params };
}
