import { v7 as uuid } from "uuid";
import {
  commandAfter,
  DELIVERY_TRANSITIONS,
  ENDPOINT_TRANSITIONS,
} from "../../shared/deliveries/lifecycle.ts";
import { MAX_TRIES, retryDelayMs } from "../../shared/deliveries/retries.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { SecretBox } from "../secretBox.ts";
import { WebhookAttempt, type WebhookDelivery } from "./delivery.entity.ts";
import type { ClaimedDelivery, DeliveryRepository } from "./delivery.repository.ts";
import type { EndpointRepository } from "./endpoint.repository.ts";
import type { Post, PostResult } from "./post.ts";
import { isOpenSecret, secretsInForce, signedHeaders } from "./signature.ts";

const BATCH = 20;

type SenderDeps = {
  db: Database;
  log: Log;
  endpoints: EndpointRepository;
  deliveries: DeliveryRepository;
  post: Post;
  userAgent: string;
  secrets: SecretBox;
  /** As `Math.random`. */
  chance: () => number;
};

/**
 * Sends what is due: takes it in hand, sends it outside any transaction, writes down how it went. A process that dies
 * in between leaves a claim that runs out, and the same message goes out again under the same id.
 */
export class Sender {
  readonly #deps: SenderDeps;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(deps: SenderDeps) {
    this.#deps = deps;
  }

  /** Send all that is due by now, and wait for it. One turn at a time; who calls during one gets the next. */
  async runDue(post?: Post): Promise<void> {
    if (this.#running === null) {
      this.#running = this.#run(post).finally(() => (this.#running = null));
      return await this.#running;
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.runDue(post);
      });
    await this.#next;
  }

  /** Wait for the turn that is under way, and start none. */
  async idle(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  /** As after a commit: nobody waits, and what goes wrong is tried again at the next turn. */
  wake(): void {
    this.runDue().catch((error: unknown) =>
      this.#deps.log.warn({ err: error }, "webhooks could not be sent; the next turn tries again"),
    );
  }

  async #run(post = this.#deps.post): Promise<void> {
    const { db, deliveries } = this.#deps;
    for (;;) {
      const claimed = await db.transaction(async (tx) => ({
        messages: await deliveries.claim(tx, BATCH),
        now: tx.now,
      }));
      if (claimed.messages.length === 0) return;
      await Promise.all(claimed.messages.map((message) => this.#attempt(message, claimed.now, post)));
    }
  }

  async #attempt(message: ClaimedDelivery, now: Date, post: Post): Promise<void> {
    const headers = {
      ...signedHeaders(message, this.#secretsOf(message, now), now),
      "content-type": "application/json; charset=utf-8",
      "user-agent": this.#deps.userAgent,
    };
    const begun = performance.now();
    const result = await post(message.url, headers, message.body);
    const attempt = { startedAt: now, durationMs: Math.round(performance.now() - begun), ...result };
    await this.#deps.db.transaction((tx) => this.#record(tx, message.id, attempt));
  }

  /** Throws when the key that sealed them is gone: the message stays, and waits for the key to be brought back. */
  #secretsOf(message: ClaimedDelivery, now: Date): string[] {
    const { secrets } = this.#deps;
    return secretsInForce(message, now).map((kept) =>
      isOpenSecret(kept) ? kept : secrets.open(kept, message.endpointId),
    );
  }

  async #record(
    tx: Tx,
    deliveryId: string,
    { retryAfterMs, ...attempt }: PostResult & { startedAt: Date; durationMs: number },
  ): Promise<void> {
    const { deliveries } = this.#deps;
    const delivery = await deliveries.lock(tx, deliveryId);
    if (!delivery) throw new Error(`webhook delivery ${deliveryId} is gone`);
    const number = delivery.attempts + 1;
    await deliveries.insertAttempt(
      tx,
      Object.assign(new WebhookAttempt(), { id: uuid(), deliveryId, number, ...attempt }),
    );
    await deliveries.change(tx, delivery, { attempts: number, claimedUntil: null });
    await this.#move(tx, delivery, { outcome: attempt.outcome, retryAfterMs });
    if (attempt.outcome === "gone") await this.#closeEndpoint(tx, delivery.endpointId);
  }

  /** Another process may have delivered it meanwhile; then this attempt is only noted. */
  async #move(
    tx: Tx,
    delivery: WebhookDelivery,
    { outcome, retryAfterMs }: Pick<PostResult, "outcome" | "retryAfterMs">,
  ): Promise<void> {
    const triesLeft = delivery.triesLeft - 1;
    const status = DELIVERY_TRANSITIONS[delivery.status][commandAfter(outcome, triesLeft)];
    if (status === null) return;
    const delayMs = Math.max(
      retryDelayMs(MAX_TRIES - triesLeft, this.#deps.chance()) ?? 0,
      retryAfterMs ?? 0,
    );
    await this.#deps.deliveries.change(tx, delivery, {
      status,
      triesLeft: Math.max(0, triesLeft),
      nextAttemptAt: status === "pending" ? new Date(tx.now.getTime() + delayMs) : null,
      deliveredAt: status === "delivered" ? tx.now : delivery.deliveredAt,
    });
  }

  async #closeEndpoint(tx: Tx, endpointId: string): Promise<void> {
    const endpoint = await this.#deps.endpoints.lock(tx, endpointId);
    if (!endpoint) return;
    const status = ENDPOINT_TRANSITIONS[endpoint.status].answered_gone;
    if (status !== null) await this.#deps.endpoints.change(tx, endpoint, { status });
  }
}
