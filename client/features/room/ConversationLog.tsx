import { Button, Divider } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import type { RoomHandle } from "../../realtime/useRoom.ts";
import { DateText } from "../../ui/DateText.tsx";
import { channelName } from "./channelText.ts";
import { conversation, type Line } from "./conversation.ts";
import { Message, PassedOn, PendingMessage, SystemLine } from "./Message.tsx";
import { useScroll } from "./useScroll.ts";

interface ConversationLogProps {
  readonly handle: RoomHandle;
  readonly channel: Channel;
  readonly party: Party;
  readonly opened: { readonly readUpTo: number; readonly openedAt: number };
}

const PAGE = 60;

/** What has been said in one channel, the newest at the bottom; earlier lines come a page at a time. */
export function ConversationLog({ handle, channel, party, opened }: ConversationLogProps) {
  const { t } = useTranslation();
  const { room } = handle;
  const [limit, setLimit] = useState(PAGE);
  const { lines, earlier } = useMemo(
    () =>
      conversation({
        events: room.events,
        outbox: room.outbox,
        channel,
        ownMemberId: room.viewer?.memberId ?? null,
        ...opened,
        limit,
      }),
    [room.events, room.outbox, room.viewer, channel, opened, limit],
  );
  const { box, atBottom, onScroll, toBottom } = useScroll(
    lines.at(-1)?.key,
    lines.find((line) => line.kind !== "day")?.key,
  );
  const more = () => setLimit((shown) => shown + PAGE);
  return (
    <div className="log-frame">
      <div
        ref={box}
        className="log"
        role="log"
        aria-label={t("room.log", { channel: channelName(t, channel, party) })}
        // A region that scrolls has to be reachable by keyboard.
        tabIndex={0}
        onScroll={() => {
          onScroll();
          if (earlier > 0 && box.current?.scrollTop === 0) more();
        }}
      >
        {earlier > 0 && (
          <p className="log-earlier">
            <Button size="small" onClick={more}>
              {t("room.earlier")}
            </Button>
          </p>
        )}
        {room.catchingUp && lines.length === 0 && <p className="log-note">{t("room.line.catchingUp")}</p>}
        {!room.catchingUp && lines.length === 0 && <p className="log-note">{t(`room.empty.${channel}`)}</p>}
        <ol>
          {lines.map((line) => (
            <LogLine key={line.key} line={line} handle={handle} />
          ))}
        </ol>
      </div>
      {!atBottom && (
        <Button size="small" shape="round" className="log-bottom" onClick={toBottom}>
          ↓ {t("room.newBelow")}
        </Button>
      )}
    </div>
  );
}

function LogLine({ line, handle }: { readonly line: Line; readonly handle: RoomHandle }) {
  const { t } = useTranslation();
  switch (line.kind) {
    case "day":
      return (
        <li className="log-day">
          <DateText value={line.at} />
        </li>
      );
    case "unread":
      return (
        <li className="log-unread">
          <Divider>{t("room.unreadFrom")}</Divider>
        </li>
      );
    case "message":
      return <Message line={line} />;
    case "passedOn":
      return <PassedOn line={line} />;
    case "system":
      return <SystemLine line={line} />;
    case "pending":
      return (
        <PendingMessage
          line={line}
          // A second failure shows on the entry itself.
          onRetry={(id) => void handle.retry(id).catch(() => undefined)}
          onDiscard={handle.discard}
        />
      );
  }
}
