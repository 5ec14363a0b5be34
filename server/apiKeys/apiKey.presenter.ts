import { apiKeyState } from "../../shared/api/apiKeys.ts";
import type { ApiKey } from "./apiKey.entity.ts";

export type ApiKeyAbility = "revoke";

/** A key as its platform sees it later: by its name and its last characters. */
export function presentApiKey(key: ApiKey, now: Date): object {
  const state = apiKeyState(key, now);
  const abilities: ApiKeyAbility[] = state === "revoked" ? [] : ["revoke"];
  return {
    id: key.id,
    name: key.name,
    hint: key.hint,
    scopes: key.scopes,
    state,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    abilities,
  };
}
