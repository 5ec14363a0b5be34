import { preparedRows, rows } from "./sql.ts";
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

/**
 * Leaves the receipt of a command that has just been run in this transaction: one statement less than claiming the
 * key first, and so for commands that come often. False when the key is taken: then nothing may be committed, and
 * `findReceipt` says what became of the command.
 */
export async function leaveReceipt(tx: Tx, receipt: ReceiptKey, answer: Answer): Promise<boolean> {
  assertInTransaction(tx);
  const left = await preparedRows(
    tx.manager,
    "receipt.leave",
    `INSERT INTO receipt (actor, key, fingerprint, status, answer, at) VALUES ($1, $2, $3, $4, $5::jsonb, $6)
     ON CONFLICT (actor, key) DO NOTHING RETURNING key`,
    [
      receipt.actor,
      receipt.key,
      receipt.fingerprint,
      answer.status,
      JSON.stringify(answer.answer ?? null),
      tx.now,
    ],
  );
  return left.length > 0;
}

/**
 * The answer a command got under this key, or null when none took effect.
 *
 * @throws ReceiptMismatch when the key belongs to another fingerprint
 */
export async function findReceipt(tx: Tx, receipt: ReceiptKey): Promise<Answer | null> {
  const stored = await storedReceipt(tx, receipt);
  return stored ? { status: stored.status, answer: stored.answer } : null;
}

async function replay(tx: Tx, receipt: ReceiptKey): Promise<Answer & { readonly replayed: true }> {
  const stored = await storedReceipt(tx, receipt);
  if (stored === undefined) throw new Error("a receipt vanished while it was read");
  return { status: stored.status, answer: stored.answer, replayed: true };
}

async function storedReceipt(tx: Tx, receipt: ReceiptKey): Promise<ReceiptRow | undefined> {
  const [stored] = await rows<ReceiptRow>(
    tx.manager,
    "SELECT fingerprint, status, answer FROM receipt WHERE actor = $1 AND key = $2",
    [receipt.actor, receipt.key],
  );
  if (stored !== undefined && stored.fingerprint !== receipt.fingerprint) {
    throw new ReceiptMismatch("this idempotency key was used for another request");
  }
  return stored;
}
