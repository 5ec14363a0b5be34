import { measureTable, PADDING, type Table, type TableMeasures } from "./columns.ts";
import { breakLines, type Line } from "./lineBreaking.ts";
import type { Sheet, TextStyle } from "./sheet.ts";

export type { Column, Table } from "./columns.ts";

interface Cell {
  lines: Line[];
  style: TextStyle;
  align: "left" | "center" | "right";
  left: number;
  width: number;
  tag: "TH" | "TD";
}

const RULE = { width: 0.5, color: "#000000" };

/** A table whose every cell is broken into lines; the total, when there is one, is the last row. */
interface LaidOut {
  leading: number;
  /** Rows repeated on every page. */
  head: Cell[][];
  headHeight: number;
  rows: Cell[][];
  heights: number[];
}

/** Draws a ruled table, repeating its header on every page it reaches. */
export function drawTable(sheet: Sheet, table: Table): void {
  const { leading, head, headHeight, rows, heights } = laidOut(sheet, table);
  const structure = sheet.doc.struct("Table");
  sheet.root.add(structure);
  const drawHeader = () => {
    for (const cells of head) drawRow(sheet, structure, cells, leading, 0, Infinity);
  };
  sheet.keep(startHeight(sheet, headHeight, heights));
  drawHeader();
  for (const [index, cells] of rows.entries()) {
    const height = heights[index] ?? 0;
    // A total does not stand on a page without a row it sums.
    const withTotal = table.total !== undefined && index === rows.length - 2 ? (heights.at(-1) ?? 0) : 0;
    const tall = height > (sheet.bottom - sheet.top - headHeight) / 3;
    if (height + withTotal > sheet.room && !(tall && sheet.room > headHeight + 4 * leading)) {
      sheet.newPage();
      drawHeader();
    }
    table.onRow?.(index, { page: sheet.pageCount - 1, top: sheet.y, height: Math.min(height, sheet.room) });
    drawInParts(sheet, structure, cells, leading, drawHeader);
  }
  structure.end();
}

/** The room a table needs to begin: all of it when it is small, else its header and a few rows. */
export function tableStart(sheet: Sheet, table: Table): number {
  const { headHeight, heights } = laidOut(sheet, table);
  return startHeight(sheet, headHeight, heights);
}

/** A table is laid out once to see whether it fits and needs not be laid out again to be drawn. */
const tablesOf = new WeakMap<Sheet, Map<Table, LaidOut>>();

function laidOut(sheet: Sheet, table: Table): LaidOut {
  const known = tablesOf.get(sheet) ?? new Map<Table, LaidOut>();
  tablesOf.set(sheet, known);
  const before = known.get(table);
  if (before !== undefined) return before;
  const measures = measureTable(sheet, table);
  const { size, leading } = measures;
  const head: Cell[][] = [];
  if (table.banner !== undefined) head.push([bannerCell(sheet, table.banner, size)]);
  if (table.headless !== true) head.push(layOut(sheet, table, headers(table), measures, "header"));
  const rows = table.rows.map((row) => layOut(sheet, table, row, measures, "row"));
  if (table.total !== undefined) rows.push(layOut(sheet, table, table.total, measures, "total"));
  const heights = rows.map((cells) => rowHeight(cells, leading));
  const headHeight = head.reduce((sum, cells) => sum + rowHeight(cells, leading), 0);
  const result = { leading, head, headHeight, rows, heights };
  known.set(table, result);
  return result;
}

const SMALL_TABLE_ROWS = 12;
const FIRST_ROWS = 3;

function startHeight(sheet: Sheet, headerHeight: number, heights: readonly number[]): number {
  const page = sheet.bottom - sheet.top;
  const whole = headerHeight + heights.reduce((sum, height) => sum + height, 0);
  if (heights.length <= SMALL_TABLE_ROWS && whole <= page * 0.4) return whole;
  const few = heights.slice(0, FIRST_ROWS).reduce((sum, height) => sum + height, 0);
  return Math.min(headerHeight + few, page / 2);
}

function bannerCell(sheet: Sheet, text: string, size: number): Cell {
  const style: TextStyle = { size: size + 1, weight: "bold" };
  const line = { text, width: sheet.measure(text, style), last: true };
  return { lines: [line], style, align: "center", left: sheet.left, width: sheet.width, tag: "TH" };
}

function headers(table: Table): string[] {
  return table.columns.map((column) => column.header);
}

function layOut(
  sheet: Sheet,
  table: Table,
  texts: readonly string[],
  { size, widths }: TableMeasures,
  kind: "header" | "row" | "total",
): Cell[] {
  let left = sheet.left;
  return table.columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const style: TextStyle = { size, weight: kind === "row" ? (column.weight ?? "regular") : "bold" };
    const text = texts[index] ?? "";
    const inner = width - 2 * PADDING.x;
    const lines = breakLines(text, inner, (piece) => sheet.measure(piece, style));
    const tag = kind === "header" || (table.headless === true && index === 0) ? "TH" : "TD";
    const cell: Cell = {
      lines,
      style,
      align: kind === "header" ? "center" : (column.align ?? "left"),
      left,
      width,
      tag,
    };
    left += width;
    return cell;
  });
}

function rowHeight(cells: readonly Cell[], leading: number): number {
  return Math.max(1, ...cells.map((cell) => cell.lines.length)) * leading + 2 * PADDING.y;
}

/** A row taller than what is left continues on the next page. */
function drawInParts(
  sheet: Sheet,
  structure: PDFKit.PDFStructureElement,
  cells: readonly Cell[],
  leading: number,
  drawHeader: () => void,
): void {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  let from = 0;
  while (from < lines) {
    const fits = Math.max(1, Math.floor((sheet.room - 2 * PADDING.y + 0.01) / leading));
    drawRow(sheet, structure, cells, leading, from, from + fits);
    from += fits;
    if (from < lines) {
      sheet.newPage();
      drawHeader();
    }
  }
}

function drawRow(
  sheet: Sheet,
  structure: PDFKit.PDFStructureElement,
  cells: readonly Cell[],
  leading: number,
  from: number,
  to: number,
): void {
  const slices = cells.map((cell) => cell.lines.slice(from, to));
  const height = Math.max(1, ...slices.map((slice) => slice.length)) * leading + 2 * PADDING.y;
  const top = sheet.y;
  const row = sheet.doc.struct("TR");
  structure.add(row);
  for (const [index, cell] of cells.entries()) {
    const slice = slices[index] ?? [];
    const offset = top + (height - slice.length * leading) / 2;
    sheet.element(
      cell.tag,
      () => {
        for (const [k, line] of slice.entries())
          sheet.line(line.text, cellX(cell, line), offset + k * leading, leading, cell.style);
      },
      row,
    );
  }
  row.end();
  sheet.artifact("Layout", () => {
    sheet.doc.lineWidth(RULE.width);
    for (const cell of cells) sheet.doc.rect(cell.left, top, cell.width, height);
    sheet.doc.stroke(RULE.color);
  });
  sheet.y += height;
}

function cellX(cell: Cell, line: Line): number {
  const free = cell.width - 2 * PADDING.x - line.width;
  const shift = cell.align === "center" ? free / 2 : cell.align === "right" ? free : 0;
  return cell.left + PADDING.x + Math.max(0, shift);
}
