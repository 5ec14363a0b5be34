import { createHash } from "node:crypto";
import { printedCode, readCode } from "../../shared/seal/code.ts";
import type { SealChange, SealedKind, SealLevel, SealReport } from "../../shared/seal/report.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { FileStorage } from "../files/index.ts";
import { DocumentFailed } from "../pdf/failure.ts";
import type { Inspection } from "./inspect.ts";
import type { SealedDocumentRow, SealedVersionRow, SealRepository } from "./seal.repository.ts";
import type { Sealer } from "./sealer.ts";

/** What anybody may know who has the code: that it exists, who issued it and when. Nothing of what it says. */
export type SealedDocumentView = {
  kind: SealedKind;
  code: string;
  issuer: string;
  sealedAt: string;
  pageCount: number | null;
  superseded: boolean;
  /** Sealed with a key that proves nothing about who runs the installation. */
  development: boolean;
  signer: string | null;
  fingerprint: string | null;
  files: { sha256: string; level: SealLevel; at: string }[];
};

export type FileCheck = SealReport & {
  /** The document it was issued as, or was made of; null when it is none of ours. */
  document: SealedDocumentView | null;
  /** The document's number, for who holds it unaltered. */
  number: string | null;
  changes: SealChange[];
};

type Known = { row: SealedDocumentRow; versions: SealedVersionRow[] };

/** Is this paper ours, and is it as it was? By the code that is printed on it, or by the file itself. */
export class SealVerification {
  readonly #deps: { db: Database; files: FileStorage; rows: SealRepository; sealer: Sealer };

  constructor(deps: { db: Database; files: FileStorage; rows: SealRepository; sealer: Sealer }) {
    this.#deps = deps;
  }

  async byCode(tx: Tx, typed: string): Promise<SealedDocumentView> {
    const code = readCode(typed);
    const row = code === null ? null : await this.#deps.rows.byCode(tx, code);
    if (row === null) throw new Refusal("not_found", "no document was sealed under this code");
    return view({ row, versions: await this.#deps.rows.versionsOf(tx, row.id) });
  }

  /** Certificates that our seals end at, the present one first. */
  async roots(): Promise<Uint8Array[]> {
    const { db, rows, sealer } = this.#deps;
    const kept = await db.read((tx) => rows.roots(tx));
    const { root } = sealer.identity;
    return [root, ...kept.filter((other) => !Buffer.from(other).equals(Buffer.from(root)))];
  }

  /** Reads a file that anybody may have sent. Whatever it is, there is an answer. */
  async check(bytes: Uint8Array): Promise<FileCheck> {
    const issued = await this.#find((tx) => this.#deps.rows.bySha256(tx, [sha256(bytes)]));
    const { report, codes, prefixes } = await this.#inspect(bytes);
    if (issued !== null) {
      // The very bytes that were issued. Before PAdES there was only their hash.
      const byRecord = issued.versions.some((one) => one.sha256 === report.sha256 && one.level === "record");
      const verdict = byRecord || report.verdict === "unaltered" ? "unaltered" : report.verdict;
      const faults = byRecord ? [] : report.faults;
      return { ...report, verdict, faults, document: view(issued), number: issued.row.number, changes: [] };
    }
    const made = await this.#madeFrom(bytes, prefixes, codes);
    if (made === null) return unknownFile(report);
    const files = await Promise.all(made.versions.map((one) => this.#deps.files.read(one.sha256)));
    const faults = report.faults.length > 0 ? report.faults : (["bytes_differ"] as const);
    const changes = await this.#deps.sealer.compare(files, bytes);
    return {
      ...report,
      verdict: "altered",
      faults: [...faults],
      document: view(made),
      number: null,
      changes,
    };
  }

  /** By what its signatures cover, by the code in its signature or description, or by the code inside. */
  async #madeFrom(
    bytes: Uint8Array,
    prefixes: readonly string[],
    codes: readonly string[],
  ): Promise<Known | null> {
    const { rows, sealer } = this.#deps;
    const seen = await this.#find(
      async (tx) => (await rows.bySha256(tx, prefixes)) ?? (await this.#byCodes(tx, codes)),
    );
    if (seen !== null || prefixes.length > 0 || codes.length > 0) return seen;
    const inside = await sealer.codesInside(bytes);
    return await this.#find((tx) => this.#byCodes(tx, inside));
  }

  async #byCodes(tx: Tx, codes: readonly string[]): Promise<SealedDocumentRow | null> {
    for (const code of codes) {
      const row = await this.#deps.rows.byCode(tx, code);
      if (row !== null) return row;
    }
    return null;
  }

  async #find(by: (tx: Tx) => Promise<SealedDocumentRow | null>): Promise<Known | null> {
    return await this.#deps.db.read(async (tx) => {
      const row = await by(tx);
      return row === null ? null : { row, versions: await this.#deps.rows.versionsOf(tx, row.id) };
    });
  }

  /** A file that wears out the inspecting thread is unreadable, not our failure. */
  async #inspect(bytes: Uint8Array): Promise<Inspection> {
    const roots = await this.roots();
    try {
      return await this.#deps.sealer.inspect(bytes, roots);
    } catch (error) {
      if (!(error instanceof DocumentFailed) || error.code === "drawer_closed") throw error;
      const base = { bytes: bytes.byteLength, sha256: sha256(bytes), claimedChange: null, marks: [] };
      return {
        report: { ...base, verdict: "unreadable", faults: ["cannot_be_read"] },
        codes: [],
        prefixes: [],
      };
    }
  }
}

/** Nothing is on record: at most it carries a seal of ours that was never issued, or is lost. */
function unknownFile(report: SealReport): FileCheck {
  const nothing = { document: null, number: null, changes: [] };
  if (report.verdict !== "unaltered") return { ...report, ...nothing };
  return { ...report, ...nothing, verdict: "not_ours", faults: ["no_record"] };
}

function view({ row, versions }: Known): SealedDocumentView {
  const latest = versions.at(-1);
  return {
    kind: row.kind,
    code: printedCode(row.code),
    issuer: row.issuer,
    sealedAt: (row.sealedAt ?? row.orderedAt).toISOString(),
    pageCount: row.pageCount,
    superseded: row.supersededAt !== null,
    development: latest?.development ?? false,
    signer: latest?.signer ?? null,
    fingerprint: latest?.fingerprint ?? null,
    files: versions.map(({ sha256: hash, level, createdAt }) => ({
      sha256: hash,
      level,
      at: createdAt.toISOString(),
    })),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
