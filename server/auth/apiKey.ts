import type { Request, RequestHandler } from "express";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { RateLimit } from "../http/route.ts";
import { csrfProtection, originCheck } from "./csrf.ts";
import { attachActor } from "./passport.ts";

/** Other schemes are not ours: a proxy in front may ask for a password of its own, which browsers then add by themselves. */
const BEARER = /^Bearer +(\S*) *$/i;

export type Identities = {
  /** What reads a session from its cookie. */
  sessions: readonly RequestHandler[];
  publicUrl: string;
  /** The system behind a key, or null when the key does not hold. */
  loadKey: (key: string) => Promise<Actor | null>;
  takeToken: (limit: RateLimit, req: Request) => Promise<void>;
};

/**
 * The one place where a request gets its actor: from the key it brings, or else from its session. A browser adds a
 * cookie by itself and therefore needs the CSRF token; nobody's browser adds a key. A key that does not hold is
 * refused, whatever session comes with it.
 */
export function identify(options: Identities): RequestHandler[] {
  const bySession = [attachActor, originCheck(options.publicUrl), csrfProtection];
  return [...options.sessions, byKey(options), ...bySession.map((handler) => unlessByKey(handler))];
}

function byKey({ loadKey, takeToken }: Identities): RequestHandler {
  return async (req, _res, next) => {
    const key = keyOf(req);
    if (key === undefined) {
      next();
      return;
    }
    const actor = await loadKey(key);
    if (actor === null) {
      await takeToken("sensitive", req);
      throw new Refusal("not_signed_in", "the key is unknown, expired or revoked");
    }
    req.actor = actor;
    await takeToken("key", req);
    next();
  };
}

function unlessByKey(handler: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (keyOf(req) !== undefined) next();
    else void handler(req, res, next);
  };
}

/** The key a request brings, which may be empty or wrong; undefined when it brings none. */
function keyOf(req: Request): string | undefined {
  return BEARER.exec(req.get("authorization") ?? "")?.[1];
}
