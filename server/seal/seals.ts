import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { codeFromBytes, printedCode } from "../../shared/seal/code.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { SealedKind } from "../../shared/seal/report.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { registerFile, type FileStorage, type StoredContent } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";
import type { SealedDocumentRow, SealedVersionRow, SealRepository } from "./seal.repository.ts";
import type { SealedPdf, Sealer, SealIdentity } from "./sealer.ts";
import { fingerprintOf } from "./signer.ts";

export const SEAL_QUEUES = ["seal.upgrade"] as const;
/** How often sealed files without their timestamp are tried again. */
const UPGRADE_EVERY_SECONDS = 300;
const FIRST_TRY_MS = 90_000;
/** An order that could not be carried out for so long is left to a person. */
const GIVE_UP_MS = 7 * 24 * 3_600_000;

/** What is to be sealed, decided and committed before anything is drawn: a killed process leaves it to the next one. */
export type SealOrder = {
  id: string;
  kind: SealedKind;
  subjectId: string;
  /** As it is printed, `7K3M-9QTX-2ABC-D4EF`. */
  code: string;
  verifyUrl: string;
  issuer: string;
  orderedAt: Date;
  orderedBy: string | null;
};
export type NewSealOrder = {
  kind: SealedKind;
  /** The row of the domain that the document belongs to. */
  subjectId: string;
  /** Counts documents of one subject that are made anew; 1 unless told. */
  serial?: number;
  /** The document's own number, shown only to who holds the file. */
  number: string;
  /** Who issues it, shown to anyone with the code. */
  issuer: string;
  orderedBy?: string | null;
};
/** Sealed and stored, not yet committed. */
export type SealedFile = {
  order: SealOrder;
  file: StoredContent;
  sealed: SealedPdf;
  pageCount: number | null;
};
/** Told when a later file of the same document takes the place of the first. */
export type UpgradeListener = (tx: Tx, subjectId: string, sha256: string) => Promise<void>;

/**
 * The register of sealed documents. In three steps: `order` in the transaction of the decision, `seal` outside any,
 * `record` in the transaction that makes it count. Each may be done again; a document is sealed once.
 */
