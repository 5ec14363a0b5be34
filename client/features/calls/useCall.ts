import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { IceConfiguration } from "../../../shared/calls/signals.ts";
import { apiFetch } from "../../api/fetch.ts";
import { CallLine } from "../../realtime/callLine.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { roomSocket } from "../../realtime/socket.ts";
import { setActiveCall } from "./activeCall.ts";
import { Call, type CallState } from "./call.ts";

const calls = new Map<string, Call>();

/** One for each case of this page: a call goes on while its person looks at something else of the case. */
function callOf(caseId: string): Call {
  const known = calls.get(caseId);
  if (known) return known;
  const call = new Call({
    line: new CallLine(roomSocket(), caseId),
    iceServers: () => apiFetch<IceConfiguration>("GET", `/api/cases/${caseId}/ice-servers`),
  });
  call.attach();
  call.subscribe(() => setActiveCall(caseId, call.state.phase !== "out"));
  // A page that goes says so; otherwise the others would wait for it to come back.
  window.addEventListener("pagehide", () => call.leave());
  calls.set(caseId, call);
  return call;
}

export interface CallHandle {
  readonly call: Call;
  readonly state: CallState;
}

/** The calls of a case, for somebody who is in its room. */
export function useCall(caseId: string, status: RoomSnapshot["status"]): CallHandle {
  const [call] = useState(() => callOf(caseId));
  const subscribe = useCallback((listener: () => void) => call.subscribe(listener), [call]);
  const state = useSyncExternalStore(subscribe, () => call.state);
  useEffect(() => {
    if (status === "removed" || status === "refused") call.removed();
    else void call.lineIs(status === "live");
  }, [call, status]);
  return { call, state };
}
