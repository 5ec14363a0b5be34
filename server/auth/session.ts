import connectPgSimple from "connect-pg-simple";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import session from "express-session";
import type { Pool } from "pg";
import type { Log } from "../log.ts";

const COOKIE = "parley.sid";
/** How long a session lives after its last use. */
const IDLE_MS = 12 * 60 * 60 * 1000;

/** Sessions live in Postgres: any app process can serve any request, and signing out everywhere is a fact. */
export function createSessions(
  pool: Pool,
  options: { secret: string; secure: boolean; log: Log },
): { handler: RequestHandler; close: () => void } {
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    tableName: "session",
    createTableIfMissing: false,
    pruneSessionInterval: 15 * 60,
    errorLog: () => options.log.warn("old sessions could not be removed; the next turn tries again"),
  });
  const handler = session({
    name: COOKIE,
    secret: options.secret,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: {
      httpOnly: true,
      sameSite: "lax",
      secure: options.secure,
      maxAge: IDLE_MS,
    },
  });
  return { handler, close: () => store.close() };
}

/** The session a request claims to have: the id of its cookie, whose signature has not been looked at. */
export function sessionIdIn(request: IncomingMessage): string | null {
  const pair = (request.headers.cookie ?? "")
    .split(";")
    .find((each) => each.trimStart().startsWith(`${COOKIE}=`));
  if (pair === undefined) return null;
  const value = decoded(pair.slice(pair.indexOf("=") + 1).trim());
  // "s:", the id, a dot and the signature.
  return value.startsWith("s:") && value.includes(".") ? value.slice(2, value.lastIndexOf(".")) : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
