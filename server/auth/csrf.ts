import { csrfSync } from "csrf-sync";
import type { RequestHandler } from "express";
import { Refusal } from "../../shared/api/refusal.ts";

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.get("x-csrf-token"),
});

export const csrfProtection: RequestHandler = csrfSynchronisedProtection;
export { generateToken as csrfToken };

/**
 * A browser names the page that sends a write; a page of another origin is refused before the
 * token is even looked at. Programs send no Origin.
 */
export function originCheck(publicUrl: string): RequestHandler {
  return (req, _res, next) => {
    const origin = req.get("origin");
    if (origin === undefined || isOwnOrigin(origin, publicUrl, req.get("host"))) next();
    else next(new Refusal("origin_refused", "this request comes from another site"));
  };
}

/** True when `origin` is this installation: its public address, or the host the request was sent to. */
export function isOwnOrigin(origin: string, publicUrl: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(publicUrl).origin || (host !== undefined && from.host === host);
}
