import { rows } from "./sql.ts";
import { assertInTransaction, type Tx } from "./transaction.ts";

/** Who sent a command, under which key, and a hash of what was asked. */
export interface ReceiptKey {
  readonly actor: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface Answer {
  readonly status: number;
  readonly answer: unknown;
}

/** The key was used before for something else. */
export class ReceiptMismatch extends Error {
  override readonly name = "ReceiptMismatch";
}

interface ReceiptRow {
  readonly fingerprint: string;
  readonly status: number;
  readonly answer: unknown;
}

/**
 * Runs a command at most once per key: the receipt is written in the command's own transaction, so there is
 * an answer exactly when the command took effect. A second command with the same key waits for the first to
 * commit, then gets its answer; if the first rolled back, it runs.
 *
 * @throws ReceiptMismatch when the key belongs to another fingerprint
 */
export async function withReceipt(
  tx: Tx,
  receipt: ReceiptKey,
  run: () => Promise<Answer>,
): Promise<Answer & { readonly replayed: boolean }> {
  assertInTransaction(tx);
  const { actor, key, fingerprint } = receipt;
  const claimed = await rows(
    tx.manager,
    `INSERT INTO receipt (actor, key, fingerprint, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (actor, key) DO NOTHING RETURNING key`,
    [actor, key, fingerprint, tx.now],
  );
  if (claimed.length === 0) return replay(tx, receipt);
  const { status, answer } = await run();
  await rows(tx.manager, `UPDATE receipt SET status = $3, answer = $4::jsonb WHERE actor = $1 AND key = $2`, [
    actor,
    key,
    status,
    JSON.stringify(answer ?? null),
  ]);
  return { status, answer, replayed: false };
}

async function replay(tx: Tx, receipt: ReceiptKey): Promise<Answer & { readonly replayed: true }> {
  const [stored] = await rows<ReceiptRow>(
    tx.manager,
    "SELECT fingerprint, status, answer FROM receipt WHERE actor = $1 AND key = $2",
    [receipt.actor, receipt.key],
  );
  if (stored === undefined) throw new Error("a receipt vanished while it was read");
  if (stored.fingerprint !== receipt.fingerprint) {
    throw new ReceiptMismatch("this idempotency key was used for another request");
  }
  return { status: stored.status, answer: stored.answer, replayed: true };
}
