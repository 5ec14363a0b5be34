import type { TextAreaRef } from "antd/es/input/TextArea";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel } from "../../../shared/journal/events.ts";
import { AttachDialog } from "./AttachDialog.tsx";
import { Composer } from "./Composer.tsx";
import { ConversationLog } from "./ConversationLog.tsx";
import { useRoomAround } from "./roomAround.ts";
import type { RoomMemory } from "./roomMemory.ts";

interface TalkPanelProps {
  readonly channel: Channel;
  readonly memory: RoomMemory;
  readonly onChoose: (channel: Channel) => void;
  readonly input: RefObject<TextAreaRef | null>;
  readonly paused: boolean;
}

/** What has been said in one channel, and where one writes. */
export function TalkPanel({ channel, memory, onChoose, input, paused }: TalkPanelProps) {
  const { t } = useTranslation();
  const { caseId, party, handle, state, talking } = useRoomAround();
  const { room } = handle;
  // Where the reader stood when they came in; what is new is marked from there until they leave.
  const [opened] = useState(() => ({ readUpTo: memory.readUpTo(channel), openedAt: Date.now() }));
  const [attaching, setAttaching] = useState(false);
  const own = room.viewer?.memberId ?? "";
  const typing = room.typing.filter((hint) => hint.channel === channel);
  const names = typing.flatMap(
    ({ memberId }) => room.people.find((person) => person.memberId === memberId)?.name ?? [],
  );
  // A message that could not be sent shows that itself, in the conversation.
  const post = (payload: object) => void handle.command("message.post", payload).catch(() => undefined);
  return (
    <>
      <ConversationLog handle={handle} channel={channel} party={party} opened={opened} />
      <p className="talk-typing" aria-live="polite">
        {names.length > 0 && t("room.typing", { names: names.join("、") })}
      </p>
      {room.status === "offline" && <output className="talk-offline">{t("room.line.offlineText")}</output>}
      {talking && state.muted.has(own) && <Muted reason={state.muted.get(own) ?? null} />}
      {talking && !state.muted.has(own) && (
        <Composer
          channel={channel}
          party={party}
          memory={memory}
          live={room.status === "live"}
          input={input}
          onSend={(text, mayPassOn) => post({ channel, text, ...(mayPassOn ? { mayPassOn } : {}) })}
          onTyping={() => handle.typing(channel)}
          onAttach={() => setAttaching(true)}
        />
      )}
      {!talking && (
        <p className="talk-closed">{t(paused ? "room.composer.pausedText" : "room.composer.closed")}</p>
      )}
      <AttachDialog
        caseId={caseId}
        party={party}
        channel={channel}
        channels={room.channels}
        open={attaching}
        onClose={() => setAttaching(false)}
        onShown={(shownIn, exhibitId, text) => {
          post({ channel: shownIn, text, exhibitId });
          onChoose(shownIn);
        }}
      />
    </>
  );
}

function Muted({ reason }: { readonly reason: string | null }) {
  const { t } = useTranslation();
  return (
    <output className="talk-closed talk-muted">
      {t("safety.mute.you")}
      {reason !== null && ` ${t("safety.mute.because", { reason })}`}
    </output>
  );
}
