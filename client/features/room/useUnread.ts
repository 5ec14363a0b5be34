import { useEffect, useMemo, useState } from "react";
import type { Channel } from "../../../shared/journal/events.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { unreadIn } from "./conversation.ts";
import type { RoomMemory } from "./roomMemory.ts";

/** Unread counts of the channels that are not shown; the one that is shown counts as read while the page is seen. */
export function useUnread(
  room: RoomSnapshot,
  memory: RoomMemory,
  active: Channel,
): Readonly<Partial<Record<Channel, number>>> {
  const lastN = room.events.at(-1)?.n ?? 0;
  const seen = usePageSeen();
  useEffect(() => {
    if (seen) memory.markRead(active, lastN);
  }, [memory, active, lastN, seen]);
  return useMemo(() => {
    const own = room.viewer?.memberId ?? null;
    const counts = room.channels.map((channel) => [
      channel,
      channel === active && seen ? 0 : unreadIn(room.events, channel, memory.readUpTo(channel), own),
    ]);
    return Object.fromEntries(counts) as Partial<Record<Channel, number>>;
  }, [room.events, room.channels, room.viewer, memory, active, seen]);
}

function usePageSeen(): boolean {
  const [seen, setSeen] = useState(() => document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return seen;
}
