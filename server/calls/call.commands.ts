import type { CallJoin, OutgoingSignal } from "../../shared/calls/signals.ts";
import { defineCommand, type Command } from "../realtime/index.ts";
import { joinPayload, mediaPayload, signalPayload } from "./call.schemas.ts";
import type { CallService } from "./call.service.ts";

/** Calls over a socket. None of this is kept: a new connection joins anew. */
export function callCommands(calls: CallService): Command[] {
  return [
    defineCommand<CallJoin>({
      type: "call.join",
      permission: "room:join",
      kind: "entry",
      schema: joinPayload,
      handle: async ({ tx, actor, caseId, connection, payload }) => ({
        result: await calls.join(tx, actor, { caseId, connection }, payload),
      }),
      undo: (call) => calls.leave(call),
    }),
    defineCommand({
      type: "call.list",
      permission: "room:join",
      kind: "query",
      handle: (call) => Promise.resolve({ result: { calls: calls.list(call) } }),
    }),
    defineCommand({
      type: "call.leave",
      permission: "room:join",
      kind: "hint",
      handle: (call) => calls.leave(call),
    }),
    defineCommand<{ audio: boolean; video: boolean }>({
      type: "call.media",
      permission: "room:join",
      kind: "hint",
      schema: mediaPayload,
      handle: (call) => calls.change(call, call.payload),
    }),
    defineCommand<OutgoingSignal>({
      type: "call.signal",
      permission: "room:join",
      kind: "hint",
      schema: signalPayload,
      handle: (call) => calls.signal(call, call.payload),
    }),
  ];
}
