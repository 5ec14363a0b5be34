import type { ServerMessages } from "../../shared/api/messages.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Connection, Realtime, Wire } from "../realtime/index.ts";
import { groupOf } from "./seats.ts";

type Typing = { party: Party; hint: ServerMessages["typing"] };

/** Says that somebody is typing to one party's lines, here and on the other processes. */
export type ShareTyping = (connection: Connection, typing: Typing) => void;

export function shareTyping(realtime: Realtime, wire: Wire): ShareTyping {
  wire.on("typing", (message) => {
    // Sent below, in a process of the same version.
    const { party, hint } = message as Typing;
    realtime.hint(groupOf(hint.caseId, party), "typing", hint);
  });
  return (connection, typing) => {
    connection.hint(groupOf(typing.hint.caseId, typing.party), "typing", typing.hint);
    if (wire.shared) wire.send("typing", typing);
  };
}
