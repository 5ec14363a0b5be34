import { compareDates, type LocalDate } from "../calendar/localDate.ts";
import type { LenderType } from "../law/lenderType.ts";
import type { Fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import { FIELDS, type Field, type FieldKind } from "./fields.ts";
import type { RecognisedColumns } from "./mapping.ts";
import { type ProblemCode, type ProblemParams, type ReadValue, refuse, type Refused } from "./readValue.ts";
import {
  cleanCell,
  readAddress,
  readContractNumber,
  readEmail,
  readName,
  readNote,
  readText,
} from "./texts.ts";
import {
  readCount,
  readDate,
  readIdNumber,
  readLenderType,
  readMoney,
  readPercent,
  readPhone,
} from "./values.ts";

/** One overdue contract of one borrower, as the lender's export states it. Amounts in fen, rates as fractions. */
export type OverdueAccount = {
  product: string;
  contractNumber: string;
  lenderName: string;
  lenderType: LenderType;
  borrowerName: string;
  idNumber: string;
  phone: string;
  altPhone: string | null;
  email: string | null;
  registeredAddress: string | null;
  residentialAddress: string | null;
  disbursedOn: LocalDate;
  disbursedFen: Fen;
  receivedFen: Fen | null;
  termCount: number | null;
  annualRate: Rate;
  penaltyMarkup: Rate | null;
  principalFen: Fen;
  interestFen: Fen;
  penaltyFen: Fen;
  feeFen: Fen;
  overdueSince: LocalDate;
  asOf: LocalDate;
  repaidFen: Fen | null;
  riskTier: string | null;
  note: string | null;
};

/** What is wrong with one value; `field` is null when the row as a whole is meant. `header` is the file's own. */
export type RowProblem = {
  field: Field | null;
  header: string;
  value: string;
  code: ProblemCode;
  params: ProblemParams;
};

/** `contractNumber` is given for a faulty row too, when it could be read: it still counts for duplicates. */
export type RowReading =
  | { ok: true; account: OverdueAccount; warnings: RowProblem[] }
  | { ok: false; problems: RowProblem[]; contractNumber: string | null };

type ValueOfKind = {
  contractNumber: string;
  text: string;
  address: string;
  note: string;
  name: string;
  lenderType: LenderType;
  idNumber: string;
  phone: string;
  email: string;
  date: LocalDate;
  money: Fen;
  percent: Rate;
  count: number;
};

const READERS: { [K in FieldKind]: (text: string) => ReadValue<ValueOfKind[K]> } = {
  contractNumber: readContractNumber,
  text: (text) => readText(text, 100),
  address: (text) => readAddress(text, 200),
  note: readNote,
  name: readName,
  lenderType: readLenderType,
  idNumber: readIdNumber,
  phone: readPhone,
  email: readEmail,
  date: readDate,
  money: readMoney,
  percent: readPercent,
  count: readCount,
};

/** Reads one row's cells and gathers what is wrong with them, so that a person sees all of it at once. */
class CellReader {
  readonly problems: RowProblem[] = [];
  readonly #cells: readonly string[];
  readonly #columns: RecognisedColumns;

  constructor(cells: readonly string[], columns: RecognisedColumns) {
    this.#cells = cells;
    this.#columns = columns;
  }

  problem(field: Field, { code, params }: Refused): RowProblem {
    const index = this.#columns.mapping[field];
    const header = index === undefined ? FIELDS[field].zh : (this.#columns.headers[index] ?? "");
    return { field, header, value: this.#text(field), code, params };
  }

  required<K extends FieldKind>(field: Field, kind: K): ValueOfKind[K] | null {
    const read = this.#text(field) === "" ? refuse("required") : READERS[kind](this.#text(field));
    if (read.ok) return read.value;
    this.problems.push(this.problem(field, read));
    return null;
  }

  optional<K extends FieldKind>(field: Field, kind: K): ValueOfKind[K] | null {
    return this.#text(field) === "" ? null : this.required(field, kind);
  }

  #text(field: Field): string {
    const index = this.#columns.mapping[field];
    return index === undefined ? "" : cleanCell(this.#cells[index] ?? "");
  }
}

/**
 * Reads one row of an export. `columns` comes from `recogniseColumns` and should miss nothing: a required field
 * without a column is reported as a missing value in every row. Never throws for bad input.
 */
export function readRow(cells: readonly string[], columns: RecognisedColumns): RowReading {
  const shifted = columnCountProblem(cells, columns.headers.length);
  if (shifted !== null) return { ok: false, problems: [shifted], contractNumber: null };

  const reader = new CellReader(cells, columns);
  const candidate = readFields(reader);
  reader.problems.push(...crossFieldProblems(candidate, reader));
  if (reader.problems.length > 0 || !isComplete(candidate)) {
    return { ok: false, problems: reader.problems, contractNumber: candidate.contractNumber };
  }
  const warnings =
    compareDates(candidate.overdueSince, candidate.disbursedOn) < 0
      ? [
          reader.problem(
            "overdueSince",
            refuse("overdue_before_disbursed", { disbursedOn: candidate.disbursedOn }),
          ),
        ]
      : [];
  return { ok: true, account: candidate, warnings };
}

type Candidate = { [F in Field]: OverdueAccount[F] | null };

function readFields(reader: CellReader): Candidate {
  return {
    product: reader.required("product", "text"),
    contractNumber: reader.required("contractNumber", "contractNumber"),
    lenderName: reader.required("lenderName", "text"),
    lenderType: reader.required("lenderType", "lenderType"),
    borrowerName: reader.required("borrowerName", "name"),
    idNumber: reader.required("idNumber", "idNumber"),
    phone: reader.required("phone", "phone"),
    altPhone: reader.optional("altPhone", "phone"),
    email: reader.optional("email", "email"),
    registeredAddress: reader.optional("registeredAddress", "address"),
    residentialAddress: reader.optional("residentialAddress", "address"),
    disbursedOn: reader.required("disbursedOn", "date"),
    disbursedFen: reader.required("disbursedFen", "money"),
    receivedFen: reader.optional("receivedFen", "money"),
    termCount: reader.optional("termCount", "count"),
    annualRate: reader.required("annualRate", "percent"),
    penaltyMarkup: reader.optional("penaltyMarkup", "percent"),
    principalFen: reader.required("principalFen", "money"),
    interestFen: reader.required("interestFen", "money"),
    penaltyFen: reader.required("penaltyFen", "money"),
    feeFen: reader.required("feeFen", "money"),
    overdueSince: reader.required("overdueSince", "date"),
    asOf: reader.required("asOf", "date"),
    repaidFen: reader.optional("repaidFen", "money"),
    riskTier: reader.optional("riskTier", "text"),
    note: reader.optional("note", "note"),
  };
}

/** Required fields are null only together with a problem, so this never refuses a row without a reason. */
function isComplete(candidate: Candidate): candidate is OverdueAccount {
  return Object.entries(FIELDS).every(
    ([field, { required }]) => !required || candidate[field as Field] !== null,
  );
}

/** Too few or too many cells: most often an amount with an unquoted comma, after which every value is in a wrong place. */
function columnCountProblem(cells: readonly string[], expected: number): RowProblem | null {
  const extra = cells.slice(expected);
  if (cells.length >= expected && extra.every((cell) => cell.trim() === "")) return null;
  const { code, params } = refuse("column_count", { expected, found: cells.length });
  return { field: null, header: "", value: "", code, params };
}

function crossFieldProblems(candidate: Candidate, reader: CellReader): RowProblem[] {
  const { asOf, overdueSince, disbursedOn } = candidate;
  const problems: RowProblem[] = [];
  if (asOf !== null && overdueSince !== null && compareDates(overdueSince, asOf) > 0) {
    problems.push(reader.problem("overdueSince", refuse("overdue_after_as_of", { asOf })));
  }
  if (asOf !== null && disbursedOn !== null && compareDates(disbursedOn, asOf) > 0) {
    problems.push(reader.problem("disbursedOn", refuse("disbursed_after_as_of", { asOf })));
  }
  const owed = [candidate.principalFen, candidate.interestFen, candidate.penaltyFen, candidate.feeFen];
  if (owed.every((amount) => amount === 0))
    problems.push(reader.problem("principalFen", refuse("nothing_owed")));
  return problems;
}
