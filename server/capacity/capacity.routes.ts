import { defineRoute, type Route } from "../http/route.ts";
import { onlyStaff } from "../organisations/index.ts";
import {
  caseParams,
  draftBody,
  floorBody,
  lineParams,
  sharingBody,
  submissionBody,
  verificationBody,
} from "./capacity.schemas.ts";
import type { CapacityService } from "./capacity.service.ts";
import type { LivingFloorService } from "./livingFloor.service.ts";

export type CapacityWork = { capacity: CapacityService; floors: LivingFloorService };

export function capacityRoutes({ capacity, floors }: CapacityWork): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/capacity",
      permission: "capacity:read",
      summary: "Income and outgoings and what follows from them; the mediator sees what was handed in",
      kind: "query",
      params: caseParams,
      handle: ({ tx, actor, params }) => capacity.view(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/cases/:caseId/capacity",
      permission: "capacity:fill",
      summary: "Keep the draft of the statement as it stands",
      kind: "command",
      params: caseParams,
      body: draftBody,
      handle: ({ tx, actor, params, body }) => capacity.save(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/capacity/submission",
      permission: "capacity:fill",
      summary: "Hand the statement in to the mediator",
      kind: "command",
      params: caseParams,
      body: submissionBody,
      handle: ({ tx, actor, params, body }) => capacity.submit(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/capacity/sharing",
      permission: "capacity:fill",
      summary: "Let the platform know the one figure the borrower can pay in a month",
      kind: "command",
      params: caseParams,
      body: sharingBody,
      handle: ({ tx, actor, params, body }) => capacity.share(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/capacity/lines/:key/verification",
      permission: "capacity:verify",
      summary: "Say how well one line is known",
      kind: "command",
      params: lineParams,
      body: verificationBody,
      handle: ({ tx, actor, params, body }) => capacity.verifyLine(tx, actor, { ...params, ...body }),
    }),
    ...floorRoutes(floors),
  ];
}

function floorRoutes(floors: LivingFloorService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/living-floors",
      permission: "floor:read",
      summary: "What a person must keep to live on, by region and day",
      kind: "query",
      handle: async ({ tx }) => ({ items: await floors.list(tx) }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/living-floors",
      permission: "floor:edit",
      summary: "Set the living floor of a region from a day on",
      kind: "command",
      body: floorBody,
      handle: async ({ tx, actor, body }) => ({ items: await floors.set(tx, onlyStaff(actor), body) }),
    }),
  ];
}
