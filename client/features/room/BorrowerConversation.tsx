import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../borrower/ui/Button.tsx";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { errorText } from "../../i18n/text.ts";
import type { OutboxEntry } from "../../realtime/outbox.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";
import type { RoomHandle } from "../../realtime/useRoom.ts";
import { nameOf } from "./BorrowerChannels.tsx";
import { Said } from "./BorrowerSaid.tsx";
import { messageOf } from "./borrowerMessage.ts";
import { channelOf, happening, type TalkChannel } from "./borrowerTalk.ts";

interface ConversationProps {
  readonly handle: RoomHandle;
  readonly channel: TalkChannel;
}

/** What was said in one channel, oldest first, then what is still on its way. */
export function Conversation({ handle, channel }: ConversationProps) {
  const { t } = useTranslation();
  const { room } = handle;
  const events = useMemo(
    () => room.events.filter((event) => channelOf(event) === channel && isShown(event)),
    [room.events, channel],
  );
  const onItsWay = room.outbox.filter((entry) => messageOf(entry.command)?.channel === channel);
  const { log, end, away, follow } = useEndInView();
  const name = nameOf(channel);
  const empty = events.length === 0 && onItsWay.length === 0 && room.status === "live" && !room.catchingUp;
  return (
    <>
      <div ref={log} className="b-log" role="log" aria-label={t(`talk.${name}`)}>
        {empty && <p className="b-log-empty">{t(`talk.empty.${name}`)}</p>}
        {events.map((event, index) => (
          <Fragment key={event.id}>
            <Day event={event} before={events[index - 1]} />
            <Said event={event} />
          </Fragment>
        ))}
        {onItsWay.map((entry) => (
          <OnItsWay key={entry.command.id} entry={entry} handle={handle} />
        ))}
      </div>
      <Typing handle={handle} channel={channel} />
      <div ref={end} className="b-log-end" />
      {away && (
        <button type="button" className="b-latest" onClick={follow}>
          {t("talk.latest")}
        </button>
      )}
    </>
  );
}

function isShown(event: RoomEvent): boolean {
  if (event.type === "message.posted" || event.type === "message.passedOn") return true;
  return happening(event) !== undefined;
}

/** Keeps the newest in view for whoever is reading it, and leaves alone whoever reads further up. */
function useEndInView() {
  const log = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const follow = () => end.current?.scrollIntoView({ block: "end" });
  useEffect(() => {
    let atEnd = true;
    const seen = new IntersectionObserver(
      ([entry]) => {
        atEnd = entry?.isIntersecting ?? true;
        setAway(!atEnd);
      },
      // As much as the composer covers, and a little more.
      { rootMargin: "0px 0px 40px 0px" },
    );
    const grown = new ResizeObserver(() => {
      if (atEnd) end.current?.scrollIntoView({ block: "end" });
    });
    if (end.current) seen.observe(end.current);
    if (log.current) grown.observe(log.current);
    return () => {
      seen.disconnect();
      grown.disconnect();
    };
  }, []);
  return { log, end, away, follow };
}

function Day({ event, before }: { readonly event: RoomEvent; readonly before: RoomEvent | undefined }) {
  const language = useLanguage();
  const day = formatDate(event.at, language);
  if (before !== undefined && formatDate(before.at, language) === day) return null;
  return <p className="b-day">{day}</p>;
}

function OnItsWay({ entry, handle }: { readonly entry: OutboxEntry; readonly handle: RoomHandle }) {
  const { t } = useTranslation();
  const { id } = entry.command;
  const failed = entry.state === "failed";
  return (
    <article className={failed ? "b-said b-said-own b-said-failed" : "b-said b-said-own b-said-pending"}>
      <p className="b-said-by">
        {t("talk.you")} · {t(`talk.${entry.state}`)}
      </p>
      <p className="b-said-text">{messageOf(entry.command)?.text}</p>
      {failed && (
        <div className="b-said-again">
          <p className="b-error">{errorText(entry.error)}</p>
          <Button tone="plain" onClick={() => void handle.retry(id).catch(() => undefined)}>
            {t("talk.retry")}
          </Button>
          <Button tone="quiet" onClick={() => handle.discard(id)}>
            {t("talk.discard")}
          </Button>
        </div>
      )}
    </article>
  );
}

function Typing({ handle: { room }, channel }: ConversationProps) {
  const { t } = useTranslation();
  const names = room.typing
    .filter((hint) => hint.channel === channel && hint.memberId !== room.viewer?.memberId)
    .map((hint) => room.people.find((person) => person.memberId === hint.memberId)?.name)
    .filter((name) => name !== undefined);
  if (names.length === 0) return null;
  return <p className="b-typing">{t("talk.typing", { name: names.join("、") })}</p>;
}
