import type { UnreadableCode } from "../../../shared/intake/unreadable.ts";
import { ExportUnreadable } from "./exportUnreadable.ts";

const SIGNATURES: readonly (readonly [code: UnreadableCode, bytes: readonly number[]])[] = [
  ["spreadsheet", [0x50, 0x4b, 0x03, 0x04]],
  ["spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["utf16", [0xff, 0xfe]],
  ["utf16", [0xfe, 0xff]],
];

/** Throws when the first bytes of a file show that it is not text: a workbook, a PDF, an archive, UTF-16, or NUL bytes. */
export function refuseBinary(head: Buffer): void {
  for (const [code, bytes] of SIGNATURES) {
    if (bytes.every((byte, i) => head[i] === byte)) throw new ExportUnreadable(code);
  }
  if (head.includes(0)) throw new ExportUnreadable("binary");
}
