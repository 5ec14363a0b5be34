import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomSnapshot } from "../../realtime/room.ts";
import type { TalkChannel } from "../room/borrowerTalk.ts";
import { CallIcon } from "./CallIcon.tsx";
import { callName, nameOfPeer } from "./callText.ts";
import { useCall } from "./useCall.ts";
import "./calls.css";
import "./borrowerCall.css";

interface BorrowerCallLinkProps {
  readonly caseId: string;
  readonly room: RoomSnapshot;
  readonly channel: TalkChannel;
}

/** The way from the conversation to the call of the same channel, and who is in it already. */
export function BorrowerCallLink({ caseId, room, channel }: BorrowerCallLinkProps) {
  const { t } = useTranslation();
  const { state } = useCall(caseId, room.status);
  const peers = state.rosters[channel] ?? [];
  const name = callName(t, channel, "borrower");
  if (state.phase !== "out" || !room.canPost.includes(channel)) return null;
  return (
    <div className={`b-call-link call-tone-${channel === "joint" ? "joint" : "caucus"}`}>
      <output>
        {peers.length > 0 &&
          t("calls.going", {
            channel: name,
            names: peers.map((peer) => nameOfPeer(t, room.people, peer)).join("、"),
          })}
      </output>
      <Link
        className={peers.length > 0 ? "call-button b-call-now" : "call-button"}
        to={channel === "joint" ? "/case/call" : "/case/call?with=caucus"}
      >
        <CallIcon of="camera" />
        {t(peers.length > 0 ? "calls.join" : "calls.open")}
      </Link>
    </div>
  );
}
