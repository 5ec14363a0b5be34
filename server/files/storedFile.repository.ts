import { rows } from "../database/sql.ts";
import { assertInTransaction, type Tx } from "../database/transaction.ts";
import type { StoredContent } from "./fileStorage.ts";

/**
 * Record that a stored file belongs to something, in the transaction of what refers to it. Bytes are put first:
 * a file that nothing refers to costs space, a reference without a file loses evidence.
 */
export async function registerFile(tx: Tx, file: StoredContent): Promise<void> {
  assertInTransaction(tx);
  await rows(
    tx.manager,
    `INSERT INTO stored_file (sha256, bytes, mime, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [file.sha256, file.bytes, file.mime, tx.now],
  );
}
