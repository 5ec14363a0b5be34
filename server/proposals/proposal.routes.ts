import { defineRoute, type Route } from "../http/route.ts";
import { onlyStaff } from "../organisations/index.ts";
import {
  answerBody,
  caseParams,
  draftBody,
  leaveBody,
  openBody,
  proposalParams,
  reviseBody,
  settingsBody,
  warningBody,
} from "./proposal.schemas.ts";
import type { ProposalService } from "./proposal.service.ts";
import type { RoundSettings } from "./roundSettings.service.ts";
import type { SealedAnswers } from "./sealedAnswers.service.ts";

export type ProposalServices = {
  proposals: ProposalService;
  answers: SealedAnswers;
  settings: RoundSettings;
};

export function proposalRoutes(services: ProposalServices): Route[] {
  return [...mediatorRoutes(services), ...answerRoutes(services), ...settingsRoutes(services)];
}

function mediatorRoutes({ proposals }: ProposalServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/proposals",
      permission: "offer:read",
      summary:
        "The mediator's proposals this viewer may read, with the viewer's own answer and the rounds left",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await proposals.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/proposals",
      permission: "proposal:make",
      summary: "Draw up one package for both sides; nobody else sees it yet",
      kind: "command",
      status: 201,
      params: caseParams,
      body: draftBody,
      handle: async ({ tx, actor, params, body }) => await proposals.draft(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/proposals/:proposalId",
      permission: "proposal:make",
      summary: "Draw it up otherwise before it is sent",
      kind: "command",
      params: proposalParams,
      body: reviseBody,
      handle: async ({ tx, actor, params, body }) =>
        await proposals.revise(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/proposals/:proposalId/opening",
      permission: "proposal:make",
      summary: "Send it to both sides, to be answered until a deadline",
      kind: "command",
      params: proposalParams,
      body: openBody,
      handle: async ({ tx, actor, params, body }) => await proposals.open(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/proposals/:proposalId/withdrawal",
      permission: "proposal:make",
      summary: "Take it back before the deadline; what was answered stays sealed",
      kind: "command",
      params: proposalParams,
      handle: async ({ tx, actor, params }) => await proposals.withdraw(tx, actor, params.proposalId),
    }),
  ];
}

function answerRoutes({ answers }: ProposalServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/proposals/:proposalId/acknowledgement",
      permission: "offer:put",
      summary: "Confirm having read what a yes and the end of a round may tell",
      kind: "command",
      params: proposalParams,
      body: warningBody,
      handle: async ({ tx, actor, params, body }) =>
        await answers.acknowledge(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/proposals/:proposalId/answer",
      permission: "offer:put",
      summary: "Say yes or no under seal; the last answer before the deadline counts",
      kind: "command",
      params: proposalParams,
      body: answerBody,
      handle: async ({ tx, actor, params, body }) => await answers.answer(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/proposals/:proposalId/leave",
      permission: "offer:approve",
      summary: "Give or refuse leave to the agent's yes, inside the platform's seal",
      kind: "command",
      params: proposalParams,
      body: leaveBody,
      handle: async ({ tx, actor, params, body }) =>
        await answers.answerLeave(tx, actor, { ...params, ...body }),
    }),
  ];
}

function settingsRoutes({ settings }: ProposalServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/proposal-settings",
      permission: "signing:read",
      summary: "How many rounds the centre allows in a case",
      kind: "query",
      handle: async ({ tx }) => await settings.inForce(tx),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/proposal-settings",
      permission: "signing:edit",
      summary: "Set how many rounds a case may have",
      kind: "command",
      body: settingsBody,
      handle: async ({ tx, actor, body }) => await settings.set(tx, onlyStaff(actor), body),
    }),
  ];
}
