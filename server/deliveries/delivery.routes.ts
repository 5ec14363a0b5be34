import { pageOf, readCursor } from "../http/cursor.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { presentDelivery, presentLogRow } from "./delivery.presenter.ts";
import { deliveryParams, logQuery } from "./delivery.schemas.ts";
import type { DeliveryService } from "./delivery.service.ts";
import { endpointRoutes } from "./endpoint.routes.ts";
import type { EndpointService } from "./endpoint.service.ts";

export type DeliveryServices = { endpoints: EndpointService; log: DeliveryService };

export function deliveryRoutes({ endpoints, log }: DeliveryServices): Route[] {
  return [
    ...endpointRoutes(endpoints),
    defineRoute({
      method: "GET",
      path: "/api/webhook-deliveries",
      permission: "webhook:manage",
      summary: "What was sent to this platform's endpoints, newest first",
      kind: "query",
      query: logQuery,
      handle: async ({ tx, actor, query }) => {
        const { cursor, limit, ...filter } = query;
        const before = cursor === undefined ? {} : { before: readCursor(cursor) };
        const found = await log.log(tx, actor, { ...filter, ...before, limit: limit + 1 });
        const { page, next } = pageOf(found, limit, (row) => ({ at: row.createdAt, id: row.id }));
        return { items: page.map(presentLogRow), next };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/webhook-deliveries/:deliveryId",
      permission: "webhook:manage",
      summary: "One message: its body, and every attempt with what was answered",
      kind: "query",
      params: deliveryParams,
      handle: async ({ tx, actor, params }) => presentDelivery(await log.view(tx, actor, params.deliveryId)),
    }),
    defineRoute({
      method: "POST",
      path: "/api/webhook-deliveries/:deliveryId/redelivery",
      permission: "webhook:manage",
      summary: "Send it once more, under the same id",
      kind: "command",
      params: deliveryParams,
      handle: async ({ tx, actor, params }) =>
        presentDelivery(await log.redeliver(tx, actor, params.deliveryId)),
    }),
  ];
}
