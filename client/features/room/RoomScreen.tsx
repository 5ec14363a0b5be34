import { Segmented } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import type { StaffUser } from "../../api/me.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { useRoom } from "../../realtime/useRoom.ts";
import { errorText } from "../../i18n/text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StageTag } from "../../ui/StageTag.tsx";
import type { CaseFile } from "../cases/types.ts";
import { CaseFacts } from "./CaseFacts.tsx";
import { HelpInRoom } from "./AskForHelp.tsx";
import { SessionSide } from "../sessions/SessionSide.tsx";
import { People } from "./People.tsx";
import { type DeskKey, RoomDesk } from "./RoomDesk.tsx";
import { RoomMemory } from "./roomMemory.ts";
import { RoomTop } from "./RoomTop.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { Talk } from "./Talk.tsx";
import { useLeaveGuard } from "./useLeaveGuard.ts";
import { useRoomKeys } from "./useRoomKeys.ts";
import { useRoomTargets } from "./useRoomTargets.ts";
import { useRoomRefresh } from "./useRoomRefresh.ts";
import "./room.css";

type View = "talk" | "offers" | "people";
const VIEWS: readonly View[] = ["talk", "offers", "people"];

interface RoomScreenProps {
  readonly file: CaseFile;
  readonly me: StaffUser;
}

/** People and facts, conversation, offers: three columns where there is room for them, otherwise one at a time. */
export function RoomScreen({ file, me }: RoomScreenProps) {
  const { t } = useTranslation();
  const [memory] = useState(() => new RoomMemory(window.localStorage, me.id, file.id));
  const handle = useRoom(file.id, memory);
  const { room } = handle;
  const [channel, setChannel] = useState<Channel>("joint");
  const [view, setView] = useState<View>("talk");
  const [desk, setDesk] = useState<DeskKey>("offers");
  const [help, setHelp] = useState(false);
  const input = useRef<TextAreaRef>(null);
  useRoomRefresh(file.id, room.events);
  useLeaveGuard(room.outbox.some((entry) => entry.state !== "sent"));
  const toChannel = useCallback((next: Channel) => {
    setChannel(next);
    setView("talk");
    // After the other channel's field has taken the place of this one.
    window.setTimeout(() => input.current?.focus());
  }, []);
  const toDesk = useCallback((next: DeskKey) => {
    setDesk(next);
    setView("offers");
  }, []);
  useRoomTargets({ channels: room.channels, party: partyOf(room, me), onChannel: toChannel, onDesk: toDesk });
  const showHelp = useCallback(() => setHelp(true), []);
  useRoomKeys({ channels: room.channels, onChannel: toChannel, onHelp: showHelp });
  const party = partyOf(room, me);
  if (room.status === "refused" || room.status === "removed") return <Outside file={file} room={room} />;
  return (
    <div className="room" data-view={view}>
      <RoomTop file={file} status={room.status} onHelp={showHelp} />
      <Segmented<View>
        className="room-views"
        block
        aria-label={t("room.views.label")}
        value={view}
        onChange={setView}
        options={VIEWS.map((value) => ({ value, label: t(`room.views.${value}`) }))}
      />
      <aside className="room-side" tabIndex={-1} aria-label={t("room.views.people")}>
        <SessionSide caseId={file.id} />
        <People caseId={file.id} room={room} party={party} />
        <HelpInRoom file={file} room={room} party={party} />
        <CaseFacts file={file} />
      </aside>
      {room.channels.length === 0 ? (
        <div className="room-talk">
          <Loading />
        </div>
      ) : (
        <Talk
          caseId={file.id}
          handle={handle}
          party={party}
          memory={memory}
          channel={channel}
          onChoose={setChannel}
          input={input}
          stage={file.stage}
          paused={file.paused}
        />
      )}
      <div className="room-offers">
        <RoomDesk
          caseId={file.id}
          party={party}
          stage={file.stage}
          paused={file.paused}
          open={desk}
          onOpen={setDesk}
        />
      </div>
      <Shortcuts open={help} channels={room.channels} party={party} onClose={() => setHelp(false)} />
    </div>
  );
}

/** Known from the role until the room has answered. */
function partyOf(room: RoomSnapshot, me: StaffUser): Party {
  return room.viewer?.party ?? (me.role === "mediator" ? "mediator" : "platform");
}

/** The server does not let this person in, or the mediator has taken them out. */
function Outside({ file, room }: { readonly file: CaseFile; readonly room: RoomSnapshot }) {
  const { t } = useTranslation();
  const code = room.status === "removed" ? "not_a_member" : room.refusal?.code;
  const known = code === "stage_forbids" || code === "not_a_member";
  return (
    <>
      <PageHeader title={t("room.title", { number: file.number })} tags={<StageTag stage={file.stage} />} />
      <Panel>
        <div role="alert">
          <EmptyState
            title={known ? t(`room.refused.${code}`) : t("room.refused.other")}
            action={<Link to={`/cases/${file.id}`}>{t("room.refused.back")}</Link>}
          >
            {!known && room.refusal && errorText(room.refusal)}
          </EmptyState>
        </div>
      </Panel>
    </>
  );
}
