/** How a key begins, so that it is known for what it is where it was left by mistake. */
export const API_KEY_PREFIX = "parley_";

/** A key lives this many days at most; what nobody renews stops by itself. */
export const API_KEY_MAX_DAYS = 730;

export const API_KEY_STATES = ["active", "expired", "revoked"] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** What a key is good for at `now`. The instant it expires it no longer holds. */
export function apiKeyState(key: { expiresAt: Date; revokedAt: Date | null }, now: Date): ApiKeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt > now ? "active" : "expired";
}
