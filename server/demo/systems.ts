import { WEBHOOK_EVENTS } from "../../shared/deliveries/eventTypes.ts";
import type { Tx } from "../database/transaction.ts";
import type { Services } from "../composition.ts";
import type { StaffActor } from "./demoPeople.ts";

/** A name that leads nowhere: the demonstration sends nothing to anybody. */
const RECEIVER = "https://hooks.xinghui.example/parley";
/** The message, counted from the first, that the imagined receiver never takes. */
const NEVER_TAKEN = 4;

type Answer = { outcome: "accepted" | "answered"; status: number; response: string; retryAfterMs: null };

/** A platform whose systems are told and may ask. Nobody learns the key and the secret. */
export async function connectSystems(tx: Tx, services: Services, approver: StaffActor): Promise<void> {
  await services.apiKeys.create(tx, approver, {
    name: "还款对账系统",
    scopes: ["agreements:read", "payments:record"],
    expiresInDays: 365,
  });
  const endpoint = { url: RECEIVER, description: "还款对账系统", eventTypes: [...WEBHOOK_EVENTS] };
  await services.deliveries.endpoints.create(tx, approver, endpoint);
}

/** From now on the messages wait: the running demonstration must not look for the receiver. */
export async function pauseSystems(tx: Tx, services: Services, approver: StaffActor): Promise<void> {
  const { endpoints } = services.deliveries;
  for (const { id, status } of await endpoints.list(tx, approver)) {
    if (status === "active") await endpoints.move(tx, approver, id, "pause");
  }
}

/** What a receiver might answer: it was down for the first message, and one it does not understand. */
export function imaginedReceiver(): (url: string, headers: Record<string, string>) => Promise<Answer> {
  const tries = new Map<string, number>();
  return (_url, headers) => {
    const id = headers["webhook-id"] ?? "";
    const count = (tries.get(id) ?? 0) + 1;
    tries.set(id, count);
    const place = [...tries.keys()].indexOf(id) + 1;
    return Promise.resolve(answerTo(place, count));
  };
}

function answerTo(place: number, count: number): Answer {
  if (place === 1 && count === 1)
    return { outcome: "answered", status: 503, response: "upgrading, back soon", retryAfterMs: null };
  if (place === NEVER_TAKEN) {
    return {
      outcome: "answered",
      status: 500,
      response: '{"error":"contract number not found"}',
      retryAfterMs: null,
    };
  }
  return { outcome: "accepted", status: 200, response: '{"received":true}', retryAfterMs: null };
}