export class Seals {
  readonly #deps: {
    db: Database;
    files: FileStorage;
    rows: SealRepository;
    sealer: Sealer;
    jobs: Jobs;
    log: Log;
    publicUrl: string;
  };
  readonly #listeners = new Map<SealedKind, UpgradeListener>();

  constructor(deps: {
    db: Database;
    files: FileStorage;
    rows: SealRepository;
    sealer: Sealer;
    jobs: Jobs;
    log: Log;
    publicUrl: string;
  }) {
    this.#deps = deps;
  }

  get identity(): SealIdentity {
    return this.#deps.sealer.identity;
  }

  async order(tx: Tx, order: NewSealOrder): Promise<SealOrder> {
    const { serial = 1, orderedBy = null, ...rest } = order;
    const code = codeFromBytes(new Uint8Array(randomBytes(10)));
    return this.#orderOf(await this.#deps.rows.order(tx, { ...rest, serial, orderedBy, id: uuid(), code }));
  }

  /** Seals the drawn bytes and puts them into storage. Nothing counts before `record`. */
  async seal(
    order: SealOrder,
    drawn: { bytes: Uint8Array; pageCount: number | null; reason: string; location: string },
  ): Promise<SealedFile> {
    const { reason, location, bytes, pageCount } = drawn;
    const { orderedAt: at, verifyUrl } = order;
    const sealed = await this.#deps.sealer
      .sealPdf(bytes, { at, reason, location, verifyUrl })
      .catch((error: unknown) => {
        this.#deps.log.error({ err: error, kind: order.kind }, "the seal cannot be set");
        throw new Refusal("unavailable", "the seal cannot be set now");
      });
    const file = await this.#deps.files.put(sealed.bytes, "application/pdf");
    return { order, file, sealed, pageCount };
  }

  /** False when the document has been sealed already: then this file is not the one that counts. */
  async record(tx: Tx, { order, file, sealed, pageCount }: SealedFile): Promise<boolean> {
    const { rows, jobs } = this.#deps;
    const found = await rows.lock(tx, order.id);
    if (found === null || found.sealedAt !== null) return false;
    await registerFile(tx, file);
    const { root, development } = this.identity;
    await rows.keepRoot(tx, { fingerprint: fingerprintOf(root), certificate: root, development });
    await rows.addVersion(tx, order.id, this.#version(1, file.sha256, sealed.level));
    await rows.markSealed(tx, order.id, pageCount, sealed.upgradeDue);
    if (sealed.upgradeDue) {
      await jobs.enqueue(tx, "seal.upgrade", {}, { startAfter: new Date(Date.now() + FIRST_TRY_MS) });
    }
    return true;
  }

  /** Orders of a kind whose document was not sealed: the process was killed, or something failed on the way. */
  async waiting(tx: Tx, kind: SealedKind): Promise<SealOrder[]> {
    const found = await this.#deps.rows.waiting(tx, kind, new Date(tx.now.getTime() - GIVE_UP_MS));
    return found.map((row) => this.#orderOf(row));
  }

  /** What was to be sealed is not to be sealed any more. */
  async drop(tx: Tx, order: SealOrder): Promise<void> {
    await this.#deps.rows.drop(tx, order.id);
  }

  /** The newest file of a sealed document; null when it is not sealed. */
  async sha256Of(tx: Tx, kind: SealedKind, subjectId: string): Promise<string | null> {
    const found = await this.#deps.rows.latestOf(tx, kind, subjectId);
    if (found === null) return null;
    return (await this.#deps.rows.versionsOf(tx, found.id)).at(-1)?.sha256 ?? null;
  }

  /** From now on its verification says that another document has taken its place. */
  async supersede(tx: Tx, kind: SealedKind, subjectId: string): Promise<void> {
    await this.#deps.rows.markSuperseded(tx, kind, subjectId);
  }

  onUpgraded(kind: SealedKind, listener: UpgradeListener): void {
    this.#listeners.set(kind, listener);
  }

  async startWorkers(): Promise<void> {
    await this.#deps.jobs.schedule("seal.upgrade", UPGRADE_EVERY_SECONDS, () => this.upgradeAll());
  }

  /** Adds timestamps to what was sealed while the timestamp server was away. The first that fails ends the round. */
  async upgradeAll(): Promise<void> {
    const { db, rows, log } = this.#deps;
    for (const id of await db.read((tx) => rows.upgradesDue(tx))) {
      try {
        await this.#upgrade(id);
      } catch (error) {
        log.warn({ err: error, documentId: id }, "a seal still has no timestamp");
        return;
      }
    }
  }

  async #upgrade(id: string): Promise<void> {
    const { db, rows, files, sealer } = this.#deps;
    const { current, roots } = await db.read(async (tx) => ({
      current: (await rows.versionsOf(tx, id)).at(-1),
      roots: await rows.roots(tx),
    }));
    if (current === undefined) return;
    const bytes = await sealer.upgrade(await files.read(current.sha256), roots);
    if (bytes === null) return;
    const file = await files.put(bytes, "application/pdf");
    await db.transaction(async (tx) => {
      const locked = await rows.lock(tx, id);
      if (!locked?.upgradeDue) return;
      await registerFile(tx, file);
      const { signer, fingerprint, development } = current;
      const version = { version: current.version + 1, sha256: file.sha256, level: "B-LTA" as const };
      await rows.addVersion(tx, id, { ...version, signer, fingerprint, development });
      await rows.markUpgraded(tx, id);
      await this.#listeners.get(locked.kind)?.(tx, locked.subjectId, file.sha256);
    });
  }

  #version(version: number, sha256: string, level: SealedVersionRow["level"]) {
    const { name: signer, fingerprint, development } = this.identity;
    return { version, sha256, level, signer, fingerprint, development };
  }

  #orderOf(row: SealedDocumentRow): SealOrder {
    const { id, kind, subjectId, issuer, orderedAt, orderedBy } = row;
    const code = printedCode(row.code);
    const verifyUrl = `${this.#deps.publicUrl}/verify?document=${code}`;
    return { id, kind, subjectId, code, verifyUrl, issuer, orderedAt, orderedBy };
  }
}
