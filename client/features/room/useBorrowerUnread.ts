import { useEffect, useMemo, useState } from "react";
import type { RoomEvent } from "../../realtime/protocol.ts";
import { channelOf, type TalkChannel } from "./borrowerTalk.ts";

type Seen = Readonly<Record<TalkChannel, number>>;

interface Unread {
  readonly unread: Readonly<Record<TalkChannel, number>>;
  /** To be called when the shown channel is left for the other: everything in it has been seen. */
  readonly leave: () => void;
}

const COUNTED: readonly RoomEvent["type"][] = ["message.posted", "message.passedOn"];

/** How many messages of others the channel that is not shown has and that were not seen yet. Kept for this tab. */
export function useUnread(caseId: string, events: readonly RoomEvent[], shown: TalkChannel): Unread {
  const [seen, setSeen] = useState<Seen>(() => stored(caseId));
  const lastN = events.at(-1)?.n ?? 0;
  useEffect(() => {
    if (lastN > 0) store(caseId, { ...seen, [shown]: lastN });
  }, [caseId, seen, shown, lastN]);
  const unread = useMemo(() => {
    const counts: Record<TalkChannel, number> = { joint: 0, caucus_borrower: 0 };
    for (const event of events) {
      const channel = channelOf(event);
      const fresh = channel !== shown && event.n > seen[channel];
      if (fresh && COUNTED.includes(event.type) && event.actor.party !== "borrower") counts[channel] += 1;
    }
    return counts;
  }, [events, seen, shown]);
  return { unread, leave: () => setSeen({ ...seen, [shown]: lastN }) };
}

const key = (caseId: string) => `parley.seen.${caseId}`;

function stored(caseId: string): Seen {
  const nothing = { joint: 0, caucus_borrower: 0 };
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key(caseId)) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...nothing, ...kept } : nothing;
  } catch {
    return nothing;
  }
}

function store(caseId: string, seen: Seen): void {
  try {
    window.sessionStorage.setItem(key(caseId), JSON.stringify(seen));
  } catch {
    // A private window may forbid storage; counts then begin anew with the page.
  }
}
