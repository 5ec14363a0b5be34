import { defineCommand, type Command } from "../realtime/index.ts";
import { memberPayload } from "./room.schemas.ts";
import {
  answerPayload,
  caucusBody,
  dealingPayload,
  messagePayload,
  mutePayload,
  passingPayload,
  reportPayload,
  requestBody,
  requestPayload,
} from "./safety.schemas.ts";
import type { SafetyServices } from "./safety.routes.ts";

/** Caucus, passing on, requests, reports and muting over a socket: the same services as the routes. */
export function safetyCommands(services: SafetyServices): Command[] {
  return [...caucusCommands(services), ...askingCommands(services), ...moderatingCommands(services)];
}

function caucusCommands({ passing, caucuses }: SafetyServices): Command[] {
  return [
    defineCommand({
      type: "message.release",
      permission: "room:join",
      kind: "command",
      schema: messagePayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await passing.release(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "message.takeBackRelease",
      permission: "room:join",
      kind: "command",
      schema: messagePayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await passing.takeBack(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "message.passOn",
      permission: "room:moderate",
      kind: "command",
      schema: passingPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await passing.passOn(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "caucus.begin",
      permission: "room:moderate",
      kind: "command",
      schema: caucusBody,
      handle: async ({ tx, actor, caseId, payload }) =>
        await caucuses.begin(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "caucus.end",
      permission: "room:moderate",
      kind: "command",
      handle: async ({ tx, actor, caseId }) => await caucuses.end(tx, actor, caseId),
    }),
  ];
}

function askingCommands({ safety, reports }: SafetyServices): Command[] {
  return [
    defineCommand({
      type: "request.make",
      permission: "room:join",
      kind: "command",
      schema: requestBody,
      handle: async ({ tx, actor, caseId, payload }) => await safety.ask(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "request.withdraw",
      permission: "room:join",
      kind: "command",
      schema: requestPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await safety.withdraw(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "message.report",
      permission: "room:join",
      kind: "command",
      schema: reportPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await reports.report(tx, actor, { caseId, ...payload }),
    }),
  ];
}

function moderatingCommands({ safety, reports }: SafetyServices): Command[] {
  return [
    defineCommand({
      type: "request.answer",
      permission: "room:moderate",
      kind: "command",
      schema: answerPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await safety.answer(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "report.deal",
      permission: "room:moderate",
      kind: "command",
      schema: dealingPayload,
      handle: async ({ tx, actor, caseId, payload }) => await reports.deal(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "member.mute",
      permission: "room:moderate",
      kind: "command",
      schema: mutePayload,
      handle: async ({ tx, actor, caseId, payload }) => await safety.mute(tx, actor, { caseId, ...payload }),
    }),
    defineCommand({
      type: "member.unmute",
      permission: "room:moderate",
      kind: "command",
      schema: memberPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await safety.unmute(tx, actor, { caseId, ...payload }),
    }),
  ];
}
