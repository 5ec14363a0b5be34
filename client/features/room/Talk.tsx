import type { TextAreaRef } from "antd/es/input/TextArea";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import type { RoomHandle } from "../../realtime/useRoom.ts";
import { CallStrip } from "../calls/CallStrip.tsx";
import { ChannelTabs, PANEL_ID, tabId } from "./ChannelTabs.tsx";
import { Composer } from "./Composer.tsx";
import { ConversationLog } from "./ConversationLog.tsx";
import type { RoomMemory } from "./roomMemory.ts";
import { useUnread } from "./useUnread.ts";
import "./conversation.css";

interface TalkProps {
  readonly caseId: string;
  readonly handle: RoomHandle;
  readonly party: Party;
  readonly memory: RoomMemory;
  readonly channel: Channel;
  readonly onChoose: (channel: Channel) => void;
  readonly input: RefObject<TextAreaRef | null>;
  readonly paused: boolean;
}

/** The conversation of one channel at a time, in that channel's colours from its tab to its send button. */
export function Talk({ caseId, handle, party, memory, channel, onChoose, input, paused }: TalkProps) {
  const { t } = useTranslation();
  const { room } = handle;
  const unread = useUnread(room, memory, channel);
  return (
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
        <Panel key={channel} {...{ handle, party, memory, channel, input, paused }} />
      </div>
    </section>
  );
}

function Panel({ handle, party, memory, channel, input, paused }: Omit<TalkProps, "onChoose" | "caseId">) {
  const { t } = useTranslation();
  const { room } = handle;
  // Where the reader stood when they came in; what is new is marked from there until they leave.
  const [opened] = useState(() => ({ readUpTo: memory.readUpTo(channel), openedAt: Date.now() }));
  const mayPost = room.canPost.includes(channel) && !paused;
  const typing = room.typing.filter((hint) => hint.channel === channel);
  const names = typing.flatMap(
    ({ memberId }) => room.people.find((person) => person.memberId === memberId)?.name ?? [],
  );
  return (
    <>
      <ConversationLog handle={handle} channel={channel} party={party} opened={opened} />
      <p className="talk-typing" aria-live="polite">
        {names.length > 0 && t("room.typing", { names: names.join("、") })}
      </p>
      {room.status === "offline" && <output className="talk-offline">{t("room.line.offlineText")}</output>}
      {mayPost ? (
        <Composer
          channel={channel}
          party={party}
          memory={memory}
          live={room.status === "live"}
          input={input}
          // A message that could not be sent shows that itself, in the conversation.
          onSend={(text) => void handle.command("message.post", { channel, text }).catch(() => undefined)}
          onTyping={() => handle.typing(channel)}
        />
      ) : (
        <p className="talk-closed">{t(paused ? "room.composer.pausedText" : "room.composer.closed")}</p>
      )}
    </>
  );
}
