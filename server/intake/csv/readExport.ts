import { createReadStream } from "node:fs";
import { Readable, pipeline } from "node:stream";
import { CsvError, parse, type Parser } from "csv-parse";
import { ExportDecoder, type ExportEncoding } from "./decode.ts";
import { type Delimiter, detectDelimiter } from "./delimiter.ts";
import { ExportUnreadable } from "./exportUnreadable.ts";
import { EXPORT_LIMITS, type ExportLimits } from "./limits.ts";

/** One row; `line` is where it begins in the file as an editor numbers it, the header's first line being 1. */
export type ExportRow = { line: number; cells: string[] };

export type OpenExport = {
  /** As far as known: plain ASCII counts as UTF-8 until the first other character. */
  encoding: () => ExportEncoding;
  delimiter: Delimiter;
  headers: string[];
  /** To be read once. Throws ExportUnreadable where the file turns out to be damaged. */
  rows: AsyncIterable<ExportRow>;
  /** Bytes taken from the source so far, for progress. */
  bytesRead: () => number;
  /** Lets go of the source when the rows are not read to the end. */
  close: () => void;
};

/**
 * Opens a lender's export, a stream or a path, and reads as far as its header and first row. Rows then come one by one
 * with the source held back to the reader's pace, so memory does not grow with the file. Lines without any value are passed
 * over. Throws ExportUnreadable when the file is empty, not text, over a limit, damaged, or has no rows.
 */
export async function readExport(
  source: Readable | string,
  limits: ExportLimits = EXPORT_LIMITS,
): Promise<OpenExport> {
  const bytes = typeof source === "string" ? createReadStream(source) : source;
  const decoder = new ExportDecoder(limits);
  const pieces = decoder.decode(bytes);
  try {
    const first = await pieces.next();
    const text = first.done === true ? "" : first.value;
    const delimiter = detectDelimiter(text);
    const rows = parseRows(prepend(text, pieces), delimiter, limits);
    const header = await rows.next();
    if (header.done === true) throw new ExportUnreadable("empty");
    const headers = header.value.cells;
    if (headers.length > limits.maxColumns) {
      throw new ExportUnreadable("too_many_columns", { found: headers.length, max: limits.maxColumns });
    }
    const firstRow = await rows.next();
    if (firstRow.done === true) throw new ExportUnreadable("header_only");
    return {
      encoding: () => decoder.encoding,
      delimiter,
      headers,
      rows: releasing(prepend(firstRow.value, rows), bytes),
      bytesRead: () => decoder.bytesRead,
      close: () => bytes.destroy(),
    };
  } catch (error) {
    bytes.destroy();
    throw error;
  }
}

async function* prepend<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** Passes rows on and lets go of the source at once when the reader stops, wherever that is. */
async function* releasing<T>(rows: AsyncIterable<T>, source: Readable): AsyncGenerator<T> {
  try {
    yield* rows;
  } finally {
    source.destroy();
  }
}

async function* parseRows(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  limits: ExportLimits,
): AsyncGenerator<ExportRow> {
  let parsedLines = 0;
  let line = 1;
  const parser: Parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    max_record_size: limits.maxLineBytes,
    on_record: (cells: string[]) => {
      parsedLines += lineCount(cells);
      return cells;
    },
  });
  // The error reaches the reader through the iteration below; here it only must not go unheard.
  const feed: AsyncIterable<string[]> = pipeline(Readable.from(pieces), parser, () => undefined);
  try {
    for await (const cells of feed) {
      if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
      line += lineCount(cells);
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, parsedLines + 1, limits) : error;
  }
}

/** How many lines of the file a row takes: quoted cells may contain line breaks. */
function lineCount(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + cell.split("\n").length - 1, 1);
}

/** `line` is where the row that could not be parsed begins: every row before it has been counted. */
function unreadable(error: CsvError, line: number, limits: ExportLimits): ExportUnreadable {
  return error.code === "CSV_MAX_RECORD_SIZE"
    ? new ExportUnreadable("line_too_long", { line, max: limits.maxLineBytes })
    : new ExportUnreadable("quoting", { line });
}
