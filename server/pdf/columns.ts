import type { Sheet, TextStyle } from "./sheet.ts";

export interface Column {
  header: string;
  /** Share of the sheet's width. */
  share: number;
  align?: "left" | "center" | "right";
  weight?: TextStyle["weight"];
}

export interface Table {
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** Set in bold below the rows. */
  total?: readonly string[];
  size?: number;
  /** One bold line over the whole width above the table, repeated on every page. */
  banner?: string;
  /** Without header: a form of labels and entries. */
  headless?: boolean;
  /** Told where each row began, for links. */
  onRow?: (index: number, place: { page: number; top: number; height: number }) => void;
}

/** Size of the letters and width of each column, in points. */
export interface TableMeasures {
  size: number;
  leading: number;
  widths: number[];
}

export const PADDING = { x: 4, y: 4 };
const USUAL_SIZE = 10.5;
const SMALLEST_SIZE = 6.5;
/** No column of words gets narrower than four characters. */
const NARROWEST = 4;

/**
 * Columns by their shares, except that an amount is never broken over two lines: columns of amounts take what they need
 * from columns of words, and if there is not enough the whole table is set smaller.
 */
export function measureTable(sheet: Sheet, table: Table): TableMeasures {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  const byShare = table.columns.map((column) => (sheet.width * column.share) / shares);
  for (let size = table.size ?? USUAL_SIZE; ; size -= 0.5) {
    const needs = table.columns.map((_, index) => amountWidth(sheet, table, index, size));
    const widths = balanced(byShare, needs, NARROWEST * size + 2 * PADDING.x);
    if (widths !== null) return { size, leading: size * 1.5, widths };
    if (size <= SMALLEST_SIZE) return { size, leading: size * 1.5, widths: byShare };
  }
}

/** The width the widest amount of a column needs; 0 for columns of words. */
function amountWidth(sheet: Sheet, table: Table, index: number, size: number): number {
  if (table.columns[index]?.align !== "right") return 0;
  const longest = (texts: readonly string[]) =>
    texts.reduce((long, text) => (text.length > long.length ? text : long), "");
  const style = (weight: TextStyle["weight"]): TextStyle => ({ size, weight });
  const row = longest(table.rows.map((cells) => cells[index] ?? ""));
  const width = Math.max(
    sheet.measure(row, style(table.columns[index].weight ?? "regular")),
    sheet.measure(table.total?.[index] ?? "", style("bold")),
  );
  return width + 2 * PADDING.x + 0.5;
}

/** Widths with the same sum in which every need is met; null when the columns that need nothing cannot give enough. */
function balanced(widths: readonly number[], needs: readonly number[], least: number): number[] | null {
  const lacking = widths.map((width, index) => Math.max(0, (needs[index] ?? 0) - width));
  const wanted = lacking.reduce((sum, lack) => sum + lack, 0);
  if (wanted === 0) return [...widths];
  const spare = widths.map((width, index) => Math.max(0, width - Math.max(least, needs[index] ?? 0)));
  const available = spare.reduce((sum, each) => sum + each, 0);
  if (available < wanted) return null;
  return widths.map(
    (width, index) => width + (lacking[index] ?? 0) - ((spare[index] ?? 0) * wanted) / available,
  );
}
