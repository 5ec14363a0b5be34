import type { RecognisedColumns } from "./mapping.ts";
import { refuse } from "./readValue.ts";
import type { OverdueAccount, RowProblem } from "./row.ts";

type Person = { line: number; name: string; phone: string };

/**
 * Finds one person stated in two ways within a file: the same identity number with another name or another number.
 * Which is right cannot be known, and a letter about a debt to the wrong number cannot be taken back; so the later row
 * is the faulty one. Ask only for rows that are good otherwise.
 */
export class PersonConsistency {
  readonly #seen = new Map<string, Person>();
  readonly #columns: RecognisedColumns;

  constructor(columns: RecognisedColumns) {
    this.#columns = columns;
  }

  /** Null for the first row of a person and for rows that agree with it. */
  check(account: OverdueAccount, line: number): RowProblem | null {
    const { idNumber, borrowerName, phone } = account;
    const first = this.#seen.get(idNumber);
    if (first === undefined) {
      this.#seen.set(idNumber, { line, name: borrowerName, phone });
      return null;
    }
    if (first.name !== borrowerName) return this.#conflict("borrowerName", borrowerName, first.line);
    if (first.phone !== phone) return this.#conflict("phone", phone, first.line);
    return null;
  }

  #conflict(field: "borrowerName" | "phone", value: string, firstLine: number): RowProblem {
    const { code, params } = refuse("conflicting_person", { firstLine });
    const header = this.#columns.headers[this.#columns.mapping[field] ?? -1] ?? "";
    return { field, header, value, code, params };
  }
}
