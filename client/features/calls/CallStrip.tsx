import { useEffect } from "react";
import { CALL_CHANNELS, type CallChannel } from "../../../shared/calls/channels.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { CallPanel } from "./CallPanel.tsx";
import { useCall } from "./useCall.ts";

interface CallStripProps {
  readonly caseId: string;
  readonly room: RoomSnapshot;
  readonly party: Party;
  readonly channel: Channel;
}

/** Sound and picture above the conversation of the cockpit. Whoever leaves the cockpit hangs up. */
export function CallStrip({ caseId, room, party, channel }: CallStripProps) {
  const handle = useCall(caseId, room.status);
  const { call, state } = handle;
  useEffect(() => () => call.leave(), [call]);
  const here = isCallChannel(channel) ? channel : state.channel;
  if (here === null) return null;
  return <CallPanel handle={handle} room={room} party={party} here={here} />;
}

function isCallChannel(channel: Channel): channel is CallChannel {
  return CALL_CHANNELS.some((one) => one === channel);
}
