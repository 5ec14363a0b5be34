import { Not } from "typeorm";
import type { WebhookEvent } from "../../shared/deliveries/eventTypes.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { WebhookEndpoint } from "./endpoint.entity.ts";

/** Endpoints as rows; those that were removed stay for the log. */
export class EndpointRepository {
  insert(tx: Tx, endpoint: WebhookEndpoint): Promise<WebhookEndpoint> {
    return tx.manager.save(endpoint);
  }

  find(tx: Tx, id: string): Promise<WebhookEndpoint | null> {
    return tx.manager.findOneBy(WebhookEndpoint, { id });
  }

  lock(tx: Tx, id: string): Promise<WebhookEndpoint | null> {
    return tx.manager.findOne(WebhookEndpoint, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  ofPlatform(tx: Tx, platformId: string): Promise<WebhookEndpoint[]> {
    return tx.manager.find(WebhookEndpoint, {
      where: { platformId, status: Not("removed") },
      order: { createdAt: "ASC", id: "ASC" },
    });
  }

  /** Those whose secrets still lie open, from before they were sealed; locked. */
  async withOpenSecrets(tx: Tx): Promise<Pick<WebhookEndpoint, "id" | "secret" | "previousSecret">[]> {
    return await rows(
      tx.manager,
      `SELECT id, secret, previous_secret AS "previousSecret" FROM webhook_endpoint
       WHERE secret LIKE 'whsec\\_%' OR previous_secret LIKE 'whsec\\_%' ORDER BY id FOR UPDATE`,
    );
  }

  /** The same secrets in another form: nothing that anybody who looks at the endpoint would call a change. */
  async keepSecrets(
    tx: Tx,
    { id, secret, previousSecret }: Pick<WebhookEndpoint, "id" | "secret" | "previousSecret">,
  ): Promise<void> {
    await tx.manager.update(WebhookEndpoint, { id }, { secret, previousSecret });
  }

  /** Who is to be told of an event of this platform: whoever asked for its type before it happened. */
  async listening(tx: Tx, platformId: string, type: WebhookEvent, at: Date): Promise<{ id: string }[]> {
    return await rows<{ id: string }>(
      tx.manager,
      `SELECT id FROM webhook_endpoint
       WHERE platform_id = $1 AND $2 = ANY (event_types) AND created_at <= $3 AND status IN ('active', 'paused')
       ORDER BY created_at, id`,
      [platformId, type, at],
    );
  }

  /** Write changed fields of a locked endpoint; counts its version up, here and on the object. */
  async change(
    tx: Tx,
    endpoint: WebhookEndpoint,
    fields: Partial<Omit<WebhookEndpoint, "id" | "platformId">>,
  ): Promise<void> {
    Object.assign(endpoint, fields, { version: endpoint.version + 1 });
    await tx.manager.update(WebhookEndpoint, { id: endpoint.id }, { ...fields, version: endpoint.version });
  }
}
