import { v7 as uuid } from "uuid";
import type { MessageType } from "../../shared/deliveries/eventTypes.ts";
import { MAX_TRIES } from "../../shared/deliveries/retries.ts";
import { mayRead } from "../../shared/journal/audience.ts";
import type { Tx } from "../database/transaction.ts";
import { WebhookDelivery } from "./delivery.entity.ts";
import type { DeliveryRepository } from "./delivery.repository.ts";
import type { EndpointRepository } from "./endpoint.repository.ts";
import { bodyOf, type DeliverableEvent } from "./payloads.ts";
import type { PayloadRepository } from "./payloads.repository.ts";

export type NewMessage = {
  endpointId: string;
  platformId: string;
  eventId: string;
  type: MessageType;
  caseNumber: string | null;
  body: string;
};

/** A message that waits for its first try. */
export function pendingDelivery(message: NewMessage, now: Date, tries = MAX_TRIES): WebhookDelivery {
  return Object.assign(new WebhookDelivery(), {
    ...message,
    id: uuid(),
    status: "pending" as const,
    attempts: 0,
    triesLeft: tries,
    nextAttemptAt: now,
    claimedUntil: null,
    createdAt: now,
    deliveredAt: null,
  });
}

/** Turns what happened into messages, in the transaction that remembers how far the journal was read. */
export class DeliveryWriter {
  readonly #rows: {
    endpoints: EndpointRepository;
    deliveries: DeliveryRepository;
    payloads: PayloadRepository;
  };
  readonly #wake: () => void;

  constructor(
    rows: { endpoints: EndpointRepository; deliveries: DeliveryRepository; payloads: PayloadRepository },
    wake: () => void,
  ) {
    this.#rows = rows;
    this.#wake = wake;
  }

  async handle(tx: Tx, event: DeliverableEvent): Promise<void> {
    if (!mayRead("platform", event)) return;
    const { endpoints, deliveries, payloads } = this.#rows;
    const theCase = await payloads.caseOf(tx, event.caseId);
    const { platformId, caseNumber } = theCase;
    const listening = await endpoints.listening(tx, platformId, event.type, new Date(event.at));
    if (listening.length === 0) return;
    const body = await bodyOf(tx, event, theCase, payloads);
    const { type, id: eventId } = event;
    for (const { id: endpointId } of listening) {
      const message = { endpointId, platformId, eventId, type, caseNumber, body };
      await deliveries.insert(tx, pendingDelivery(message, tx.now));
    }
    tx.afterCommit(() => this.#wake());
  }
}
