import type { Actor } from "../../shared/api/roles.ts";
import type { TermsBasis } from "../../shared/offers/draftTerms.ts";
import type { PolicyTrialAnswer } from "../../shared/offers/policyTrial.ts";
import type { Suggestions } from "../../shared/offers/suggestions.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import type { PolicyTable } from "../../shared/plans/policyTable.ts";
import type { Tx } from "../database/transaction.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { onlyStaffOfAPlatform, type StaffActor, trialBody } from "../organisations/index.ts";
import {
  acceptBody,
  answerBody,
  caseParams,
  draftBody,
  draftParams,
  offerParams,
  putBody,
  suggestionBody,
} from "./offer.schemas.ts";
import type { SuggestionInput } from "./suggestions.ts";
import type { OfferService } from "./offer.service.ts";
import type { OfferAcceptance } from "./offerAcceptance.service.ts";
import type { OfferDraftService } from "./offerDraft.service.ts";

export type OfferServices = {
  offers: OfferService;
  drafts: OfferDraftService;
  acceptance: OfferAcceptance;
  termsBasis: (tx: Tx, actor: Actor, caseId: string) => Promise<TermsBasis>;
  suggestions: (tx: Tx, actor: Actor, input: SuggestionInput) => Promise<Suggestions>;
  tryLimits: (tx: Tx, actor: StaffActor, limits: PolicyLimits | PolicyTable) => Promise<PolicyTrialAnswer>;
};

export function offerRoutes(services: OfferServices): Route[] {
  const { offers, acceptance } = services;
  return [
    ...adviceRoutes(services),
    ...draftRoutes(services),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/offers",
      permission: "offer:read",
      summary: "The offers this viewer may read, the newest first",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => ({
        items: await offers.list(tx, actor, params.caseId),
        next: null,
      }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/offers",
      permission: "offer:put",
      summary: "Put terms to the other side, or counter theirs",
      kind: "command",
      status: 201,
      params: caseParams,
      body: putBody,
      handle: async ({ tx, actor, params, body }) =>
        (await offers.put(tx, actor, { ...params, ...body })).result,
    }),
    defineRoute({
      method: "POST",
      path: "/api/offers/:offerId/withdraw",
      permission: "offer:put",
      summary: "Take back an offer of one's own side",
      kind: "command",
      params: offerParams,
      handle: async ({ tx, actor, params }) => (await offers.withdraw(tx, actor, params)).result,
    }),
    defineRoute({
      method: "POST",
      path: "/api/offers/:offerId/answering",
      permission: "offer:put",
      summary: "Say that an answer is being written; an offer about to end gets more time, once",
      kind: "command",
      params: offerParams,
      handle: async ({ tx, actor, params }) => (await offers.answering(tx, actor, params)).result,
    }),
    defineRoute({
      method: "POST",
      path: "/api/offers/:offerId/decline",
      permission: "offer:put",
      summary: "Say no to an offer of the other side",
      kind: "command",
      params: offerParams,
      handle: async ({ tx, actor, params }) => (await offers.decline(tx, actor, params)).result,
    }),
    defineRoute({
      method: "POST",
      path: "/api/offers/:offerId/accept",
      permission: "offer:put",
      summary: "Accept an offer, or ask the approver for leave to",
      kind: "command",
      params: offerParams,
      body: acceptBody,
      handle: async ({ tx, actor, params, body }) =>
        (await acceptance.accept(tx, actor, { ...params, ...body })).result,
    }),
    defineRoute({
      method: "POST",
      path: "/api/offers/:offerId/approval",
      permission: "offer:approve",
      summary: "Answer what waits for the platform's approver",
      kind: "command",
      params: offerParams,
      body: answerBody,
      handle: async ({ tx, actor, params, body }) =>
        (await acceptance.answer(tx, actor, { ...params, ...body })).result,
    }),
  ];
}

/** What the mediator writes down for one side. */
function draftRoutes({ drafts }: OfferServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/offer-drafts",
      permission: "offer:read",
      summary: "The mediator's drafts this viewer may read, the newest first",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => ({
        items: await drafts.list(tx, actor, params.caseId),
        next: null,
      }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/offer-drafts",
      permission: "offer:draftFor",
      summary: "Write an offer down for one side, which confirms it or does not",
      kind: "command",
      status: 201,
      params: caseParams,
      body: draftBody,
      handle: ({ tx, actor, params, body }) => drafts.draw(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/offer-drafts/:draftId/confirm",
      permission: "offer:put",
      summary: "Put the mediator's draft as one's own offer",
      kind: "command",
      status: 201,
      params: draftParams,
      body: acceptBody,
      handle: ({ tx, actor, params, body }) => drafts.confirm(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/offer-drafts/:draftId/turn-down",
      permission: "offer:put",
      summary: "Do not put the mediator's draft",
      kind: "command",
      params: draftParams,
      handle: ({ tx, actor, params }) => drafts.turnDown(tx, actor, params.draftId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/offer-drafts/:draftId/take-back",
      permission: "offer:draftFor",
      summary: "Take a draft back before the side has decided",
      kind: "command",
      params: draftParams,
      handle: ({ tx, actor, params }) => drafts.takeBack(tx, actor, params.draftId),
    }),
  ];
}

/** What helps to draw an offer up or to set limits; nothing here changes anything. */
function adviceRoutes({ termsBasis, suggestions, tryLimits }: OfferServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/terms-basis",
      permission: "offer:read",
      summary: "What an offer is drawn up from: statement, payee, date, and the platform's own limits",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await termsBasis(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/suggestions",
      permission: "offer:read",
      summary: "Plans for whoever asks, from what that party may see and from nothing else",
      kind: "query",
      params: caseParams,
      body: suggestionBody,
      handle: async ({ tx, actor, params, body }) =>
        await suggestions(tx, actor, {
          ...params,
          monthlyFen: body.monthlyFen ?? null,
          annualRate: body.annualRate ?? "0",
        }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/platform-policy/trial",
      permission: "policy:read",
      summary: "What other limits would have said of this platform's past offers; nothing is stored",
      kind: "query",
      body: trialBody,
      handle: async ({ tx, actor, body }) => await tryLimits(tx, onlyStaffOfAPlatform(actor), body.limits),
    }),
  ];
}
