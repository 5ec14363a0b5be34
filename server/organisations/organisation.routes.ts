import { defineRoute, type Route } from "../http/route.ts";
import { onlyStaffOfAPlatform } from "./organisation.policy.ts";
import { codeParams, policyBody } from "./organisation.schemas.ts";
import type { OrganisationService } from "./organisation.service.ts";

export function organisationRoutes(organisations: OrganisationService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/public/mediators/:code",
      permission: "PUBLIC",
      summary: "Check that a mediator named in a notice serves here",
      kind: "query",
      limit: "public",
      params: codeParams,
      handle: async ({ tx, params }) => {
        const { mediator, centre } = await organisations.mediatorByCode(tx, params.code);
        return {
          valid: true,
          name: mediator.name,
          nameEn: mediator.nameEn,
          code: mediator.verificationCode,
          centre: {
            name: centre.name,
            nameEn: centre.nameEn,
            phone: centre.phone,
            address: centre.address,
            registrationNumber: centre.registrationNumber,
          },
        };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/platform-policy",
      permission: "policy:read",
      summary: "The limits within which this platform's agents may concede",
      kind: "query",
      handle: async ({ tx, actor }) =>
        await organisations.policy(tx, onlyStaffOfAPlatform(actor).organisationId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/platform-policy/versions",
      permission: "policy:read",
      summary: "Every version of this platform's limits, the newest first",
      kind: "query",
      handle: async ({ tx, actor }) => ({
        items: await organisations.policyVersions(tx, onlyStaffOfAPlatform(actor).organisationId),
        next: null,
      }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/platform-policy",
      permission: "policy:edit",
      summary: "Set new limits as a new version",
      kind: "command",
      body: policyBody,
      handle: async ({ tx, actor, body }) =>
        await organisations.setPolicy(tx, onlyStaffOfAPlatform(actor), body),
    }),
    defineRoute({
      method: "GET",
      path: "/api/law-firms",
      permission: "escalation:request",
      summary: "Law firms and their lawyers who can receive a packet",
      kind: "query",
      handle: async ({ tx }) => ({ items: await organisations.lawFirms(tx) }),
    }),
  ];
}
