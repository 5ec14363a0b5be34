import { defineRoute, type Route } from "../http/route.ts";
import type { ContactService } from "./contact.service.ts";
import { caseParams, contactBody, contactParams, outcomeBody } from "./outreach.schemas.ts";

/** Calls to the borrower, within what a day allows. */
export function contactRoutes(contacts: ContactService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/contacts",
      permission: "contact:make",
      summary: "The calls of a case, and whether another may be made now",
      kind: "query",
      params: caseParams,
      handle: ({ tx, actor, params }) => contacts.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/contacts",
      permission: "contact:make",
      summary: "Begin a call; refused out of hours and beyond the limits of the day, with the next time",
      kind: "command",
      status: 201,
      params: caseParams,
      body: contactBody,
      handle: ({ tx, actor, params, body }) => contacts.begin(tx, actor, params.caseId, body.point),
    }),
    defineRoute({
      method: "POST",
      path: "/api/contacts/:contactId/outcome",
      permission: "contact:make",
      summary: "How a call ended",
      kind: "command",
      params: contactParams,
      body: outcomeBody,
      handle: ({ tx, actor, params, body }) => contacts.end(tx, actor, params.contactId, body.outcome),
    }),
  ];
}
