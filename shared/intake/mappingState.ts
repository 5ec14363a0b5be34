import { normaliseHeader } from "./headers.ts";
import { type ColumnMapping, recogniseColumns, type RecognisedColumns } from "./mapping.ts";

/** True when every required field has exactly one column and no field is claimed twice: the rows can be read. */
export function canBeRead(columns: RecognisedColumns): boolean {
  return columns.missing.length === 0 && columns.conflicts.length === 0;
}

/** The columns of a file under a mapping; nothing while the file's header has not been read. */
export function columnsOf(
  headers: readonly string[] | null,
  mapping: ColumnMapping | null,
): RecognisedColumns | null {
  return headers === null ? null : recogniseColumns(headers, mapping ?? {});
}

/** Headers a mapping speaks of that the file does not have. */
export function unknownHeaders(headers: readonly string[], mapping: ColumnMapping): string[] {
  const present = new Set(headers.map(normaliseHeader));
  return Object.keys(mapping).filter((header) => !present.has(normaliseHeader(header)));
}
