import {
  DELIVERY_TRANSITIONS,
  ENDPOINT_COMMANDS,
  ENDPOINT_TRANSITIONS,
  type EndpointCommand,
} from "../../shared/deliveries/lifecycle.ts";
import type { DeliveryLogRow } from "./delivery.repository.ts";
import type { DeliveryInFull } from "./delivery.service.ts";
import type { WebhookEndpoint } from "./endpoint.entity.ts";

export type EndpointAbility = Exclude<EndpointCommand, "answered_gone"> | "ping";

/** An endpoint without its secret, which was shown when it was made. */
export function presentEndpoint(endpoint: WebhookEndpoint, now: Date): object {
  const { id, url, description, eventTypes, status, createdAt, version, previousUntil } = endpoint;
  const moves = ENDPOINT_COMMANDS.filter((command) => command !== "answered_gone").filter(
    (command) => ENDPOINT_TRANSITIONS[status][command] !== null,
  );
  const abilities: EndpointAbility[] = status === "active" ? [...moves, "ping"] : moves;
  const overlaps = previousUntil !== null && previousUntil > now;
  return {
    id,
    url,
    description,
    eventTypes,
    status,
    createdAt: createdAt.toISOString(),
    version,
    previousSecretUntil: overlaps ? previousUntil.toISOString() : null,
    abilities,
  };
}

export function presentLogRow(row: DeliveryLogRow): object {
  return {
    ...row,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}

/** One message with its exact body and every attempt. */
export function presentDelivery({ delivery, endpoint, attempts }: DeliveryInFull): object {
  const last = attempts.at(-1);
  const { id, endpointId, type, caseNumber, status, nextAttemptAt, createdAt, deliveredAt } = delivery;
  const again = endpoint.status === "active" && DELIVERY_TRANSITIONS[status].redeliver !== null;
  return {
    ...presentLogRow({
      id,
      endpointId,
      type,
      caseNumber,
      status,
      nextAttemptAt,
      createdAt,
      deliveredAt,
      url: endpoint.url,
      attempts: delivery.attempts,
      lastOutcome: last?.outcome ?? null,
      lastStatus: last?.status ?? null,
    }),
    webhookId: `msg_${id}`,
    body: delivery.body,
    history: attempts.map(({ number, startedAt, durationMs, outcome, status: answered, response }) => ({
      number,
      startedAt: startedAt.toISOString(),
      durationMs,
      outcome,
      status: answered,
      response,
    })),
    abilities: again ? ["redeliver"] : [],
  };
}
