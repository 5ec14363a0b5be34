import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import { MulterError } from "multer";
import { Refusal } from "../../shared/api/refusal.ts";
import { sqlState } from "../database/errors.ts";
import type { Log } from "../log.ts";

/** Answer a refusal as RFC 9457 problem details. */
export function sendProblem(res: Response, refusal: Refusal, traceId: string): void {
  const retryAfter = refusal.params["retryAfterSeconds"];
  if (typeof retryAfter === "number") res.setHeader("retry-after", String(retryAfter));
  res
    .status(refusal.status)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `https://parley.example/problems/${refusal.code}`,
        title: refusal.code.replaceAll("_", " "),
        status: refusal.status,
        code: refusal.code,
        detail: refusal.message,
        errors: refusal.errors,
        params: refusal.params,
        traceId,
      }),
    );
}

/** Any path under /api that no route answers. */
export const notFound: RequestHandler = (req, res) => {
  sendProblem(res, new Refusal("not_found", "there is no such resource"), req.traceId);
};

/** The last middleware: everything thrown becomes a problem; what we did not foresee is logged with its trace. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    if (res.headersSent) {
      // Too late to say so: what has begun must not pass for whole.
      log.error({ err: error, traceId: req.traceId }, "an answer broke off");
      res.destroy();
      return;
    }
    const refusal = refusalOf(error);
    if (refusal.status >= 500) log.error({ err: error, traceId: req.traceId }, "request failed");
    sendProblem(res, refusal, req.traceId);
  };
}

/** What any error means to whoever asked. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof MulterError) {
    return error.code === "LIMIT_FILE_SIZE"
      ? new Refusal("file_too_large", "the file is larger than this installation accepts")
      : new Refusal("validation_failed", "the upload is not as described", {
          errors: [{ pointer: `/${error.field ?? "file"}`, code: error.code, detail: error.message }],
        });
  }
  const type = property(error, "type");
  if (type === "entity.parse.failed") return new Refusal("malformed_json", "the body is not JSON");
  if (type === "entity.too.large") return new Refusal("file_too_large", "the body is too large");
  if (property(error, "code") === "EBADCSRFTOKEN") {
    return new Refusal("csrf_invalid", "fetch a token from /api/auth/csrf and send it as x-csrf-token");
  }
  if (isConnectionLoss(error))
    return new Refusal("unavailable", "the database is away; try again in a moment");
  const status = property(error, "status");
  if (typeof status === "number" && status >= 400 && status < 500) {
    return new Refusal("validation_failed", "the request could not be read");
  }
  return new Refusal("internal", "something went wrong on our side");
}

/** The server ended the connection (57P0x, 08xxx) or the socket died under it. */
function isConnectionLoss(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (state.startsWith("57P") || state.startsWith("08")) return true;
  const code = property(error, "code");
  if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE") return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

function property(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}
