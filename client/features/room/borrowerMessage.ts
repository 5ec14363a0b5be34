import type { RoomCommand } from "../../realtime/protocol.ts";

/** What a command of the outbox says, and where; `undefined` when it is another kind of command. */
export function messageOf({ type, payload }: RoomCommand): { channel: string; text: string } | undefined {
  if (type !== "message.post" || typeof payload !== "object" || payload === null) return undefined;
  const { channel, text } = payload as Record<string, unknown>;
  return typeof channel === "string" && typeof text === "string" ? { channel, text } : undefined;
}
