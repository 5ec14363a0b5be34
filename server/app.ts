import express, { type Express } from "express";
import { identify } from "./auth/apiKey.ts";
import { createRateLimits } from "./auth/rateLimits.ts";
import { createSessions } from "./auth/session.ts";
import type { Services } from "./composition.ts";
import { messageDescriptions } from "./deliveries/index.ts";
import { accessLog } from "./http/accessLog.ts";
import { healthRoutes } from "./http/health.ts";
import { openApi } from "./http/openapi.ts";
import { mountRoutes } from "./http/pipeline.ts";
import { notFound, problemHandler } from "./http/problem.ts";
import { beginRequest } from "./http/request.ts";
import { securityHeaders } from "./http/security.ts";
import { staticClient } from "./http/staticClient.ts";
import type { Route } from "./http/route.ts";
import { allRoutes } from "./routes.ts";

export type AppOptions = {
  version: string;
  /** The folder of the built client. */
  clientFolder: string;
  isDraining: () => boolean;
  /** Multiplies the rate limits, for measurements. */
  rateScale?: number;
};

/** Everything between the socket and the route table, in order. */
export function createApp(
  services: Services,
  options: AppOptions,
): { app: Express; sessions: express.RequestHandler[]; closeSessions: () => void } {
  const { config, db, log, pool, publicUrl } = services.platform;
  const routes = allRoutes(services);
  const description = openApi(routes, options.version, messageDescriptions());
  const secure = publicUrl.startsWith("https:");
  const store = createSessions(pool, { secret: config.sessionSecret, secure, log });
  const sessions = [store.handler, services.passport.session() as express.RequestHandler];

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy);
  app.use(beginRequest);
  app.use(accessLog(log));
  app.use(securityHeaders(publicUrl));
  app.use(healthRoutes(db, options.isDraining));
  app.get("/api/openapi.json", (_req, res) => {
    res.json(description);
  });
  const takeToken = createRateLimits(pool, options.rateScale);
  const pipeline = { db, takeToken };
  app.use("/api", express.json({ limit: "1mb" }));
  // Before sessions are read: what has no session needs no protection of one.
  app.use(mountRoutes(routes.filter(isStateless), pipeline));
  const loadKey = (key: string) => services.keyAccounts.loadActor(key);
  app.use("/api", ...identify({ sessions, publicUrl, loadKey, takeToken }));
  app.use(
    mountRoutes(
      routes.filter((route) => !isStateless(route)),
      pipeline,
    ),
  );
  app.use("/api", notFound);
  app.use(staticClient(options.clientFolder));
  app.use(problemHandler(log));
  return { app, sessions, closeSessions: store.close };
}

function isStateless(route: Route): boolean {
  return route.kind === "stateless";
}
