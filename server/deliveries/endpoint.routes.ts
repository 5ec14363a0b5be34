import type { Response } from "express";
import { defineRoute, type Route } from "../http/route.ts";
import { presentEndpoint } from "./delivery.presenter.ts";
import { endpointBody, endpointParams, newEndpointBody } from "./delivery.schemas.ts";
import type { EndpointService, EndpointWithSecret } from "./endpoint.service.ts";

const permission = "webhook:manage";

export function endpointRoutes(endpoints: EndpointService): Route[] {
  return [...secretRoutes(endpoints), ...changingRoutes(endpoints)];
}

/** No commands: a receipt would keep the answer, and the secret in it. */
function secretRoutes(endpoints: EndpointService): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/webhook-endpoints",
      permission,
      summary: "Add an endpoint; the answer is the only time its secret is shown",
      kind: "raw",
      status: 201,
      body: newEndpointBody,
      handle: async ({ actor, body, db, res }) => {
        const made = await db.transaction(async (tx) => ({
          ...(await endpoints.create(tx, actor, body)),
          now: tx.now,
        }));
        sendSecret(res.status(201), made);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/webhook-endpoints/:endpointId/secret",
      permission,
      summary: "Replace the secret; the one before signs beside it for 24 hours",
      kind: "raw",
      params: endpointParams,
      handle: async ({ actor, params, db, res }) => {
        const made = await db.transaction(async (tx) => ({
          ...(await endpoints.rotateSecret(tx, actor, params.endpointId)),
          now: tx.now,
        }));
        sendSecret(res, made);
      },
    }),
  ];
}

function changingRoutes(endpoints: EndpointService): Route[] {
  const move = (step: "pause" | "resume", summary: string): Route =>
    defineRoute({
      method: "POST",
      path: `/api/webhook-endpoints/:endpointId/${step}`,
      permission,
      summary,
      kind: "command",
      params: endpointParams,
      handle: async ({ tx, actor, params }) =>
        presentEndpoint(await endpoints.move(tx, actor, params.endpointId, step), tx.now),
    });
  return [
    defineRoute({
      method: "GET",
      path: "/api/webhook-endpoints",
      permission,
      summary: "Where this platform's systems are told of what happens",
      kind: "query",
      handle: async ({ tx, actor }) => ({
        items: (await endpoints.list(tx, actor)).map((endpoint) => presentEndpoint(endpoint, tx.now)),
        next: null,
      }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/webhook-endpoints/:endpointId",
      permission,
      summary: "Change an endpoint's address, description or events",
      kind: "command",
      params: endpointParams,
      body: endpointBody,
      handle: async ({ tx, actor, params, body }) =>
        presentEndpoint(await endpoints.edit(tx, actor, params.endpointId, body), tx.now),
    }),
    move("pause", "Send nothing for now; messages wait"),
    move("resume", "Send again, what waited first"),
    defineRoute({
      method: "POST",
      path: "/api/webhook-endpoints/:endpointId/ping",
      permission,
      summary: "Send a message that says nothing, once",
      kind: "command",
      params: endpointParams,
      handle: async ({ tx, actor, params }) => ({
        deliveryId: (await endpoints.ping(tx, actor, params.endpointId)).id,
      }),
    }),
    defineRoute({
      method: "DELETE",
      path: "/api/webhook-endpoints/:endpointId",
      permission,
      summary: "Remove an endpoint; its log stays",
      kind: "command",
      params: endpointParams,
      handle: async ({ tx, actor, params }) => {
        await endpoints.move(tx, actor, params.endpointId, "remove");
      },
    }),
  ];
}

function sendSecret(res: Response, made: EndpointWithSecret & { now: Date }): void {
  res.setHeader("cache-control", "no-store");
  res.json({ ...presentEndpoint(made.endpoint, made.now), secret: made.secret });
}
