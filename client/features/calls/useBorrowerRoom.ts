import { useState } from "react";
import { useBorrower } from "../../borrower/session.ts";
import { type RoomHandle, useRoom } from "../../realtime/useRoom.ts";
import { RoomMemory } from "../room/roomMemory.ts";

/** The borrower's room, for pages that show something of it beside the conversation. */
export function useBorrowerRoom(caseId: string): RoomHandle {
  const person = useBorrower().data?.id ?? "";
  const [memory] = useState(() => new RoomMemory(window.localStorage, person, caseId));
  return useRoom(caseId, memory);
}
