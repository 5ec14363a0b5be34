import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallChannel } from "../../../shared/calls/channels.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { errorText } from "../../i18n/text.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { CallControls } from "./CallControls.tsx";
import { CallIcon } from "./CallIcon.tsx";
import { CallTiles } from "./CallTiles.tsx";
import { callName, goesTo, nameOfPeer } from "./callText.ts";
import { JoinDialog } from "./JoinDialog.tsx";
import { MediaFaults } from "./MediaFaults.tsx";
import type { CallHandle } from "./useCall.ts";
import "./calls.css";

interface CallPanelProps {
  readonly handle: CallHandle;
  readonly room: RoomSnapshot;
  readonly party: Party;
  /** The channel whose conversation is open: a call is begun and joined where one is looking. */
  readonly here: CallChannel;
}

/** The call of the channel one is looking at, or the one is in: tiles, controls, and always where the picture goes. */
export function CallPanel({ handle, room, party, here }: CallPanelProps) {
  const { state } = handle;
  const { channel, phase } = state;
  const [joining, setJoining] = useState(false);
  const shown = channel ?? here;
  const isIn = phase !== "out" && !joining;
  const tone = shown === "joint" ? "joint" : "caucus";
  return (
    <section className={`call-panel call-tone-${tone}`} data-call={isIn ? shown : "none"}>
      <Ended handle={handle} />
      {isIn ? (
        <InCall handle={handle} room={room} party={party} channel={shown} />
      ) : (
        <Going {...{ handle, room, party }} channel={here} onJoin={() => setJoining(true)} />
      )}
      {isIn && here !== shown && room.canPost.includes(here) && (
        <Move handle={handle} party={party} from={shown} to={here} />
      )}
      {joining && (
        <JoinDialog handle={handle} channel={here} party={party} onClose={() => setJoining(false)} />
      )}
    </section>
  );
}

type InChannel = Omit<CallPanelProps, "here"> & { readonly channel: CallChannel };

function InCall({ handle, room, party, channel }: InChannel) {
  const { t } = useTranslation();
  const { phase, tiles } = handle.state;
  const waiting = phase === "entering" || phase === "back";
  return (
    <>
      <p className="call-goes-to">
        <CallIcon of={channel === "joint" ? "joint" : "caucus"} />
        <strong>{callName(t, channel, party)}</strong>
        <span>{goesTo(t, channel, party)}</span>
      </p>
      <CallTiles
        handle={handle}
        people={room.people}
        party={party}
        label={t("calls.people", { channel: callName(t, channel, party) })}
      />
      <output className="call-note">
        {waiting && t(`calls.${phase}`)}
        {!waiting && tiles.length === 0 && t("calls.alone")}
      </output>
      <MediaFaults handle={handle} />
      <CallControls handle={handle} />
    </>
  );
}

/** Whether a call is under way where one is looking, and the way into it. */
function Going({ handle, room, party, channel, onJoin }: InChannel & { readonly onJoin: () => void }) {
  const { t } = useTranslation();
  const peers = handle.state.rosters[channel] ?? [];
  const name = callName(t, channel, party);
  const names = peers.map((peer) => nameOfPeer(t, room.people, peer)).join("、");
  const open = room.canPost.includes(channel) && room.status === "live";
  return (
    <div className="call-going">
      <output>{peers.length > 0 && t("calls.going", { channel: name, names })}</output>
      <button
        type="button"
        className={peers.length > 0 ? "call-button call-button-main" : "call-button"}
        disabled={!open}
        onClick={onJoin}
      >
        <CallIcon of="camera" />
        {t(peers.length > 0 ? "calls.joinHere" : "calls.startHere", { channel: name })}
      </button>
    </div>
  );
}

interface MoveProps {
  readonly handle: CallHandle;
  readonly party: Party;
  readonly from: CallChannel;
  readonly to: CallChannel;
}

function Move({ handle: { call }, party, from, to }: MoveProps) {
  const { t } = useTranslation();
  return (
    <div className={`call-move call-tone-${to === "joint" ? "joint" : "caucus"}`}>
      <p>
        {t("calls.inOther", { channel: callName(t, from, party) })} ·{" "}
        {t("calls.moveNote", { channel: callName(t, from, party) })}
      </p>
      <button type="button" className="call-button call-button-main" onClick={() => void call.enter(to)}>
        <CallIcon of={to === "joint" ? "joint" : "caucus"} />
        {t("calls.move", { channel: callName(t, to, party) })}
      </button>
    </div>
  );
}

function Ended({ handle: { call, state } }: { readonly handle: CallHandle }) {
  const { t } = useTranslation();
  const { ended } = state;
  if (ended === null) return null;
  return (
    <div className="call-fault" role="alert">
      <p>{ended instanceof Error ? errorText(ended) : t(`calls.ended.${ended}`)}</p>
      <button type="button" className="call-button" onClick={() => call.leave()}>
        {t("calls.ended.dismiss")}
      </button>
    </div>
  );
}
