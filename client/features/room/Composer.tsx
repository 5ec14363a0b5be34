import { PaperClipOutlined, SendOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import { cleanMessageText, MAX_MESSAGE_LENGTH } from "../../../shared/rooms/messageText.ts";
import { RELEASED_BY } from "../../../shared/rooms/passing.ts";
import { ChannelIcon } from "./ChannelIcon.tsx";
import { placeholderOf, sendLabel } from "./channelText.ts";
import type { RoomMemory } from "./roomMemory.ts";
import { useDraft } from "./useDraft.ts";

interface ComposerProps {
  readonly channel: Channel;
  readonly party: Party;
  readonly memory: RoomMemory;
  /** Whether the room is joined, so that the server can be asked for what was typed elsewhere. */
  readonly live: boolean;
  readonly input: RefObject<TextAreaRef | null>;
  readonly onSend: (text: string, mayPassOn: boolean) => void;
  readonly onTyping: () => void;
  readonly onAttach: () => void;
}

/** From here on the number of characters left is shown. */
const NEAR_LIMIT = 500;
const COMMAND_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

/** Where one writes. It says above the field, in it and on the button who is going to read it. */
export function Composer(props: ComposerProps) {
  const { channel, party, memory, live, input, onSend, onTyping, onAttach } = props;
  const { t } = useTranslation();
  const draft = useDraft(memory, channel, live);
  const { text } = draft;
  const [mayPassOn, setMayPassOn] = useState(false);
  const cleaned = cleanMessageText(text);
  const left = MAX_MESSAGE_LENGTH - Array.from(text.trim()).length;
  const fault = cleaned.ok || cleaned.fault === "empty" ? null : cleaned.fault;
  const write = (next: string) => {
    draft.write(next);
    if (next !== "") onTyping();
  };
  const send = () => {
    if (!cleaned.ok) return;
    onSend(cleaned.text, mayPassOn);
    // Leave is given for each statement by itself.
    setMayPassOn(false);
    write("");
    input.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    // An input method uses Enter to choose a word.
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="composer">
      <label htmlFor="composer-text" className="composer-audience">
        <ChannelIcon channel={channel} />
        {t("room.composer.label", { audience: t(`room.audience.${channel}`) })}
      </label>
      <Input.TextArea
        ref={input}
        id="composer-text"
        value={text}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={placeholderOf(t, channel, party)}
        status={fault ? "error" : ""}
        aria-describedby="composer-hint"
        onChange={(event) => write(event.target.value)}
        onKeyDown={keys}
      />
      {RELEASED_BY[channel] === party && (
        <Checkbox checked={mayPassOn} onChange={({ target }) => setMayPassOn(target.checked)}>
          {t("safety.passing.compose")}
        </Checkbox>
      )}
      <div className="composer-foot">
        <span
          id="composer-hint"
          className={fault ? "composer-fault" : left < NEAR_LIMIT ? undefined : "composer-hint"}
        >
          {fault
            ? t(`room.composer.fault.${fault}`)
            : left < NEAR_LIMIT
              ? t("room.composer.left", { count: left })
              : t("room.composer.hint", { key: COMMAND_KEY })}
        </span>
        <Button className="composer-attach" icon={<PaperClipOutlined aria-hidden />} onClick={onAttach}>
          {t("safety.attach.action")}
        </Button>
        <Button type="primary" icon={<SendOutlined aria-hidden />} disabled={!cleaned.ok} onClick={send}>
          {sendLabel(t, channel, party)}
        </Button>
      </div>
    </div>
  );
}
