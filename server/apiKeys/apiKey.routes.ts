import { defineRoute, type Route } from "../http/route.ts";
import { presentApiKey } from "./apiKey.presenter.ts";
import { keyParams, newKeyBody } from "./apiKey.schemas.ts";
import type { ApiKeyService } from "./apiKey.service.ts";

export function apiKeyRoutes(apiKeys: ApiKeyService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/api-keys",
      permission: "apiKey:manage",
      summary: "The keys of this platform's systems, the newest first",
      kind: "query",
      handle: async ({ tx, actor }) => ({
        items: (await apiKeys.list(tx, actor)).map((key) => presentApiKey(key, tx.now)),
        next: null,
      }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/api-keys",
      permission: "apiKey:manage",
      summary: "Make a key; the answer is the only time it is shown",
      // Not a command: a receipt would keep the answer, and the key in it.
      kind: "raw",
      status: 201,
      limit: "sensitive",
      body: newKeyBody,
      handle: async ({ actor, body, db, res }) => {
        const { made, now } = await db.transaction(async (tx) => ({
          made: await apiKeys.create(tx, actor, body),
          now: tx.now,
        }));
        res.setHeader("cache-control", "no-store");
        res.status(201).json({ ...presentApiKey(made.apiKey, now), key: made.key });
      },
    }),
    defineRoute({
      method: "DELETE",
      path: "/api/api-keys/:keyId",
      permission: "apiKey:manage",
      summary: "Revoke a key, from its next request on",
      kind: "command",
      params: keyParams,
      handle: async ({ tx, actor, params }) =>
        presentApiKey(await apiKeys.revoke(tx, actor, params.keyId), tx.now),
    }),
  ];
}
