import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { fen } from "../../shared/money/fen.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { sendFile } from "../files/index.ts";
import type { Completions } from "./completion.service.ts";
import { presentPlan } from "./performance.presenter.ts";
import { caseParams, paymentBody } from "./performance.schemas.ts";
import type { PerformanceService } from "./performance.service.ts";

export type PerformanceServices = { performance: PerformanceService; completions: Completions };

export function performanceRoutes({ performance, completions }: PerformanceServices): Route[] {
  return [...planRoutes(performance), ...amendmentRoutes(performance), certificateRoute(completions)];
}

function planRoutes(performance: PerformanceService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/plan",
      permission: "plan:read",
      summary: "Instalments, payments and what is open, as of today",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentPlan(actor, await performance.plan(tx, actor, params.caseId), shanghaiDateOf(tx.now)),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/payments",
      permission: "payment:record",
      summary: "Record money that arrived; the same reference again changes nothing",
      kind: "command",
      params: caseParams,
      body: paymentBody,
      handle: async ({ tx, actor, params, body }) => {
        const input = { ...body, fen: fen(body.fen) };
        const plan = await performance.recordPayment(tx, actor, params.caseId, input);
        return presentPlan(actor, plan, shanghaiDateOf(tx.now));
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/breach",
      permission: "plan:enforce",
      summary: "State that an instalment stayed unpaid beyond its days of grace",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentPlan(actor, await performance.declareBreach(tx, actor, params.caseId), shanghaiDateOf(tx.now)),
    }),
  ];
}

function amendmentRoutes(performance: PerformanceService): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/renegotiation",
      permission: "plan:enforce",
      summary: "Negotiate again on what is left of the debt; the agreement in force stays so meanwhile",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentPlan(actor, await performance.renegotiate(tx, actor, params.caseId), shanghaiDateOf(tx.now)),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/renegotiation/end",
      permission: "plan:enforce",
      summary: "End the talks about another plan; the agreement in force goes on",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentPlan(actor, await performance.keepPlan(tx, actor, params.caseId), shanghaiDateOf(tx.now)),
    }),
  ];
}

function certificateRoute(completions: Completions): Route {
  return defineRoute({
    method: "GET",
    path: "/api/cases/:caseId/completion-certificate.pdf",
    permission: "plan:read",
    summary: "The certificate that everything is paid, sealed",
    kind: "raw",
    params: caseParams,
    produces: "application/pdf",
    handle: async ({ actor, params, res }) => {
      const { content, sha256, number } = await completions.download(actor, params.caseId);
      sendFile(res, { content, sha256, mime: "application/pdf", fileName: `结清证明-${number}.pdf` });
    },
  });
}
