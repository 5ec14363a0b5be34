import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** Messages of these types are written by the engine about our code, not about somebody's data. */
const ENGINE_ERRORS: ReadonlySet<string> = new Set(["TypeError", "ReferenceError", "RangeError"]);

/** What identifies a fault without quoting values: PostgreSQL's `detail` and `parameters` do quote them. */
const SAFE_FIELDS = ["code", "syscall", "constraint", "table", "routine", "status"] as const;

/**
 * Reduces an error to what holds no personal data. Messages are dropped unless the engine or the operating
 * system wrote them: a JSON parser quotes the body, PostgreSQL the offending value, TypeORM every parameter.
 */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const safe: Record<string, unknown> = { type: error.name };
  for (const field of SAFE_FIELDS) {
    const value: unknown = Reflect.get(error, field);
    if (typeof value === "string" || typeof value === "number") safe[field] = value;
  }
  if (ENGINE_ERRORS.has(error.name) || typeof safe["syscall"] === "string") safe["message"] = error.message;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  if (frames.length > 0) safe["stack"] = frames.join("\n");
  if (error.cause instanceof Error) safe["cause"] = serializeError(error.cause);
  return safe;
}

function field(source: unknown, name: string): unknown {
  return typeof source === "object" && source !== null ? Reflect.get(source, name) : undefined;
}

/** The route's pattern, never its URL: a URL holds invitation codes, case numbers and search words. */
function routePattern(request: unknown): string {
  const path = field(request, "routePattern") ?? field(field(request, "route"), "path");
  return typeof path === "string" ? path : "unmatched";
}

function serializeRequest(request: unknown): Record<string, unknown> {
  const raw = field(request, "raw") ?? request;
  return {
    method: field(raw, "method"),
    route: routePattern(raw),
    traceId: field(raw, "traceId") ?? field(raw, "id"),
  };
}

function serializeResponse(response: unknown): Record<string, unknown> {
  return { status: field(field(response, "raw") ?? response, "statusCode") };
}

/** What is logged of an error, a request and an answer, wherever they are logged. */
export const logSerializers = {
  err: serializeError,
  error: serializeError,
  req: serializeRequest,
  res: serializeResponse,
};

/** Structured log: JSON lines on standard output. Personal data cannot enter through the usual fields. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: logSerializers,
    redact: { paths: ["req.headers", "res.headers", "body", "query", "params"], remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}
