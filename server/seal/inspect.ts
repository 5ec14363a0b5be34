import { createHash, X509Certificate } from "node:crypto";
import { PDF } from "@libpdf/core";
import { readCode } from "../../shared/seal/code.ts";
import type { SealFault, SealMark, SealReport, SealVerdict } from "../../shared/seal/report.ts";
import { checkSeal, checkTimestamp, type CmsFinding } from "./cms.ts";
import { continuesUnchanged } from "./continuation.ts";
import { findSignatures, readPdfDate, signedBytes, type FoundSignature } from "./signatures.ts";

export type Inspection = {
  report: SealReport;
  /** Codes of documents that the file names, most likely one. */
  codes: string[];
  /** SHA-256 of what each signature reaches from the start of the file, lower-case hex. */
  prefixes: string[];
};

/**
 * What a file says of itself: is it sealed under one of `roots`, and is everything in it as it was sealed? Needs no
 * record and no network. Whether it is the very file that was issued is for the register to say.
 */
export async function inspectFile(bytes: Uint8Array, roots: readonly Uint8Array[]): Promise<Inspection> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const base = { bytes: bytes.byteLength, sha256: sha256(bytes), claimedChange: lastChange(text) };
  if (!text.slice(0, 1024).includes("%PDF-")) {
    const report: SealReport = { ...base, verdict: "unreadable", faults: ["not_pdf"], marks: [] };
    return { report, codes: [], prefixes: [] };
  }
  const found = findSignatures(bytes);
  const marks: SealMark[] = [];
  for (const one of found) marks.push(await markOf(bytes, one, roots));
  const faults = new Set(marks.flatMap(({ fault }) => (fault === null ? [] : [fault])));
  const sealed = marks.some(({ kind, ours }) => kind === "seal" && ours);
  if (sealed) for (const fault of await faultsOfWhole(bytes, found, marks)) faults.add(fault);
  const verdict = verdictOf({ sealed, faults, carries: carriesRoot(text, roots) });
  if (faults.size === 0 && verdict === "not_ours") faults.add(marks.length === 0 ? "no_seal" : "other_root");
  if (faults.size === 0 && verdict === "altered") faults.add("range_wrong");
  return {
    report: { ...base, verdict, faults: [...faults], marks },
    codes: codesIn(text),
    prefixes: found.map(({ coversTo }) => sha256(bytes.subarray(0, coversTo))),
  };
}

async function markOf(
  bytes: Uint8Array,
  found: FoundSignature,
  roots: readonly Uint8Array[],
): Promise<SealMark> {
  const { kind, cms, coversTo, claimedAt } = found;
  const checked =
    cms === null ? null : await check(kind, cms, signedBytes(bytes, found), { roots, claimedAt });
  const { signer = "", fingerprint = "", at = null, attestedAt = null, ours = false } = checked ?? {};
  const fault = checked === null ? "seal_damaged" : checked.fault;
  return { kind, signer, fingerprint, at, attestedAt, coversBytes: coversTo, ours, fault };
}

/** A structure can be broken in more ways than a parser foresees; each of them is a damaged seal. */
async function check(
  kind: FoundSignature["kind"],
  cms: Uint8Array,
  signed: Uint8Array,
  with_: { roots: readonly Uint8Array[]; claimedAt: string | null },
): Promise<CmsFinding | null> {
  try {
    return kind === "timestamp" ? await checkTimestamp(cms, signed) : await checkSeal(cms, signed, with_);
  } catch {
    return null;
  }
}

/**
 * Nothing but validation data and timestamps may follow a seal, and the last of them ends the file. The document itself is
 * read only when every signature vouches for its bytes: a parser is not fed what anybody may have broken.
 */
async function faultsOfWhole(
  bytes: Uint8Array,
  found: readonly FoundSignature[],
  marks: readonly SealMark[],
): Promise<SealFault[]> {
  const faults: SealFault[] = [];
  const vouched = marks.every(({ fault }) => fault === null);
  for (const [place, { coversTo }] of found.entries()) {
    const before = found[place - 1];
    if (before === undefined) {
      if (marks[place]?.ours !== true) faults.push("content_after_seal");
      continue;
    }
    const revisions = [bytes.subarray(0, before.coversTo), bytes.subarray(0, coversTo)] as const;
    const changed = vouched && !(await continuesUnchanged(...revisions));
    if (marks[place]?.kind !== "timestamp" || changed) faults.push("content_after_seal");
  }
  if (found.at(-1)?.coversTo !== bytes.byteLength) faults.push("bytes_after_seal");
  return faults;
}

function verdictOf(seen: { sealed: boolean; faults: ReadonlySet<SealFault>; carries: boolean }): SealVerdict {
  if (seen.sealed) return seen.faults.size === 0 ? "unaltered" : "altered";
  return seen.carries ? "altered" : "not_ours";
}

/**
 * Does any stretch of a root's public key stand in the file? A damaged seal of ours still carries most of it; names and
 * algorithms are the same in many certificates and prove nothing.
 */
function carriesRoot(text: string, roots: readonly Uint8Array[]): boolean {
  const upper = text.toUpperCase();
  return roots.some((root) => {
    const key = new X509Certificate(root).publicKey.export({ type: "spki", format: "der" });
    const pieces = key.subarray(KEY_HEADER).toString("hex").toUpperCase().match(/.{40}/g) ?? [];
    return pieces.some((piece) => upper.includes(piece));
  });
}

/** Bytes of a public key that say what kind of key it is. */
const KEY_HEADER = 30;

/** Where we write the link to the verification; one in the text of a letter says nothing about the letter. */
const NAMED = /\/(?:ContactInfo|Keywords)\s*\([^)]{0,300}?document=([0-9A-Za-z-]{16,24})/g;
const LINK = /document=([0-9A-Za-z-]{16,24})/g;

function codesIn(text: string, where: RegExp = NAMED): string[] {
  const codes = Array.from(text.matchAll(where), ([, code = ""]) => readCode(code));
  return [...new Set(codes.filter((code) => code !== null))].slice(0, 5);
}

/** The code of a file that was written anew, where it may be packed away: reads the file as a reader would. */
export async function codesInside(bytes: Uint8Array): Promise<string[]> {
  try {
    const pdf = await PDF.load(new Uint8Array(bytes));
    return codesIn((pdf.getKeywords() ?? []).join(" "), LINK);
  } catch {
    return [];
  }
}

function lastChange(text: string): string | null {
  const dates = Array.from(text.matchAll(/\/ModDate\s*\((D:[^)]{4,30})\)/g), ([, date = ""]) =>
    readPdfDate(date),
  );
  return dates.findLast((date) => date !== null) ?? null;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
