import { defineRoute, CommittedRefusal, type Route } from "../http/route.ts";
import { sendFile } from "../files/index.ts";
import { presentAgreement } from "./agreement.presenter.ts";
import { agreementParams, caseParams, reasonBody, refusalBody, signatureBody } from "./agreement.schemas.ts";
import type { AgreementServices } from "./agreementServices.ts";
import { agreementListRoutes } from "./agreementList.routes.ts";
import { deviceOf } from "./device.ts";
import { signingDeskRoutes } from "./signing.routes.ts";

export function agreementRoutes(services: AgreementServices): Route[] {
  return [
    ...agreementListRoutes(services.list),
    ...readingRoutes(services),
    ...signingRoutes(services),
    ...signingDeskRoutes(services),
  ];
}

function readingRoutes({ agreements, sealing }: AgreementServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/agreements/:agreementId",
      permission: "agreement:read",
      summary: "One agreement with its terms, schedule and signatures as data",
      kind: "query",
      params: agreementParams,
      handle: async ({ tx, actor, params }) =>
        presentAgreement(actor, await agreements.view(tx, actor, params.agreementId), tx.now),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/agreement",
      permission: "agreement:read",
      summary: "The newest agreement of a case",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentAgreement(actor, await agreements.ofCase(tx, actor, params.caseId), tx.now),
    }),
    defineRoute({
      method: "GET",
      path: "/api/agreements/:agreementId/document.pdf",
      permission: "agreement:read",
      summary: "The agreement as PDF: a draft until sealed, then always the same bytes",
      kind: "raw",
      params: agreementParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { bytes, number, sealed, sha256 } = await sealing.document(actor, params.agreementId);
        sendFile(res, {
          content: bytes,
          mime: "application/pdf",
          fileName: sealed ? `调解协议书-${number}.pdf` : `调解协议书-${number}-草稿.pdf`,
          ...(sha256 === null ? {} : { sha256 }),
        });
      },
    }),
  ];
}

function signingRoutes({ agreements, signing, sealing, ending }: AgreementServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/release",
      permission: "agreement:review",
      summary: "The mediator has read it through; the parties may sign",
      kind: "command",
      params: agreementParams,
      handle: async ({ tx, actor, params }) =>
        presentAgreement(actor, await agreements.release(tx, actor, params.agreementId), tx.now),
    }),
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/one-time-codes",
      permission: "agreement:sign",
      summary: "Send the borrower the code to sign with",
      kind: "command",
      limit: "sensitive",
      params: agreementParams,
      handle: async ({ tx, actor, params, req }) =>
        await signing.sendCode(tx, actor, params.agreementId, deviceOf(req)),
    }),
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/signatures",
      permission: "agreement:sign",
      summary: "Sign, with a drawn or typed name",
      kind: "command",
      limit: "sensitive",
      params: agreementParams,
      body: signatureBody,
      handle: async ({ tx, actor, params, body, req }) => {
        const { consent: _given, ...given } = body;
        const signed = await signing.sign(tx, actor, params.agreementId, {
          ...given,
          ...deviceOf(req),
        });
        return signed instanceof CommittedRefusal ? signed : presentAgreement(actor, signed, tx.now);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/refusal",
      permission: "agreement:sign",
      summary: "Refuse to sign, or take the text back as the mediator: back to negotiation",
      kind: "command",
      params: agreementParams,
      body: refusalBody,
      handle: async ({ tx, actor, params, body, req }) => {
        const refused = ending.refuse(tx, actor, params.agreementId, body.note || null, deviceOf(req));
        return presentAgreement(actor, await refused, tx.now);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/withdrawal",
      permission: "agreement:withdraw",
      summary: "Take back what is not sealed, as its proposer, the mediator or the centre; all hear why",
      kind: "command",
      params: agreementParams,
      body: reasonBody,
      handle: async ({ tx, actor, params, body }) => {
        const withdrawn = await ending.withdraw(tx, actor, params.agreementId, body.reason);
        return presentAgreement(actor, withdrawn, tx.now);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/change",
      permission: "agreement:review",
      summary: "Draw the text up anew from the same terms: every signature on the old one is void",
      kind: "command",
      params: agreementParams,
      body: reasonBody,
      handle: async ({ tx, actor, params, body }) => {
        const changed = await ending.change(tx, actor, params.agreementId, body.reason);
        return presentAgreement(actor, changed, tx.now);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/agreements/:agreementId/seal",
      permission: "agreement:seal",
      summary: "Seal what everybody has signed: in force, document fixed",
      kind: "raw",
      params: agreementParams,
      handle: async ({ actor, params, res, db }) => {
        const sealed = await sealing.seal(actor, params.agreementId);
        res.json(await db.read(async (tx) => presentAgreement(actor, sealed, tx.now)));
      },
    }),
  ];
}
