import { readersOf } from "../../shared/rooms/channels.ts";
import { defineCommand, type Command } from "../realtime/index.ts";
import type { MessageService } from "./message.service.ts";
import { joinPayload, memberPayload, messageBody, sincePayload, typingPayload } from "./room.schemas.ts";
import type { RoomService } from "./room.service.ts";
import type { Seats } from "./seats.ts";
import type { ShareTyping } from "./typing.ts";

/** The room over a socket: the same services as the routes, plus what only a live line can do. */
export function roomCommands(deps: {
  rooms: RoomService;
  messages: MessageService;
  seats: Seats;
  typing: ShareTyping;
}): Command[] {
  const { rooms, messages, seats, typing } = deps;
  return [
    defineCommand({
      type: "room.join",
      permission: "room:join",
      kind: "entry",
      schema: joinPayload,
      handle: async ({ tx, actor, caseId, payload, connection }) => ({
        result: await rooms.join(tx, actor, { caseId, ...payload, connection }),
      }),
      undo: ({ caseId, connection }) => seats.vacate(connection.id, caseId),
    }),
    defineCommand({
      type: "room.read",
      permission: "room:join",
      kind: "query",
      schema: sincePayload,
      handle: async ({ tx, actor, caseId, payload }) => ({
        result: await rooms.events(tx, actor, caseId, payload.since),
      }),
    }),
    defineCommand({
      type: "room.leave",
      permission: "room:join",
      kind: "command",
      handle: async ({ tx, actor, caseId }) => await rooms.leave(tx, actor, caseId),
    }),
    defineCommand({
      type: "member.remove",
      permission: "room:moderate",
      kind: "command",
      schema: memberPayload,
      handle: async ({ tx, actor, caseId, payload }) =>
        await rooms.remove(tx, actor, { caseId, memberId: payload.memberId }),
    }),
    defineCommand({
      type: "message.post",
      permission: "room:join",
      kind: "command",
      schema: messageBody,
      handle: async ({ tx, actor, caseId, payload }) =>
        await messages.post(tx, actor, { caseId, ...payload }),
      handleTogether: async (tx, calls) =>
        await messages.postTogether(
          tx,
          calls.map(({ actor, caseId, payload }) => ({ actor, caseId, ...payload })),
        ),
    }),
    defineCommand({
      type: "typing",
      permission: "room:join",
      kind: "hint",
      schema: typingPayload,
      handle: ({ caseId, payload: { channel }, connection }) => {
        const seat = seats.seat(connection.id, caseId);
        const readers = readersOf(channel);
        if (!seat || !readers.includes(seat.party)) return;
        const hint = { caseId, memberId: seat.memberId, channel };
        for (const party of readers) typing(connection, { party, hint });
      },
    }),
  ];
}
