import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/DateText.tsx";
import { errorText } from "../../i18n/text.ts";
import { useLanguage } from "../../i18n/index.ts";
import { eventSentence } from "./eventSentence.ts";
import { AttachmentCard } from "./AttachmentCard.tsx";
import type { Line } from "./conversation.ts";
import { MessageActions, PassedOnActions } from "./MessageActions.tsx";
import { useRoomAround } from "./roomAround.ts";

type Of<K extends Line["kind"]> = Extract<Line, { kind: K }>;

/** Something somebody said; the name only where another person spoke before. */
export function Message({ line: { event, own, follows } }: { readonly line: Of<"message"> }) {
  const { t } = useTranslation();
  const { state } = useRoomAround();
  const { party, name, as } = event.actor;
  const { text, channel, attachment } = event.payload;
  return (
    <li
      className={`message message-${party}${own ? " message-own" : ""}${follows ? " message-follows" : ""}`}
    >
      {!follows && (
        <div className="message-by">
          <span className="message-party">{t(as ? `representatives.as.${as}` : `words.party.${party}`)}</span>
          <strong>{name}</strong>
          <DateText value={event.at} precision="time" />
        </div>
      )}
      {text !== "" && <p className="message-text">{text}</p>}
      {attachment && (
        <AttachmentCard
          attachment={attachment}
          channel={channel}
          withdrawn={state.withdrawnExhibits.has(attachment.exhibitId)}
        />
      )}
      <MessageActions event={event} />
    </li>
  );
}

/** What one side said alone to the mediator and let be known, word for word. */
export function PassedOn({ line: { event } }: { readonly line: Of<"passedOn"> }) {
  const { t } = useTranslation();
  const { from, text } = event.payload;
  return (
    <li className={`message message-passed message-${from}`}>
      <div className="message-by">
        <span className="message-party">{t(`words.party.${from}`)}</span>
        <strong>
          {t("safety.passing.quote", { mediator: event.actor.name, from: t(`safety.side.${from}`) })}
        </strong>
        <DateText value={event.at} precision="time" />
      </div>
      <blockquote className="message-text">{text}</blockquote>
      <PassedOnActions event={event} />
    </li>
  );
}

/** Something that happened, between the messages. */
export function SystemLine({ line: { event, internal } }: { readonly line: Of<"system"> }) {
  const { t } = useTranslation();
  const sentence = eventSentence(event, t, useLanguage());
  if (sentence === null) return null;
  return (
    <li className={internal ? "system-line system-internal" : "system-line"}>
      <DateText value={event.at} precision="time" /> <span>{sentence}</span>
      {internal && <small>{t("room.internal")}</small>}
    </li>
  );
}

interface PendingMessageProps {
  readonly line: Of<"pending">;
  readonly onRetry: (id: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** Something this person wrote that is not yet part of the record, and what has become of it. */
export function PendingMessage({ line: { entry, text }, onRetry, onDiscard }: PendingMessageProps) {
  const { t } = useTranslation();
  const { id } = entry.command;
  const failed = entry.state === "failed";
  return (
    <li className={`message message-own message-${entry.state}`}>
      <p className="message-text">{text}</p>
      <div className="message-state" role={failed ? "alert" : undefined}>
        {t(`room.state.${entry.state}`)}
        {failed && (
          <>
            <span>{errorText(entry.error)}</span>
            <Button size="small" onClick={() => onRetry(id)}>
              {t("room.state.retry")}
            </Button>
            <Button size="small" type="text" onClick={() => onDiscard(id)}>
              {t("room.state.discard")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
