import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Channel } from "../../shared/journal/events.ts";
import type { Ack } from "./protocol.ts";
import type { RoomSnapshot } from "./room.ts";
import { RoomConnection } from "./roomConnection.ts";
import { roomSocket } from "./socket.ts";
import type { UnsentStore } from "./unsent.ts";

let shared: RoomConnection | undefined;

/** One line for the page, whatever number of rooms it looks at. */
function connection(): RoomConnection {
  shared ??= new RoomConnection(roomSocket());
  return shared;
}

export interface RoomHandle {
  readonly room: RoomSnapshot;
  /** Resolves after commit; rejects with RoomRefusal. */
  readonly command: (type: string, payload: unknown) => Promise<Ack>;
  readonly retry: (id: string) => Promise<Ack>;
  readonly discard: (id: string) => void;
  readonly typing: (channel: Channel) => void;
}

/** Joins the room of a case while the component is shown. What is written and not sent outlives the page in `unsent`. */
export function useRoom(caseId: string, unsent: UnsentStore): RoomHandle {
  const [line] = useState(connection);
  // Subscribing opens the room, so that the first snapshot can never belong to a room nobody opened.
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = line.open(caseId, unsent);
      const unsubscribe = line.subscribe(caseId, listener);
      return () => {
        unsubscribe();
        leave();
      };
    },
    [line, caseId, unsent],
  );
  const snapshot = useCallback(() => line.snapshot(caseId), [line, caseId]);
  const room = useSyncExternalStore(subscribe, snapshot);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") line.resync(caseId);
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [line, caseId]);
  return useMemo(
    () => ({
      room,
      command: (type: string, payload: unknown) => line.command(caseId, type, payload),
      retry: (id: string) => line.retry(caseId, id),
      discard: (id: string) => line.discard(caseId, id),
      typing: (channel: Channel) => line.typing(caseId, channel),
    }),
    [line, caseId, room],
  );
}
