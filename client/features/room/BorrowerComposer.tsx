import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ROOM_STAGES } from "../../../shared/cases/lifecycle.ts";
import { cleanMessageText, MAX_MESSAGE_LENGTH } from "../../../shared/rooms/messageText.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import type { RoomHandle } from "../../realtime/useRoom.ts";
import type { CaseFile } from "../cases/types.ts";
import { AttachSheet, ClipSign } from "./BorrowerAttach.tsx";
import { nameOf } from "./BorrowerChannels.tsx";
import { useRoomAround } from "./roomAround.ts";
import type { TalkChannel } from "./borrowerTalk.ts";
import type { RoomMemory } from "./roomMemory.ts";
import { useDraft } from "./useDraft.ts";

interface ComposerProps {
  readonly handle: RoomHandle;
  readonly channel: TalkChannel;
  readonly file: CaseFile;
  readonly memory: RoomMemory;
}

/** Where one writes; says in words and colour who will read it. Unsent words stay when one looks elsewhere. */
export function Composer({ handle, channel, file, memory }: ComposerProps) {
  const { t } = useTranslation();
  const id = useId();
  const draft = useDraft(memory, channel, handle.room.status === "live");
  const { text } = draft;
  const cleaned = cleanMessageText(text);
  const tooLong = !cleaned.ok && cleaned.fault === "too_long";
  const [mayPassOn, setMayPassOn] = useState(false);
  const [attaching, setAttaching] = useState(false);
  const { state } = useRoomAround();
  const { status, viewer } = handle.room;
  if (status === "removed" || status === "refused") return null;
  if (file.paused || !ROOM_STAGES.includes(file.stage))
    return (
      <div className="b-composer">
        <Notice tone="info">{t(file.paused ? "talk.paused" : "talk.closed")}</Notice>
      </div>
    );
  const own = viewer?.memberId ?? "";
  if (state.muted.has(own)) {
    const reason = state.muted.get(own) ?? null;
    return (
      <div className="b-composer">
        <Notice tone="warn">
          {t("safety.mute.you")}
          {reason !== null && ` ${t("safety.mute.because", { reason })}`}
        </Notice>
      </div>
    );
  }
  const write = (value: string) => {
    draft.write(value);
    if (value.trim() !== "") handle.typing(channel);
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!cleaned.ok) return;
    write("");
    // A refusal stays in the conversation with its reason and another try.
    const said = { channel, text: cleaned.text, ...(mayPassOn ? { mayPassOn } : {}) };
    handle.command("message.post", said).catch(() => undefined);
    // Leave is given for each statement by itself.
    setMayPassOn(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  };
  const name = nameOf(channel);
  return (
    <>
      <form className={`b-composer b-composer-${name}`} onSubmit={send}>
        <label htmlFor={id}>{t(`talk.compose.${name}`)}</label>
        <div className="b-composer-row">
          <Button
            tone="plain"
            className="b-attach"
            aria-label={t("safety.attach.title")}
            onClick={() => setAttaching(true)}
          >
            <ClipSign />
          </Button>
          <textarea
            id={id}
            className="b-input"
            rows={Math.min(Math.max(text.split("\n").length, Math.ceil(text.length / 18), 1), 6)}
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button type="submit" disabled={!cleaned.ok}>
            {t("talk.send")}
          </Button>
        </div>
        {channel === "caucus_borrower" && (
          <Checkbox
            label={t("safety.passing.compose")}
            checked={mayPassOn}
            onChange={(event) => setMayPassOn(event.target.checked)}
          />
        )}
        {tooLong && (
          <p className="b-error" role="alert">
            {t("talk.tooLong", { count: MAX_MESSAGE_LENGTH })}
          </p>
        )}
      </form>
      <AttachSheet channel={channel} open={attaching} onClose={() => setAttaching(false)} />
    </>
  );
}
