import type { SealedKind, SealLevel } from "../../shared/seal/report.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

export type SealedDocumentRow = {
  id: string;
  kind: SealedKind;
  subjectId: string;
  serial: number;
  code: string;
  number: string;
  issuer: string;
  orderedAt: Date;
  orderedBy: string | null;
  sealedAt: Date | null;
  pageCount: number | null;
  upgradeDue: boolean;
  supersededAt: Date | null;
};
export type SealedVersionRow = {
  version: number;
  sha256: string;
  level: SealLevel;
  signer: string | null;
  fingerprint: string | null;
  development: boolean;
  createdAt: Date;
};

const DOCUMENT = `d.id, d.kind, d.subject_id AS "subjectId", d.serial, d.code, d.number, d.issuer,
  d.ordered_at AS "orderedAt", d.ordered_by AS "orderedBy", d.sealed_at AS "sealedAt", d.page_count AS "pageCount",
  d.upgrade_due AS "upgradeDue", d.superseded_at AS "supersededAt"`;

/** Sealed documents, their versions and the roots they were sealed under, as rows. */
export class SealRepository {
  /** Made once: whoever asks again gets the order there is. */
  async order(
    tx: Tx,
    order: Pick<
      SealedDocumentRow,
      "id" | "kind" | "subjectId" | "serial" | "code" | "number" | "issuer" | "orderedBy"
    >,
  ): Promise<SealedDocumentRow> {
    await rows(
      tx.manager,
      `INSERT INTO sealed_document (id, kind, subject_id, serial, code, number, issuer, ordered_at, ordered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (kind, subject_id, serial) DO NOTHING`,
      [
        order.id,
        order.kind,
        order.subjectId,
        order.serial,
        order.code,
        order.number,
        order.issuer,
        tx.now,
        order.orderedBy,
      ],
    );
    const found = await this.#one(tx, `d.kind = $1 AND d.subject_id = $2 AND d.serial = $3`, [
      order.kind,
      order.subjectId,
      order.serial,
    ]);
    if (found === null) throw new Error("the order to seal is gone again");
    return found;
  }

  lock(tx: Tx, id: string): Promise<SealedDocumentRow | null> {
    return this.#one(tx, `d.id = $1 FOR UPDATE`, [id]);
  }

  byCode(tx: Tx, code: string): Promise<SealedDocumentRow | null> {
    return this.#one(tx, `d.code = $1 AND d.sealed_at IS NOT NULL`, [code]);
  }

  /** The document one of whose versions begins with bytes of this hash, or is them. */
  bySha256(tx: Tx, hashes: readonly string[]): Promise<SealedDocumentRow | null> {
    return this.#one(
      tx,
      `d.id = (SELECT document_id FROM sealed_version WHERE sha256 = ANY ($1::text[]) LIMIT 1)`,
      [hashes],
    );
  }

  latestOf(tx: Tx, kind: SealedKind, subjectId: string): Promise<SealedDocumentRow | null> {
    return this.#one(
      tx,
      `d.kind = $1 AND d.subject_id = $2 AND d.sealed_at IS NOT NULL ORDER BY d.serial DESC LIMIT 1`,
      [kind, subjectId],
    );
  }

  /** Orders that nothing came of yet, oldest first. */
  async waiting(tx: Tx, kind: SealedKind, since: Date): Promise<SealedDocumentRow[]> {
    return await rows(
      tx.manager,
      `SELECT ${DOCUMENT} FROM sealed_document d
       WHERE d.kind = $1 AND d.sealed_at IS NULL AND d.ordered_at > $2 ORDER BY d.ordered_at LIMIT 100`,
      [kind, since],
    );
  }

  async upgradesDue(tx: Tx): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx.manager,
      `SELECT id FROM sealed_document WHERE upgrade_due ORDER BY sealed_at LIMIT 100`,
    );
    return found.map(({ id }) => id);
  }

  async versionsOf(tx: Tx, documentId: string): Promise<SealedVersionRow[]> {
    return await rows(
      tx.manager,
      `SELECT version, sha256, level, signer, fingerprint, development, created_at AS "createdAt"
       FROM sealed_version WHERE document_id = $1 ORDER BY version`,
      [documentId],
    );
  }

  async addVersion(tx: Tx, documentId: string, version: Omit<SealedVersionRow, "createdAt">): Promise<void> {
    const { version: number, sha256, level, signer, fingerprint, development } = version;
    await rows(
      tx.manager,
      `INSERT INTO sealed_version (document_id, version, sha256, level, signer, fingerprint, development, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [documentId, number, sha256, level, signer, fingerprint, development, tx.now],
    );
  }

  async markSealed(tx: Tx, id: string, pageCount: number | null, upgradeDue: boolean): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE sealed_document SET sealed_at = ordered_at, page_count = $2, upgrade_due = $3 WHERE id = $1`,
      [id, pageCount, upgradeDue],
    );
  }

  async markUpgraded(tx: Tx, id: string): Promise<void> {
    await rows(tx.manager, `UPDATE sealed_document SET upgrade_due = false WHERE id = $1`, [id]);
  }

  async markSuperseded(tx: Tx, kind: SealedKind, subjectId: string): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE sealed_document SET superseded_at = $3
       WHERE kind = $1 AND subject_id = $2 AND superseded_at IS NULL AND sealed_at IS NOT NULL`,
      [kind, subjectId, tx.now],
    );
  }

  async drop(tx: Tx, id: string): Promise<void> {
    await rows(tx.manager, `DELETE FROM sealed_document WHERE id = $1 AND sealed_at IS NULL`, [id]);
  }

  async keepRoot(
    tx: Tx,
    root: { fingerprint: string; certificate: Uint8Array; development: boolean },
  ): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO seal_root (fingerprint, certificate, development, added_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [root.fingerprint, Buffer.from(root.certificate), root.development, tx.now],
    );
  }

  async roots(tx: Tx): Promise<Uint8Array[]> {
    const found = await rows<{ certificate: Buffer }>(
      tx.manager,
      `SELECT certificate FROM seal_root ORDER BY added_at DESC`,
    );
    return found.map(({ certificate }) => new Uint8Array(certificate));
  }

  async #one(tx: Tx, where: string, values: readonly unknown[]): Promise<SealedDocumentRow | null> {
    const [found] = await rows<SealedDocumentRow>(
      tx.manager,
      `SELECT ${DOCUMENT} FROM sealed_document d WHERE ${where}`,
      [...values],
    );
    return found ?? null;
  }
}
