import { createHmac } from "node:crypto";
import type { IceConfiguration } from "../../shared/calls/signals.ts";

type IceServer = { urls: string[]; username?: string; credential?: string };

/** How browsers of two people find a way to each other, as the operator set it. */
export type IceSettings = {
  servers: readonly IceServer[];
  /** Shared with the TURN servers that have no credentials of their own. */
  turnSecret: string | undefined;
  relayOnly: boolean;
};

/** Longer than any session; the browser asks anew for each call. */
const CREDENTIAL_HOURS = 6;

/**
 * What one person's browser is told. TURN servers without credentials get the ones of the TURN REST scheme (coturn's
 * `use-auth-secret`): the user name is the second they end and a pseudonym, the password its HMAC-SHA1.
 */
export function iceFor(settings: IceSettings, memberId: string, now: Date): IceConfiguration {
  const { servers, turnSecret, relayOnly } = settings;
  const until = Math.floor(now.getTime() / 1000) + CREDENTIAL_HOURS * 3600;
  const credentials = turnSecret === undefined ? {} : credentialsOf(turnSecret, memberId, until);
  const withTime = turnSecret !== undefined && servers.some(needsCredentials);
  return {
    iceServers: servers.map((server) => ({ ...server, ...(needsCredentials(server) ? credentials : {}) })),
    iceTransportPolicy: relayOnly ? "relay" : "all",
    expiresAt: withTime ? new Date(until * 1000).toISOString() : null,
  };
}

function credentialsOf(secret: string, memberId: string, until: number) {
  // The relay keeps a log; it need not learn who is who across calls of other days, nor any id of ours.
  const pseudonym = createHmac("sha256", secret).update(`${until} ${memberId}`).digest("hex").slice(0, 16);
  const username = `${until}:${pseudonym}`;
  return { username, credential: createHmac("sha1", secret).update(username).digest("base64") };
}

export function isRelay(server: IceServer): boolean {
  return server.urls.some((url) => /^turns?:/.test(url));
}

export function needsCredentials(server: IceServer): boolean {
  return isRelay(server) && server.credential === undefined;
}
