import { AudioMutedOutlined, AudioOutlined, UserDeleteOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Party, PARTIES } from "../../../shared/journal/audience.ts";
import { MAY_BE_MUTED } from "../../../shared/rooms/safety.ts";
import { apiFetch } from "../../api/fetch.ts";
import { useCommand } from "../../api/useCommand.ts";
import type { RoomPerson } from "../../realtime/protocol.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { MuteDialog } from "./MuteDialog.tsx";
import { roomStateOf } from "./roomState.ts";
import { takeStep } from "./safetyApi.ts";

interface PeopleProps {
  readonly caseId: string;
  readonly room: RoomSnapshot;
  readonly party: Party;
}

/** Who belongs to the room, side by side with whether they are here now. */
export function People({ caseId, room, party }: PeopleProps) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const remove = useCommand<RoomPerson>({
    run: ({ memberId }, idempotencyKey) =>
      apiFetch<void>("POST", `/api/cases/${caseId}/room/members/${memberId}/removal`, {
        body: {},
        idempotencyKey,
      }),
  });
  const ask = (person: RoomPerson) =>
    modal.confirm({
      title: t("room.people.remove"),
      content: t("room.people.removeAsk", { name: person.name }),
      okText: t("room.people.remove"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await remove.mutateAsync(person);
        void message.success(t("room.people.removed", { name: person.name }));
      },
    });
  const own = room.viewer?.memberId;
  const { muted } = useMemo(() => roomStateOf(room.events), [room.events]);
  const [toMute, setToMute] = useState<RoomPerson>();
  const unmute = useCommand<RoomPerson>({
    run: ({ memberId }, key) => takeStep(caseId, { do: "unmute", memberId }, key),
  });
  return (
    <section className="room-people" aria-labelledby="room-people-title">
      <h2 id="room-people-title">{t("room.people.title")}</h2>
      {PARTIES.map((side) => {
        const people = room.people.filter((person) => person.party === side);
        return (
          <div key={side} className={`people-side people-${side}`}>
            <h3>{t(`words.party.${side}`)}</h3>
            {people.length === 0 && <p className="people-nobody">{t("room.people.nobody")}</p>}
            <ul>
              {people.map((person) => (
                <li key={person.memberId}>
                  <span className={person.online ? "presence presence-online" : "presence"} aria-hidden />
                  <span className="people-name">
                    {person.name}
                    {person.as && <small> {t(`representatives.as.${person.as}`)}</small>}
                    {person.memberId === own && <small> ({t("room.people.you")})</small>}
                  </span>
                  <small className={muted.has(person.memberId) ? "people-muted" : ""}>
                    {muted.has(person.memberId) && t("safety.mute.tag")}
                    <span className={muted.has(person.memberId) ? "visually-hidden" : ""}>
                      {t(person.online ? "room.people.online" : "room.people.offline")}
                    </span>
                  </small>
                  {party === "mediator" && MAY_BE_MUTED[person.party] && (
                    <Button
                      size="small"
                      type="text"
                      icon={
                        muted.has(person.memberId) ? (
                          <AudioOutlined aria-hidden />
                        ) : (
                          <AudioMutedOutlined aria-hidden />
                        )
                      }
                      aria-label={t(
                        muted.has(person.memberId) ? "safety.mute.undoLabel" : "safety.mute.label",
                        {
                          name: person.name,
                        },
                      )}
                      title={t(muted.has(person.memberId) ? "safety.mute.undo" : "safety.mute.action")}
                      onClick={() => (muted.has(person.memberId) ? unmute.mutate(person) : setToMute(person))}
                    />
                  )}
                  {party === "mediator" && person.memberId !== own && (
                    <Button
                      size="small"
                      type="text"
                      icon={<UserDeleteOutlined aria-hidden />}
                      aria-label={t("room.people.removeLabel", { name: person.name })}
                      title={t("room.people.remove")}
                      onClick={() => void ask(person)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <MuteDialog caseId={caseId} person={toMute} onClose={() => setToMute(undefined)} />
    </section>
  );
}
