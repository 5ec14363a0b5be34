import { roleMay } from "../../shared/api/permissions.ts";
import { roleOf, type Actor } from "../../shared/api/roles.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { presentBook } from "./law.presenter.ts";
import { versionBody } from "./law.schemas.ts";
import type { LawService } from "./law.service.ts";

export function lawRoutes(law: LawService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/law/rules",
      permission: "law:read",
      summary: "Every dated rule of law that counts, with its source and how sure we are of it",
      kind: "query",
      handle: async ({ tx, actor }) => presentBook(await law.book(tx), mayAdd(actor)),
    }),
    defineRoute({
      method: "POST",
      path: "/api/law/rules",
      permission: "law:edit",
      summary: "Enter a new dated version of a rule, or correct one",
      kind: "command",
      status: 201,
      body: versionBody,
      handle: async ({ tx, actor, body }) => presentBook(await law.add(tx, actor, body), mayAdd(actor)),
    }),
  ];
}

function mayAdd(actor: Actor): boolean {
  const role = roleOf(actor);
  return role !== null && roleMay(role, "law:edit");
}
