import type { TextAreaRef } from "antd/es/input/TextArea";
import { type RefObject, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import { ROOM_STAGES, type CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { RoomHandle } from "../../realtime/useRoom.ts";
import { CallStrip } from "../calls/CallStrip.tsx";
import { ChannelTabs, PANEL_ID, tabId } from "./ChannelTabs.tsx";
import { CaucusBar } from "./CaucusBar.tsx";
import { RequestsBar } from "./RequestsBar.tsx";
import { RoomAround } from "./roomAround.ts";
import type { RoomMemory } from "./roomMemory.ts";
import { roomStateOf } from "./roomState.ts";
import { TalkPanel } from "./TalkPanel.tsx";
import { useUnread } from "./useUnread.ts";
import "./conversation.css";
import "./safety.css";

interface TalkProps {
  readonly caseId: string;
  readonly handle: RoomHandle;
  readonly party: Party;
  readonly memory: RoomMemory;
  readonly channel: Channel;
  readonly onChoose: (channel: Channel) => void;
  readonly input: RefObject<TextAreaRef | null>;
  readonly stage: CaseStage;
  readonly paused: boolean;
}

/** The conversation of one channel at a time, in that channel's colours from its tab to its send button. */
export function Talk(props: TalkProps) {
  const { caseId, handle, party, memory, channel, onChoose, input, stage, paused } = props;
  const { t } = useTranslation();
  const { room } = handle;
  const unread = useUnread(room, memory, channel);
  const state = useMemo(() => roomStateOf(room.events), [room.events]);
  const talking = ROOM_STAGES.includes(stage) && !paused;
  const around = useMemo(
    () => ({ caseId, party, handle, state, talking }),
    [caseId, party, handle, state, talking],
  );
  return (
    <RoomAround value={around}>
      <section className={`room-talk talk-${channel}`} aria-label={t("room.views.talk")}>
        <ChannelTabs
          channels={room.channels}
          party={party}
          active={channel}
          unread={unread}
          onChoose={onChoose}
        />
        <CallStrip caseId={caseId} room={room} party={party} channel={channel} />
        <div id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(channel)} className="talk-panel">
          <RequestsBar />
          <CaucusBar channel={channel} />
          <TalkPanel key={channel} {...{ channel, memory, onChoose, input, paused }} />
        </div>
      </section>
    </RoomAround>
  );
}
