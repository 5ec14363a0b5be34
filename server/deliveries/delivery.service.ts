import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { DELIVERY_TRANSITIONS } from "../../shared/deliveries/lifecycle.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyStaffOfAPlatform } from "../organisations/index.ts";
import type { WebhookAttempt, WebhookDelivery } from "./delivery.entity.ts";
import { onlyOwnPlatform } from "./delivery.policy.ts";
import type { DeliveryFilter, DeliveryLogRow, DeliveryRepository } from "./delivery.repository.ts";
import type { WebhookEndpoint } from "./endpoint.entity.ts";
import type { EndpointRepository } from "./endpoint.repository.ts";

export type DeliveryInFull = {
  delivery: WebhookDelivery;
  endpoint: WebhookEndpoint;
  attempts: WebhookAttempt[];
};

/** The log of what was sent, and sending again by hand. */
export class DeliveryService {
  readonly #endpoints: EndpointRepository;
  readonly #deliveries: DeliveryRepository;
  readonly #wake: () => void;

  constructor(endpoints: EndpointRepository, deliveries: DeliveryRepository, wake: () => void) {
    this.#endpoints = endpoints;
    this.#deliveries = deliveries;
    this.#wake = wake;
  }

  log(tx: Tx, actor: Actor, filter: DeliveryFilter): Promise<DeliveryLogRow[]> {
    return this.#deliveries.log(tx, onlyStaffOfAPlatform(actor).organisationId, filter);
  }

  async view(tx: Tx, actor: Actor, deliveryId: string): Promise<DeliveryInFull> {
    const { own } = onlyOwnPlatform(actor, await this.#deliveries.find(tx, deliveryId));
    return await this.#inFull(tx, own);
  }

  /** Once more under the same id, so that a receiver which has it already can tell. */
  async redeliver(tx: Tx, actor: Actor, deliveryId: string): Promise<DeliveryInFull> {
    const { own } = onlyOwnPlatform(actor, await this.#deliveries.lock(tx, deliveryId));
    const found = await this.#inFull(tx, own);
    if (found.endpoint.status !== "active") {
      throw new Refusal("unprocessable", "the endpoint does not receive now");
    }
    const status = DELIVERY_TRANSITIONS[own.status].redeliver;
    if (status === null) throw new Refusal("already_done", "it waits to be sent already");
    await this.#deliveries.change(tx, own, { status, triesLeft: 1, nextAttemptAt: tx.now });
    tx.afterCommit(() => this.#wake());
    return found;
  }

  async #inFull(tx: Tx, delivery: WebhookDelivery): Promise<DeliveryInFull> {
    const endpoint = await this.#endpoints.find(tx, delivery.endpointId);
    if (!endpoint) throw new Error(`webhook delivery ${delivery.id} has no endpoint`);
    return { delivery, endpoint, attempts: await this.#deliveries.attemptsOf(tx, delivery.id) };
  }
}
