import type { Sheet } from "./sheet.ts";

/** Where each part of a document begins and ends, pages from 1. */
export type PageMap = Record<string, { from: number; to: number }>;

/** The pages of a part for an index: as wide before the pages are known as after. */
export function rangeOf(known: PageMap, key: string): string {
  const found = known[key];
  if (found === undefined) return "";
  return found.from === found.to ? String(found.from) : `${found.from}—${found.to}`;
}

/** Makes a row of an index lead to its part. */
export function linkTo(sheet: Sheet, key: string | undefined, place: { top: number; height: number }): void {
  if (key !== undefined) sheet.doc.goTo(sheet.left, place.top, sheet.width, place.height, key);
}
