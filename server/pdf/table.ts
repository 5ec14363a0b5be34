import { measureTable, PADDING, type Table, type TableMeasures } from "./columns.ts";
import { breakLines } from "./lineBreaking.ts";
import type { Sheet, TextStyle } from "./sheet.ts";

export type { Column, Table } from "./columns.ts";

interface Cell {
  lines: string[];
  style: TextStyle;
  align: "left" | "center" | "right";
  left: number;
  width: number;
  tag: "TH" | "TD";
}

const RULE = { width: 0.5, color: "#000000" };

/** Draws a ruled table, repeating its header on every page it reaches. */
export function drawTable(sheet: Sheet, table: Table): void {
  const measures = measureTable(sheet, table);
  const { size, leading } = measures;
  const structure = sheet.doc.struct("Table");
  sheet.root.add(structure);
  const header =
    table.headless === true ? undefined : layOut(sheet, table, headers(table), measures, "header");
  const banner = table.banner === undefined ? undefined : bannerCell(sheet, table.banner, size);
  const drawHeader = () => {
    if (banner !== undefined) drawRow(sheet, structure, [banner], leading, 0, Infinity);
    if (header !== undefined) drawRow(sheet, structure, header, leading, 0, Infinity);
  };
  const headerHeight =
    (header === undefined ? 0 : rowHeight(header, leading)) +
    (banner === undefined ? 0 : rowHeight([banner], leading));
  const rows = rowsOf(sheet, table, measures);
  const heights = rows.map((cells) => rowHeight(cells, leading));
  sheet.keep(startHeight(sheet, headerHeight, heights));
  drawHeader();
  for (const [index, cells] of rows.entries()) {
    const height = heights[index] ?? 0;
    // A total does not stand on a page without a row it sums.
    const withTotal = table.total !== undefined && index === rows.length - 2 ? (heights.at(-1) ?? 0) : 0;
    const tall = height > (sheet.bottom - sheet.top - headerHeight) / 3;
    if (height + withTotal > sheet.room && !(tall && sheet.room > headerHeight + 4 * leading)) {
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
  const measures = measureTable(sheet, table);
  const { size, leading } = measures;
  const head = table.headless === true ? [] : [layOut(sheet, table, headers(table), measures, "header")];
  const banner = table.banner === undefined ? [] : [[bannerCell(sheet, table.banner, size)]];
  const headerHeight = [...head, ...banner].reduce((sum, cells) => sum + rowHeight(cells, leading), 0);
  const few = { ...table, rows: table.rows.slice(0, SMALL_TABLE_ROWS + 1) };
  const heights = rowsOf(sheet, few, measures).map((cells) => rowHeight(cells, leading));
  return startHeight(sheet, headerHeight, heights);
}

const SMALL_TABLE_ROWS = 12;
const FIRST_ROWS = 3;

function rowsOf(sheet: Sheet, table: Table, measures: TableMeasures): Cell[][] {
  const rows = table.rows.map((row) => layOut(sheet, table, row, measures, "row"));
  return table.total === undefined ? rows : [...rows, layOut(sheet, table, table.total, measures, "total")];
}

function startHeight(sheet: Sheet, headerHeight: number, heights: readonly number[]): number {
  const page = sheet.bottom - sheet.top;
  const whole = headerHeight + heights.reduce((sum, height) => sum + height, 0);
  if (heights.length <= SMALL_TABLE_ROWS && whole <= page * 0.4) return whole;
  const few = heights.slice(0, FIRST_ROWS).reduce((sum, height) => sum + height, 0);
  return Math.min(headerHeight + few, page / 2);
}

function bannerCell(sheet: Sheet, text: string, size: number): Cell {
  const style: TextStyle = { size: size + 1, weight: "bold" };
  return { lines: [text], style, align: "center", left: sheet.left, width: sheet.width, tag: "TH" };
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
    const lines = breakLines(text, inner, (piece) => sheet.measure(piece, style)).map((line) => line.text);
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
        for (const [k, text] of slice.entries())
          sheet.line(text, cellX(sheet, cell, text), offset + k * leading, leading, cell.style);
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

function cellX(sheet: Sheet, cell: Cell, text: string): number {
  const free = cell.width - 2 * PADDING.x - sheet.measure(text, cell.style);
  const shift = cell.align === "center" ? free / 2 : cell.align === "right" ? free : 0;
  return cell.left + PADDING.x + Math.max(0, shift);
}
