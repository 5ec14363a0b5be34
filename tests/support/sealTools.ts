import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drawTerminationCertificate } from "../../server/cases/terminationCertificatePdf.ts";
import { composeTerminationCertificate } from "../../server/cases/terminationCertificateContent.ts";
import { buildCertificateFacts } from "../documents/certificateFacts.ts";

export const VERIFY_URL = "https://mediation.example.org/verify?document=7K3M-9QTX-2ABC-D4EF";

/** A real page of ours to be sealed. */
export async function aDocument(): Promise<Uint8Array> {
  const composed = composeTerminationCertificate(buildCertificateFacts());
  if (!composed.ok) throw new Error("the sample certificate does not compose");
  return (await drawTerminationCertificate(composed.content)).bytes;
}

function inFolder<T>(use: (dir: string, run: (command: string, ...args: string[]) => string) => T): T {
  const dir = mkdtempSync(path.join(tmpdir(), "parley-seal-"));
  const run = (command: string, ...args: string[]) => {
    const done = spawnSync(command, args, { cwd: dir, encoding: "utf8" });
    return `${done.stdout}${done.stderr}`;
  };
  try {
    return use(dir, run);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What poppler's `pdfsig` says, trusting this root and no other. */
export function pdfsig(bytes: Uint8Array, root: string): string {
  return inFolder((dir, run) => {
    writeFileSync(path.join(dir, "f.pdf"), bytes);
    writeFileSync(path.join(dir, "root.pem"), root);
    execFileSync("mkdir", ["nss"], { cwd: dir });
    execFileSync("certutil", ["-N", "-d", "sql:nss", "--empty-password"], { cwd: dir });
    execFileSync("certutil", ["-A", "-d", "sql:nss", "-n", "root", "-t", "C,C,C", "-i", "root.pem"], {
      cwd: dir,
    });
    return run("pdfsig", "-nssdir", "sql:nss", "f.pdf");
  });
}

/** Signature number `place` of a file: its CMS, and the bytes it signs, cut out by nothing but the byte range. */
export function cutOut(bytes: Uint8Array, place: number): { cms: Buffer; signed: Buffer } {
  const file = Buffer.from(bytes);
  const ranges = [...file.toString("latin1").matchAll(/\/ByteRange\s*\[(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  const [, , from = 0, to = 0, rest = 0] = ranges[place]!.map(Number);
  const padded = Buffer.from(file.subarray(from + 1, to - 1).toString("latin1"), "hex");
  return {
    cms: padded.subarray(0, 4 + padded.readUInt16BE(2)),
    signed: Buffer.concat([file.subarray(0, from), file.subarray(to, to + rest)]),
  };
}

/** What `openssl cms -verify` says of a signature of the file. */
export function opensslCms(bytes: Uint8Array, root: string, place = 0): string {
  const { cms, signed } = cutOut(bytes, place);
  return inFolder((dir, run) => {
    writeFileSync(path.join(dir, "s.der"), cms);
    writeFileSync(path.join(dir, "signed"), signed);
    writeFileSync(path.join(dir, "root.pem"), root);
    const trust = ["-CAfile", "root.pem", "-purpose", "any"];
    return run(
      "openssl",
      "cms",
      "-verify",
      "-inform",
      "DER",
      "-in",
      "s.der",
      "-content",
      "signed",
      "-binary",
      ...trust,
      "-out",
      "out",
    );
  });
}

/** What `openssl ts -verify` says of a document timestamp. */
export function opensslTs(bytes: Uint8Array, root: string, place: number): string {
  const { cms, signed } = cutOut(bytes, place);
  return inFolder((dir, run) => {
    writeFileSync(path.join(dir, "t.der"), cms);
    writeFileSync(path.join(dir, "signed"), signed);
    writeFileSync(path.join(dir, "root.pem"), root);
    return run(
      "openssl",
      "ts",
      "-verify",
      "-data",
      "signed",
      "-in",
      "t.der",
      "-token_in",
      "-CAfile",
      "root.pem",
    );
  });
}

/** The file written anew by qpdf, with or without packing its objects. */
export function rewrittenByQpdf(bytes: Uint8Array, objectStreams: "preserve" | "generate"): Uint8Array {
  return inFolder((dir) => {
    writeFileSync(path.join(dir, "in.pdf"), bytes);
    execFileSync("qpdf", [`--object-streams=${objectStreams}`, "in.pdf", "out.pdf"], { cwd: dir });
    return new Uint8Array(readFileSync(path.join(dir, "out.pdf")));
  });
}

/** The same file with one bit of one byte turned. */
export function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** Numbers that look random and are the same in every run: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
