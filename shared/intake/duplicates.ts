import { refuse } from "./readValue.ts";
import type { RecognisedColumns } from "./mapping.ts";
import type { RowProblem } from "./row.ts";

/**
 * Finds contract numbers that occur twice within one file; the later row is the faulty one. The number alone is the
 * key, whoever the lender: all rows of a file come from one platform, whose contract numbers name one contract each,
 * and a number that appears under two lenders is exactly the slip to catch. Ask for every row whose number could be
 * read, also a faulty one: which of two rows is right is for the platform to say.
 */
export class ContractDuplicates {
  readonly #firstLine = new Map<string, number>();
  readonly #columns: RecognisedColumns;

  constructor(columns: RecognisedColumns) {
    this.#columns = columns;
  }

  /** Null for the first occurrence; afterwards a problem whose params name the first line. */
  check(contractNumber: string, line: number): RowProblem | null {
    const firstLine = this.#firstLine.get(contractNumber);
    if (firstLine === undefined) {
      this.#firstLine.set(contractNumber, line);
      return null;
    }
    const { code, params } = refuse("duplicate_contract", { firstLine });
    return {
      field: "contractNumber",
      header: this.#columns.headers[this.#columns.mapping.contractNumber ?? -1] ?? "",
      value: contractNumber,
      code,
      params,
    };
  }
}
