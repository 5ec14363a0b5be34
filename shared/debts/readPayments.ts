import type { Fen } from "../money/fen.ts";
import { type ProblemCode, refuse } from "../intake/readValue.ts";
import { readDate, readMoney } from "../intake/values.ts";
import type { StatedPayment } from "./paymentHistory.ts";

/** A line of the table that could not be read; `line` counts from 1, `column` is the heading. */
export type UnreadableLine = { line: number; column: string; code: ProblemCode | "unknown_columns" };

const HEADERS = {
  on: ["还款日期", "还款日", "入账日期", "日期", "date", "paid on", "paidon"],
  fen: ["还款金额", "金额", "实还金额", "amount"],
  principalFen: ["其中本金", "本金", "实还本金", "principal"],
  interestFen: ["其中利息", "利息", "实还利息", "interest"],
  penaltyFen: ["其中罚息", "罚息", "违约金", "实还罚息", "penalty"],
  feeFen: ["其中费用", "费用", "实还费用", "fee", "fees"],
} as const;
type Column = keyof typeof HEADERS;
const PARTS = ["principalFen", "interestFen", "penaltyFen", "feeFen"] as const;

/**
 * A payment history from a table as a spreadsheet saves or copies it: a line of headings, then a date and an amount in
 * yuan a line, optionally with what went to principal, interest, penalty and fees. Commas or tabs; in the order of dates
 * afterwards. Either all payments or every line that could not be read.
 */
export function readPayments(
  text: string,
): { ok: true; payments: StatedPayment[] } | { ok: false; problems: UnreadableLine[] } {
  const lines = text.replace(/^\u{FEFF}/u, "").split(/\r\n|\r|\n/u);
  const table = lines.map((line, index) => ({ line: index + 1, cells: cellsOf(line) }));
  const [head, ...rows] = table.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const columns = head && columnsOf(head.cells);
  if (!columns) {
    return { ok: false, problems: [{ line: head?.line ?? 1, column: "", code: "unknown_columns" }] };
  }
  const problems: UnreadableLine[] = [];
  const payments = rows.flatMap(({ line, cells }) => {
    const read = readLine(cells, columns);
    if (read.ok) return [read.payment];
    problems.push({ line, column: HEADERS[read.column][0], code: read.code });
    return [];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, payments: payments.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

type Columns = Partial<Record<Column, number>> & { on: number; fen: number };

function columnsOf(headings: readonly string[]): Columns | null {
  const found: Partial<Record<Column, number>> = {};
  headings.forEach((heading, index) => {
    const name = heading
      .normalize("NFKC")
      .replace(/\((元|yuan|cny|rmb)\)$/iu, "")
      .trim()
      .toLowerCase();
    for (const column of Object.keys(HEADERS) as Column[]) {
      const names: readonly string[] = HEADERS[column];
      if (names.includes(name)) found[column] ??= index;
    }
  });
  const { on, fen } = found;
  return on === undefined || fen === undefined ? null : { ...found, on, fen };
}

type LineRead = { ok: true; payment: StatedPayment } | { ok: false; column: Column; code: ProblemCode };

function readLine(cells: readonly string[], columns: Columns): LineRead {
  const date = readDate(cells[columns.on] ?? "");
  if (!date.ok) return { ok: false, column: "on", code: date.code };
  const amount = moneyIn(cells[columns.fen]);
  if (!amount.ok) return { ok: false, column: "fen", code: amount.code };
  const given = PARTS.filter((part) => cellAt(cells, columns[part]) !== "");
  const payment = { on: date.value, fen: amount.value, parts: null };
  if (given.length === 0) return { ok: true, payment };
  const parts: Partial<Record<(typeof PARTS)[number], Fen>> = {};
  for (const part of PARTS) {
    const read = moneyIn(cellAt(cells, columns[part]) || "0");
    if (!read.ok) return { ok: false, column: part, code: read.code };
    parts[part] = read.value;
  }
  const { principalFen, interestFen, penaltyFen, feeFen } = parts as Required<typeof parts>;
  return { ok: true, payment: { ...payment, parts: { principalFen, interestFen, penaltyFen, feeFen } } };
}

function cellAt(cells: readonly string[], index: number | undefined): string {
  return index === undefined ? "" : (cells[index] ?? "");
}

function moneyIn(cell: string | undefined) {
  return cell === undefined || cell === "" ? refuse("required") : readMoney(cell);
}

/** The cells of a line: tabs where there are any, else commas; quoted cells may hold the separator. */
function cellsOf(line: string): string[] {
  const separator = line.includes("\t") ? "\t" : ",";
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
