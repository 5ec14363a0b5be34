import { readFileSync } from "node:fs";
import path from "node:path";
import express, { Router, type RequestHandler } from "express";
import { nonceOf } from "./security.ts";

/** Serve the built client: assets for a year (their names change with their content), pages fresh with a nonce. */
export function staticClient(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(path.join(folder, "assets"), { immutable: true, maxAge: "365d", fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: "1h", extensions: [] }));
  router.get(["/m", "/m/*rest"], page(folder, "m.html"));
  router.get(["/verify", "/verify-mediator"], page(folder, "verify.html"));
  router.get("/calculator", page(folder, "calculator.html"));
  router.get("/{*rest}", page(folder, "index.html"));
  return router;
}

function page(folder: string, name: string): RequestHandler {
  let text: string | undefined;
  return (_req, res) => {
    text ??= readFileSync(path.join(folder, name), "utf8");
    res
      .type("html")
      .setHeader("cache-control", "no-store")
      .send(text.replaceAll("__CSP_NONCE__", nonceOf(res)));
  };
}
