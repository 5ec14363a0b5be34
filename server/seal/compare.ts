import type { SealChange } from "../../shared/seal/report.ts";
import { findSignatures } from "./signatures.ts";

/** Changes closer together than this are told as one. */
const JOIN = 16;
const MOST_CHANGES = 20;
/** More than this share of what is not room for signatures differs: not a changed file but one written anew. */
const SAME_FILE = 0.5;

/** What was done to `sealed` to make `given` of it, as far as the bytes tell. Empty when they are the same. */
export function compareFiles(sealed: Uint8Array, given: Uint8Array): SealChange[] {
  const shared = Math.min(sealed.length, given.length);
  const ranges = differences(sealed, given, shared);
  const differing = ranges.reduce((sum, { from, to }) => sum + (to - from), 0);
  const empty = findSignatures(sealed).reduce((sum, { gap }) => sum + (gap.to - gap.from), 0);
  if (differing > (shared - empty) * SAME_FILE) return [{ kind: "rewritten" }];
  const changes: SealChange[] = ranges
    .slice(0, MOST_CHANGES)
    .map(({ from, to }) => ({ kind: "changed", from, to, place: placeOf(sealed, from) }));
  if (given.length > sealed.length)
    changes.push({
      kind: "appended",
      from: sealed.length,
      bytes: given.length - sealed.length,
      revisions: revisionsIn(given.subarray(sealed.length)),
    });
  if (given.length < sealed.length)
    changes.push({ kind: "cut_off", from: given.length, bytes: sealed.length - given.length });
  return changes;
}

/** Of several files that are on record for a document, the one that `given` was most likely made of. */
export function closestOf(files: readonly Uint8Array[], given: Uint8Array): Uint8Array | null {
  let closest: { file: Uint8Array; score: number } | null = null;
  for (const file of files) {
    const shared = Math.min(file.length, given.length);
    const differing = differences(file, given, shared).reduce((sum, { from, to }) => sum + (to - from), 0);
    const score = shared - differing - Math.abs(file.length - given.length) / 1000;
    if (closest === null || score > closest.score) closest = { file, score };
  }
  return closest?.file ?? null;
}

function differences(left: Uint8Array, right: Uint8Array, length: number): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (let place = 0; place < length; place++) {
    if (left[place] === right[place]) continue;
    const last = ranges.at(-1);
    if (last !== undefined && place - last.to < JOIN) last.to = place + 1;
    else ranges.push({ from: place, to: place + 1 });
  }
  return ranges;
}

function placeOf(sealed: Uint8Array, at: number): "seal" | "content" | "structure" {
  if (findSignatures(sealed).some(({ gap }) => at >= gap.from && at < gap.to)) return "seal";
  const text = Buffer.from(sealed.buffer, sealed.byteOffset, at).toString("latin1");
  return text.lastIndexOf("\nstream") > text.lastIndexOf("endstream") ? "content" : "structure";
}

function revisionsIn(appended: Uint8Array): number {
  const text = Buffer.from(appended.buffer, appended.byteOffset, appended.byteLength).toString("latin1");
  return text.match(/%%EOF/g)?.length ?? 0;
}
