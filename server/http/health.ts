import { Router } from "express";
import type { Database } from "../database/transaction.ts";
import { rows } from "../database/sql.ts";

/** `/healthz`: the process answers. `/readyz`: it can also do its work, and is not about to stop. */
export function healthRoutes(db: Database, isDraining: () => boolean): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.json({ status: "ok" });
  });
  router.get("/readyz", async (_req, res) => {
    if (isDraining()) {
      res.status(503).json({ status: "stopping" });
      return;
    }
    try {
      await db.read((tx) => rows(tx.manager, "SELECT 1"));
      res.json({ status: "ready" });
    } catch {
      res.status(503).json({ status: "database away" });
    }
  });
  return router;
}
