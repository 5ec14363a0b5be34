import { defineRoute, type Route } from "../http/route.ts";
import type { InsightService } from "./insight.service.ts";

export function insightRoutes(insight: InsightService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/queue",
      permission: "insight:read",
      summary: "What this person should do next, most urgent first, with the reason",
      kind: "query",
      handle: ({ tx, actor }) => insight.queue(tx, actor),
    }),
    defineRoute({
      method: "GET",
      path: "/api/overview",
      permission: "insight:read",
      summary: "Cases by stage, how many took part, and what was settled",
      kind: "query",
      handle: ({ tx, actor }) => insight.overview(tx, actor),
    }),
  ];
}
