import type { Command, Wire } from "../realtime/index.ts";
import type { Rooms } from "../rooms/index.ts";
import { callCommands } from "./call.commands.ts";
import { CallService } from "./call.service.ts";
import { CallRegistry } from "./callRegistry.ts";
import type { IceSettings } from "./iceServers.ts";
import { SecretWire } from "./secretWire.ts";

export type Calls = { calls: CallService; commands: Command[] };

/** Sound and picture for the rooms, on this process and across all of them. */
export function createCalls(deps: { rooms: Rooms; wire: Wire; secret: string; ice: IceSettings }): Calls {
  const wire = new SecretWire(deps.wire, deps.secret);
  const registry = new CallRegistry(deps.rooms.lines, wire);
  const calls = new CallService({ ...deps, registry, wire });
  return { calls, commands: callCommands(calls) };
}
