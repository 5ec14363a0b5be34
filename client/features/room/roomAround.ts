import { createContext, useContext } from "react";
import type { Party } from "../../../shared/journal/audience.ts";
import type { RoomHandle } from "../../realtime/useRoom.ts";
import type { RoomState } from "./roomState.ts";

/** What the parts of a conversation need to know of the room around them. */
interface AroundTalk {
  readonly caseId: string;
  readonly party: Party;
  readonly handle: RoomHandle;
  readonly state: RoomState;
  /** Whether things are being said in the case now. */
  readonly talking: boolean;
}

export const RoomAround = createContext<AroundTalk | null>(null);

export function useRoomAround(): AroundTalk {
  const around = useContext(RoomAround);
  if (!around) throw new Error("a part of a conversation stands inside one");
  return around;
}
