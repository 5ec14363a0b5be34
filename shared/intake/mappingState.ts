import { normaliseHeader } from "./headers.ts";
import type { ColumnMapping, RecognisedColumns } from "./mapping.ts";

/** True when every required field has exactly one column and no field is claimed twice: the rows can be read. */
export function canBeRead(columns: RecognisedColumns): boolean {
  return columns.missing.length === 0 && columns.conflicts.length === 0;
}

/** Headers a mapping speaks of that the file does not have. */
export function unknownHeaders(headers: readonly string[], mapping: ColumnMapping): string[] {
  const present = new Set(headers.map(normaliseHeader));
  return Object.keys(mapping).filter((header) => !present.has(normaliseHeader(header)));
}
