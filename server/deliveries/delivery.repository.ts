import type { MessageType } from "../../shared/deliveries/eventTypes.ts";
import type { AttemptOutcome, DeliveryStatus } from "../../shared/deliveries/lifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import type { Cursor } from "../http/cursor.ts";
import { WebhookAttempt, WebhookDelivery } from "./delivery.entity.ts";

/** A message somebody has taken in hand to send now. */
export type ClaimedDelivery = {
  id: string;
  endpointId: string;
  type: MessageType;
  body: string;
  url: string;
  secret: string;
  previousSecret: string | null;
  previousUntil: Date | null;
};
export type DeliveryLogRow = {
  id: string;
  endpointId: string;
  url: string;
  type: MessageType;
  caseNumber: string | null;
  status: DeliveryStatus;
  attempts: number;
  nextAttemptAt: Date | null;
  createdAt: Date;
  deliveredAt: Date | null;
  lastOutcome: AttemptOutcome | null;
  lastStatus: number | null;
};
export type DeliveryFilter = {
  endpointId?: string;
  status?: DeliveryStatus;
  type?: MessageType;
  before?: Cursor;
  limit: number;
};

/** Longer than an attempt can take: what is still claimed then was in the hands of a process that died. */
const CLAIM_SECONDS = 60;
/** One endpoint that is slow to answer holds up this many places of a batch at most. */
const PER_ENDPOINT = 5;

/** Messages and their attempts, as rows. */
export class DeliveryRepository {
  /** One message per endpoint and event, however often the event is read. */
  async insert(tx: Tx, delivery: WebhookDelivery): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(WebhookDelivery)
      .values(delivery)
      .orIgnore()
      .execute();
  }

  find(tx: Tx, id: string): Promise<WebhookDelivery | null> {
    return tx.manager.findOneBy(WebhookDelivery, { id });
  }

  lock(tx: Tx, id: string): Promise<WebhookDelivery | null> {
    return tx.manager.findOne(WebhookDelivery, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  attemptsOf(tx: Tx, deliveryId: string): Promise<WebhookAttempt[]> {
    return tx.manager.find(WebhookAttempt, { where: { deliveryId }, order: { number: "ASC" } });
  }

  insertAttempt(tx: Tx, attempt: WebhookAttempt): Promise<WebhookAttempt> {
    return tx.manager.save(attempt);
  }

  async change(tx: Tx, delivery: WebhookDelivery, fields: Partial<WebhookDelivery>): Promise<void> {
    Object.assign(delivery, fields);
    await tx.manager.update(WebhookDelivery, { id: delivery.id }, fields);
  }

  /** Take what is due in hand. Another process, or the next turn, passes over it until the claim has run out. */
  async claim(tx: Tx, limit: number): Promise<ClaimedDelivery[]> {
    return await rows<ClaimedDelivery>(
      tx.manager,
      `WITH due AS (
         SELECT id FROM (
           SELECT d.id, d.next_attempt_at, row_number() OVER (PARTITION BY d.endpoint_id ORDER BY d.next_attempt_at) AS turn
           FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id AND e.status = 'active'
           WHERE d.status = 'pending' AND d.next_attempt_at <= $1
             AND (d.claimed_until IS NULL OR d.claimed_until <= $1)
         ) waiting WHERE turn <= ${PER_ENDPOINT} ORDER BY next_attempt_at LIMIT $2
       ), taken AS (
         SELECT d.id FROM webhook_delivery d JOIN due ON due.id = d.id
         WHERE d.status = 'pending' AND (d.claimed_until IS NULL OR d.claimed_until <= $1)
         FOR UPDATE OF d SKIP LOCKED
       )
       UPDATE webhook_delivery d SET claimed_until = $1::timestamptz + interval '${CLAIM_SECONDS} seconds'
       FROM taken, webhook_endpoint e WHERE d.id = taken.id AND e.id = d.endpoint_id
       RETURNING d.id, d.endpoint_id AS "endpointId", d.type, d.body, e.url, e.secret,
         e.previous_secret AS "previousSecret", e.previous_until AS "previousUntil"`,
      [tx.now, limit],
    );
  }

  /** A keyset page of a platform's log, newest first, with how the last attempt ended. */
  async log(tx: Tx, platformId: string, filter: DeliveryFilter): Promise<DeliveryLogRow[]> {
    const { endpointId, status, type, before, limit } = filter;
    return await rows<DeliveryLogRow>(
      tx.manager,
      `SELECT d.id, d.endpoint_id AS "endpointId", e.url, d.type, d.case_number AS "caseNumber", d.status, d.attempts,
         d.next_attempt_at AS "nextAttemptAt", d.created_at AS "createdAt", d.delivered_at AS "deliveredAt",
         a.outcome AS "lastOutcome", a.status AS "lastStatus"
       FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
         LEFT JOIN webhook_attempt a ON a.delivery_id = d.id AND a.number = d.attempts
       WHERE d.platform_id = $1 AND ($2::uuid IS NULL OR d.endpoint_id = $2)
         AND ($3::text IS NULL OR d.status = $3) AND ($4::text IS NULL OR d.type = $4)
         AND ($5::timestamptz IS NULL OR (d.created_at, d.id) < ($5, $6::uuid))
       ORDER BY d.created_at DESC, d.id DESC LIMIT $7`,
      [
        platformId,
        endpointId ?? null,
        status ?? null,
        type ?? null,
        before?.at ?? null,
        before?.id ?? null,
        limit,
      ],
    );
  }
}
