import { defineCommand, type Command } from "../realtime/index.ts";
import type { OfferServices } from "./offer.routes.ts";
import { acceptPayload, answerPayload, offerParams, putBody } from "./offer.schemas.ts";

/** Offers over a socket: the same services as the routes. The case of a command must be the offer's own. */
export function offerCommands({ offers, acceptance }: OfferServices): Command[] {
  return [
    defineCommand({
      type: "offer.put",
      permission: "offer:put",
      kind: "command",
      schema: putBody,
      handle: async ({ tx, actor, caseId, payload }) => await offers.put(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "offer.withdraw",
      permission: "offer:put",
      kind: "command",
      schema: offerParams,
      handle: async ({ tx, actor, caseId, payload }) =>
        await offers.withdraw(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "offer.answering",
      permission: "offer:put",
      kind: "command",
      schema: offerParams,
      handle: async ({ tx, actor, caseId, payload }) =>
        await offers.answering(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "offer.decline",
      permission: "offer:put",
      kind: "command",
      schema: offerParams,
      handle: async ({ tx, actor, caseId, payload }) =>
        await offers.decline(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "offer.accept",
      permission: "offer:put",
      kind: "command",
      schema: acceptPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await acceptance.accept(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "offer.answerApproval",
      permission: "offer:approve",
      kind: "command",
      schema: answerPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await acceptance.answer(tx, actor, { caseId, ...payload }),
    }),
  ];
}
