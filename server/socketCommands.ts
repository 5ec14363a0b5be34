import type { Services } from "./composition.ts";
import type { Command } from "./realtime/index.ts";

/** Everything that can be sent over a live line; docs/room-protocol.md lists the same. */
export function allSocketCommands({ rooms, calls, offers }: Services): Command[] {
  return [...rooms.commands, ...calls.commands, ...offers.commands];
}
