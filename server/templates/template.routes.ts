import Joi from "joi";
import { CLAUSE_KEYS } from "../../shared/agreements/clauses.ts";
import { roleMay } from "../../shared/api/permissions.ts";
import { roleOf, type Actor } from "../../shared/api/roles.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { presentTemplates } from "./template.presenter.ts";
import { templateBody } from "./template.schemas.ts";
import type { TemplateService } from "./template.service.ts";

const versionParams = Joi.object<{ version: number }>({
  version: Joi.number().integer().min(0).max(1_000_000).required(),
});

export function templateRoutes(templates: TemplateService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/clause-templates",
      permission: "template:read",
      summary: "The wording of settlement agreements, clause by clause, and its versions",
      kind: "query",
      handle: async ({ tx, actor }) => presentTemplates(await templates.overview(tx), mayEdit(actor)),
    }),
    defineRoute({
      method: "GET",
      path: "/api/clause-templates/:version",
      permission: "template:read",
      summary: "The texts of one version; 0 is what the product ships",
      kind: "query",
      params: versionParams,
      handle: async ({ tx, params }) => {
        const texts = await templates.ofVersion(tx, params.version);
        return { version: params.version, clauses: CLAUSE_KEYS.map((key) => ({ key, ...texts[key] })) };
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/clause-templates",
      permission: "template:edit",
      summary: "Enter a new dated version of the wording, for agreements composed from that day",
      kind: "command",
      status: 201,
      body: templateBody,
      handle: async ({ tx, actor, body }) =>
        presentTemplates(await templates.add(tx, actor, body), mayEdit(actor)),
    }),
  ];
}

function mayEdit(actor: Actor): boolean {
  const role = roleOf(actor);
  return role !== null && roleMay(role, "template:edit");
}
