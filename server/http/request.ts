import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import type { Actor } from "../../shared/api/roles.ts";

declare global {
  // Express publishes this namespace for exactly this purpose.
  // oxlint-disable-next-line typescript/no-namespace
  namespace Express {
    interface Request {
      /** Names this request in the log and in the answer to the person; no meaning beyond that. */
      traceId: string;
      /** Who is signed in; set by server/auth from the session on every request. */
      actor: Actor | null;
      /** The pattern of the matched route; logged instead of the URL, which may hold codes. */
      routePattern?: string;
    }
  }
}

/** First of all middleware: a trace id, and nobody signed in until the session says so. */
export const beginRequest: RequestHandler = (req, res, next) => {
  req.traceId = randomBytes(8).toString("hex");
  req.actor = null;
  res.setHeader("x-trace-id", req.traceId);
  next();
};
