import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { onlyStaff } from "../organisations/index.ts";
import type { AgreementServices } from "./agreementServices.ts";
import type { AuthorityShownToStaff } from "./authority.service.ts";
import { readAuthority } from "./authorityUpload.ts";
import { deviceOf } from "./device.ts";
import { agreementParams } from "./agreement.schemas.ts";
import { authorityParams, pageParams, settingsBody } from "./signing.schemas.ts";

/** Reading page by page, the centre's settings, and who may sign for a platform. */
export function signingDeskRoutes(services: AgreementServices): Route[] {
  return [...pageRoutes(services), ...settingsRoutes(services), ...authorityRoutes(services)];
}

function pageRoutes({ reading }: AgreementServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/agreements/:agreementId/reading",
      permission: "agreement:read",
      summary: "How many pages the text has, and which this person has read",
      kind: "raw",
      params: agreementParams,
      produces: "application/json",
      handle: async ({ actor, params, res }) => {
        res.setHeader("cache-control", "no-store");
        res.json(await reading.overview(actor, params.agreementId));
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/agreements/:agreementId/pages/:page",
      permission: "agreement:read",
      summary: "One page of the text as a picture; that a signer had it is recorded first",
      kind: "raw",
      params: pageParams,
      produces: "image/png",
      handle: async ({ actor, params, req, res }) => {
        const asked = { ...params, as: "picture" as const, device: deviceOf(req) };
        const { png } = await reading.page(actor, asked);
        res.setHeader("cache-control", "private, no-store");
        res.type("image/png").end(png);
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/agreements/:agreementId/pages/:page/text",
      permission: "agreement:read",
      summary: "The words of one page, for reading aloud or in large letters; recorded like the picture",
      kind: "raw",
      params: pageParams,
      produces: "text/plain",
      handle: async ({ actor, params, req, res }) => {
        const asked = { ...params, as: "text" as const, device: deviceOf(req) };
        const { text } = await reading.page(actor, asked);
        res.setHeader("cache-control", "private, no-store");
        res.type("text/plain").end(text);
      },
    }),
  ];
}

function settingsRoutes({ settings }: AgreementServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/signing-settings",
      permission: "signing:read",
      summary: "Order, deadline and reminders of signing, with every version there was",
      kind: "query",
      handle: async ({ tx }) => ({
        ...(await settings.inForce(tx)),
        versions: await settings.versions(tx),
      }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/signing-settings",
      permission: "signing:edit",
      summary: "Set order, deadline and reminders as a new version; released agreements keep theirs",
      kind: "command",
      body: settingsBody,
      handle: async ({ tx, actor, body }) => await settings.set(tx, onlyStaff(actor), body),
    }),
  ];
}

function authorityRoutes({ authorities }: AgreementServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/signing-authorities",
      permission: "authority:read",
      summary: "Who may sign for this platform, and who might",
      kind: "query",
      handle: async ({ tx, actor }) => ({
        items: (await authorities.list(tx, actor)).map(presentAuthority),
        signatories: await authorities.signatories(tx, actor),
        next: null,
      }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/signing-authorities",
      permission: "authority:edit",
      summary: "Put an authority to sign on file, with its document",
      kind: "raw",
      consumes: "multipart/form-data",
      handle: async ({ actor, req, res }) => {
        const { fields, file } = await readAuthority(req, res);
        res.status(201).json(presentAuthority(await authorities.register(actor, fields, file)));
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/signing-authorities/:authorityId/revocation",
      permission: "authority:edit",
      summary: "End an authority now",
      kind: "command",
      params: authorityParams,
      handle: async ({ tx, actor, params }) =>
        presentAuthority(await authorities.revoke(tx, actor, params.authorityId)),
    }),
    defineRoute({
      method: "GET",
      path: "/api/signing-authorities/:authorityId/document",
      permission: "authority:read",
      summary: "The document that gives an authority",
      kind: "raw",
      params: authorityParams,
      produces: "application/octet-stream",
      handle: async ({ actor, params, res }) => {
        const { row, bytes } = await authorities.document(actor, params.authorityId);
        const { documentMime: mime, documentName: fileName, documentSha256: sha256 } = row;
        sendFile(res, { content: bytes, mime, fileName, sha256 });
      },
    }),
  ];
}

function presentAuthority({ row, staffName }: AuthorityShownToStaff): object {
  const { id, staffId, number, maxTotalFen, validFrom, validTo, documentSha256, documentName } = row;
  return {
    id,
    staffId,
    staffName,
    number,
    maxTotalFen,
    validFrom,
    validTo,
    documentSha256,
    documentName,
    registeredAt: row.registeredAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
