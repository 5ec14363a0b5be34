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
  return (await leaveReceipts(tx, [{ receipt, answer }])).size > 0;
}

/** The same for many commands in one statement; answers whose receipts could be left. */
export async function leaveReceipts<R extends ReceiptKey>(
  tx: Tx,
  done: readonly { receipt: R; answer: Answer }[],
): Promise<ReadonlySet<R>> {
  assertInTransaction(tx);
  const given = done.map(({ receipt, answer }) => ({
    ...receipt,
    status: answer.status,
    answer: answer.answer ?? null,
  }));
  const left = await preparedRows<{ actor: string; key: string }>(
    tx.manager,
    "receipt.leave",
    `INSERT INTO receipt (actor, key, fingerprint, status, answer, at)
     SELECT r.actor, r.key, r.fingerprint, r.status, r.answer, $2
     FROM jsonb_to_recordset($1::jsonb) AS r(actor text, key text, fingerprint text, status integer, answer jsonb)
     ON CONFLICT (actor, key) DO NOTHING RETURNING actor, key`,
    [JSON.stringify(given), tx.now],
  );
  const places = new Set(left.map(placeOf));
  // Of two with the same key the first one has it.
  return new Set(done.map(({ receipt }) => receipt).filter((receipt) => places.delete(placeOf(receipt))));
}

function placeOf({ actor, key }: { actor: string; key: string }): string {
  return JSON.stringify([actor, key]);
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
