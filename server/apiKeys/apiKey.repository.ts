import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { ApiKey } from "./apiKey.entity.ts";

/** Use is noted to the minute, so that a busy key does not write at every request. */
const USE_NOTED_EVERY = "1 minute";

/** Keys as rows. */
export class ApiKeyRepository {
  insert(tx: Tx, key: ApiKey): Promise<ApiKey> {
    return tx.manager.save(key);
  }

  byHash(tx: Tx, keyHash: string): Promise<ApiKey | null> {
    return tx.manager.findOneBy(ApiKey, { keyHash });
  }

  lock(tx: Tx, id: string): Promise<ApiKey | null> {
    return tx.manager.findOne(ApiKey, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** A platform's keys, the newest first; those that no longer hold stay in the list. */
  ofPlatform(tx: Tx, platformId: string): Promise<ApiKey[]> {
    return tx.manager.find(ApiKey, { where: { platformId }, order: { createdAt: "DESC", id: "DESC" } });
  }

  async revoke(tx: Tx, key: ApiKey, revokedBy: string): Promise<void> {
    Object.assign(key, { revokedAt: tx.now, revokedBy });
    await tx.manager.update(ApiKey, { id: key.id }, { revokedAt: tx.now, revokedBy });
  }

  async noteUse(tx: Tx, id: string): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE api_key SET last_used_at = $2
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '${USE_NOTED_EVERY}')`,
      [id, tx.now],
    );
  }
}
