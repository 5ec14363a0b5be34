import type { Request, RequestHandler } from "express";
import { pinoHttp } from "pino-http";
import { logSerializers, type Log } from "../log.ts";

/**
 * One line a request, once it is answered: only then is it known which route it was. Without serializers of its own
 * pino-http would put its usual ones over the log's, and write down addresses with codes and search words in them.
 */
export function accessLog(log: Log): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (req) => (req as Request).traceId,
    serializers: logSerializers,
    wrapSerializers: false,
    quietReqLogger: true,
    quietResLogger: true,
    customSuccessObject: (req, _res, entry: object) => ({ ...entry, req }),
    customErrorObject: (req, _res, _error, entry: object) => ({ ...entry, req }),
  });
}
