import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** The nonce that styles of this answer carry; a new one for every page. */
export function nonceOf(res: Response): string {
  const nonce: unknown = res.locals["cspNonce"];
  if (typeof nonce !== "string") throw new Error("securityHeaders runs before any page");
  return nonce;
}

/** Strict headers. Scripts come from us alone; styles that the interface makes at run time carry a nonce. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith("https:");
  return [
    (_req, res, next) => {
      res.locals["cspNonce"] = randomBytes(16).toString("base64");
      next();
    },
    (_req, res, next) => {
      // Calls need them, on our own pages; what is not named here nobody needs.
      res.setHeader(
        "permissions-policy",
        "camera=(self), microphone=(self), display-capture=(), geolocation=(), payment=(), usb=()",
      );
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res as Response)}'`],
          // Positions and sizes that components set on their elements; no style sheet can enter this way.
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", "data:", "blob:"],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure,
      referrerPolicy: { policy: "no-referrer" },
      crossOriginEmbedderPolicy: false,
    }),
  ];
}
