import { openSession } from "../auth/passport.ts";
import { CommittedRefusal, defineRoute, type Route } from "../http/route.ts";
import type { BorrowerAccounts } from "./borrowerAccounts.ts";
import { contactRoutes } from "./contact.routes.ts";
import type { ContactService } from "./contact.service.ts";
import type { Identification } from "./identification.service.ts";
import type { InvitationService } from "./invitation.service.ts";
import { qrSvg, type OutboxService } from "./outbox.service.ts";
import { caseParams, identifyBody, invitationParams, outboxQuery, reportBody } from "./outreach.schemas.ts";

export type OutreachServices = {
  invitations: InvitationService;
  contacts: ContactService;
  identification: Identification;
  borrowerAccounts: BorrowerAccounts;
  outbox: OutboxService;
};

export function outreachRoutes(services: OutreachServices): Route[] {
  return [...arrivalRoutes(services), ...officeRoutes(services), ...contactRoutes(services.contacts)];
}

/** From the link to a session. Open to anyone, so every one of them is limited. */
function arrivalRoutes({ invitations, identification, borrowerAccounts }: OutreachServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/invitations/:code",
      permission: "PUBLIC",
      summary: "Who invites, and how to verify them; says nothing of a debt",
      // The first opening is recorded, so this reads and writes.
      kind: "command",
      limit: "sensitive",
      params: invitationParams,
      handle: ({ tx, params }) => invitations.open(tx, params.code),
    }),
    defineRoute({
      method: "POST",
      path: "/api/invitations/:code/one-time-codes",
      permission: "PUBLIC",
      summary: "Send a code to the number on file",
      kind: "command",
      status: 201,
      limit: "sensitive",
      params: invitationParams,
      handle: ({ tx, params }) => identification.sendCode(tx, params.code),
    }),
    defineRoute({
      method: "POST",
      path: "/api/invitations/:code/identify",
      permission: "PUBLIC",
      summary: "Prove to be the borrower: the code and the end of the identity number",
      kind: "raw",
      limit: "sensitive",
      params: invitationParams,
      body: identifyBody,
      handle: async ({ db, params, body, req, res }) => {
        const outcome = await db.transaction((tx) => identification.identify(tx, params.code, body));
        if (outcome instanceof CommittedRefusal) throw outcome.refusal;
        const { borrowerId, caseId, representative } = outcome;
        const acting = representative ? { representativeId: representative.id } : {};
        const identity = { kind: "borrower" as const, borrowerId, caseId, ...acting };
        await openSession(req, { identity, actor: outcome });
        res.json({ user: await db.read((tx) => borrowerAccounts.describe(tx, outcome)) });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/invitations/:code/reports",
      permission: "PUBLIC",
      summary: "Tell the mediator that something is wrong, before proving who one is",
      kind: "command",
      limit: "sensitive",
      params: invitationParams,
      body: reportBody,
      handle: ({ tx, params, body }) => invitations.reportAsStranger(tx, params.code, body),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/reports",
      permission: "case:respond",
      summary: "Tell the mediator in confidence that something is wrong",
      kind: "command",
      params: caseParams,
      body: reportBody,
      handle: ({ tx, actor, params, body }) => invitations.report(tx, actor, params.caseId, body),
    }),
  ];
}

/** What the mediator and the office do to reach the borrower. */
function officeRoutes({ invitations, outbox }: OutreachServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/invitations",
      permission: "notice:resend",
      summary: "Send a new link; older ones stop working",
      kind: "command",
      params: caseParams,
      handle: ({ tx, actor, params }) => invitations.resend(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/invitation.svg",
      permission: "notice:resend",
      summary: "The link of the case as a QR code",
      kind: "raw",
      produces: "image/svg+xml",
      params: caseParams,
      handle: async ({ db, actor, params, res }) => {
        const link = await db.read((tx) => invitations.link(tx, actor, params.caseId));
        res
          .set("cache-control", "private, no-store")
          .type("image/svg+xml")
          .send(await qrSvg(link));
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/outbox",
      permission: "outbox:read",
      summary: "Notices as they would be sent; without a gateway the office passes them on",
      kind: "query",
      query: outboxQuery,
      handle: ({ tx, actor, query }) => outbox.list(tx, actor, query),
    }),
  ];
}
