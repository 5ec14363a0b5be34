import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { BORROWER, useBorrower } from "../../borrower/session.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { type RoomHandle, useRoom } from "../../realtime/useRoom.ts";
import { BorrowerCallLink } from "../calls/BorrowerCallLink.tsx";
import { usePageHeading } from "../../ui/usePageHeading.ts";
import type { CaseFile } from "../cases/types.ts";
import { BorrowerGroundRules } from "../sessions/BorrowerGroundRules.tsx";
import { ChannelTabs } from "./BorrowerChannels.tsx";
import { Composer } from "./BorrowerComposer.tsx";
import { CaucusLine } from "./BorrowerCaucusLine.tsx";
import { Conversation } from "./BorrowerConversation.tsx";
import { BorrowerHelp } from "./BorrowerHelp.tsx";
import { changesCase, type TalkChannel } from "./borrowerTalk.ts";
import { ROOM_STAGES } from "../../../shared/cases/lifecycle.ts";
import { RoomAround } from "./roomAround.ts";
import { RoomMemory } from "./roomMemory.ts";
import { roomStateOf } from "./roomState.ts";
import { useUnread } from "./useBorrowerUnread.ts";
import "./borrowerTalk.css";

/** The room on a phone: one channel at a time, and never a doubt which one. */
export function BorrowerTalk() {
  return (
    <InCase>
      {(file) => (
        <BorrowerGroundRules caseId={file.id}>
          <Talk file={file} />
        </BorrowerGroundRules>
      )}
    </InCase>
  );
}

function Talk({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const heading = usePageHeading(t("talk.title"));
  const [search, setSearch] = useSearchParams();
  const channel: TalkChannel = search.get("with") === "caucus" ? "caucus_borrower" : "joint";
  const person = useBorrower().data?.id ?? "";
  const [memory] = useState(() => new RoomMemory(window.localStorage, person, file.id));
  const handle = useRoom(file.id, memory);
  useReadAgain(handle);
  const { room } = handle;
  const { unread, leave } = useUnread(file.id, room.events, channel);
  const choose = (next: TalkChannel) => {
    if (next !== channel) leave();
    setSearch(next === "joint" ? {} : { with: "caucus" }, { replace: true });
  };
  const open = ROOM_STAGES.includes(file.stage);
  const state = useMemo(() => roomStateOf(room.events), [room.events]);
  const around = useMemo(
    () => ({ caseId: file.id, party: "borrower" as const, handle, state, talking: open && !file.paused }),
    [file.id, file.paused, handle, state, open],
  );
  return (
    <RoomAround value={around}>
      <div className={channel === "joint" ? "b-talk" : "b-talk b-talk-caucus"}>
        <div className="b-talk-head">
          <div className="b-talk-title">
            <BackLink />
            <h1 ref={heading} tabIndex={-1}>
              {t("talk.title")}
            </h1>
            <Presence handle={handle} />
            {open && <BorrowerHelp paused={file.paused} />}
          </div>
          <ChannelTabs channel={channel} unread={unread} onChoose={choose} />
        </div>
        <BorrowerCallLink caseId={file.id} room={room} channel={channel} />
        {open && <CaucusLine />}
        <Line handle={handle} file={file} />
        <Conversation key={channel} handle={handle} channel={channel} />
        <Composer key={`compose ${channel}`} handle={handle} channel={channel} file={file} memory={memory} />
      </div>
    </RoomAround>
  );
}

/** What happens in the room changes what the other pages have read. */
function useReadAgain({ room }: RoomHandle): void {
  const queries = useQueryClient();
  const known = useRef<number>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = room.events.at(-1)?.n ?? 0;
    if (before === undefined || before === 0) return;
    if (room.events.some((event) => event.n > before && changesCase(event)))
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== BORROWER[0] });
  }, [room.events, queries]);
}

/** Mediator and platform as one dot each: who they are is in the list of people. */
function Presence({ handle }: { readonly handle: RoomHandle }) {
  const { t } = useTranslation();
  return (
    <ul className="b-presence" aria-label={t("talk.presence")}>
      {(["mediator", "platform"] as const).map((party) => {
        const online = handle.room.people.some((person) => person.party === party && person.online);
        return (
          <li key={party} className={online ? "b-online" : ""}>
            {t(`talk.party.${party}`)}
            <span className="visually-hidden">{t(online ? "talk.here" : "talk.away")}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The state of the line, only when there is something to say about it. */
function Line({ handle, file }: { readonly handle: RoomHandle; readonly file: CaseFile }) {
  const { t } = useTranslation();
  const { room } = handle;
  const text = () => {
    if (room.status === "removed") return t("talk.removed", { phone: file.centre.phone });
    if (room.status === "offline") return t("talk.offline");
    if (room.status === "connecting") return t("talk.connecting");
    return room.catchingUp ? t("talk.catchingUp") : "";
  };
  if (room.status === "refused" && room.refusal?.code === "stage_forbids")
    return (
      <div className="b-talk-notice">
        <Notice tone="info">{t(file.stage === "invited" ? "talk.notYet" : "talk.closed")}</Notice>
      </div>
    );
  if (room.status === "refused")
    return (
      <div className="b-talk-notice">
        <Problem error={room.refusal} />
      </div>
    );
  const said = text();
  return (
    <output className={said === "" ? "visually-hidden" : "b-talk-line"} aria-live="polite">
      {said}
    </output>
  );
}
