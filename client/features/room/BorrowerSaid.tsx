import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { mayRelease } from "../../../shared/rooms/passing.ts";
import { useBorrower } from "../../borrower/session.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { useSend } from "../../borrower/useSend.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";
import { DateText } from "../../ui/DateText.tsx";
import { AttachmentCard } from "./AttachmentCard.tsx";
import { ReportSheet } from "./BorrowerReport.tsx";
import { happening } from "./borrowerTalk.ts";
import type { MessageEvent, PassedOnEvent } from "./conversation.ts";
import { useRoomAround } from "./roomAround.ts";
import { type RoomStep, takeStep } from "./safetyApi.ts";

const TO_OFFERS: readonly RoomEvent["type"][] = ["offer.put", "proposal.opened"];

/** One thing of a conversation: what somebody said, what was passed on, or what happened. */
export function Said({ event }: { readonly event: RoomEvent }) {
  const { t } = useTranslation();
  if (event.type === "message.posted") return <Statement event={event} />;
  if (event.type === "message.passedOn") return <PassedOn event={event} />;
  return (
    <p className="b-happening">
      {happening(event)}{" "}
      {TO_OFFERS.includes(event.type) && <Link to="/case/offers">{t("talk.toOffers")}</Link>}
    </p>
  );
}

function Statement({ event }: { readonly event: MessageEvent }) {
  const { t } = useTranslation();
  const { state } = useRoomAround();
  const { data: me } = useBorrower();
  const { party, name, id, as } = event.actor;
  const { text, channel, attachment } = event.payload;
  const ourSide = party === "borrower";
  const own = ourSide && (!me || id === me.id);
  const role = party === "mediator" || party === "platform" ? t(`talk.party.${party}`) : "";
  const beside = t(as ? "representatives.as.representative" : "representatives.principal");
  const by = ourSide ? `${name} · ${beside}` : `${role} ${name}`;
  return (
    <article className={ourSide ? "b-said b-said-own" : `b-said b-said-${party}`}>
      <p className="b-said-by">
        {own ? t("talk.you") : by} <DateText value={event.at} precision="time" />
      </p>
      {text !== "" && <p className="b-said-text">{text}</p>}
      {attachment && (
        <AttachmentCard
          attachment={attachment}
          channel={channel}
          withdrawn={state.withdrawnExhibits.has(attachment.exhibitId)}
        />
      )}
      {own ? <Passing event={event} /> : <Reporting messageId={event.id} />}
    </article>
  );
}

/** What the platform, or the borrower, said alone to the mediator and let be known, word for word. */
function PassedOn({ event }: { readonly event: PassedOnEvent }) {
  const { t } = useTranslation();
  const { from, text } = event.payload;
  const own = from === "borrower";
  return (
    <article className={own ? "b-said b-said-own b-said-passed" : `b-said b-said-${from} b-said-passed`}>
      <p className="b-said-by">
        {t("safety.passing.quote", {
          mediator: event.actor.name,
          from: own ? t("talk.you") : t(`safety.side.${from}`),
        })}{" "}
        <DateText value={event.at} precision="time" />
      </p>
      <blockquote className="b-said-text">{text}</blockquote>
      {!own && <Reporting messageId={event.id} />}
    </article>
  );
}

/** Leave for the mediator to carry one's own words over; taken back until it was used. */
function Passing({ event }: { readonly event: MessageEvent }) {
  const { t } = useTranslation();
  const { caseId, state, talking } = useRoomAround();
  const messageId = event.id;
  const step = useSend<RoomStep>({ run: (input, key) => takeStep(caseId, input, key) });
  const { channel, text } = event.payload;
  if (!mayRelease("borrower", { by: "borrower", channel, text })) return null;
  const standing = state.passing.get(messageId) ?? "kept";
  if (standing === "passed_on") return <p className="b-said-mark">✓ {t("safety.passing.carried")}</p>;
  if (standing === "kept" && !talking) return null;
  const released = standing === "released";
  return (
    <div className="b-said-mark">
      {released && <span>↗ {t("safety.passing.released")}</span>}
      <Button
        tone="quiet"
        className="b-small"
        busy={step.isPending}
        onClick={() => step.mutate({ do: released ? "takeBack" : "release", messageId })}
      >
        {t(released ? "safety.passing.takeBack" : "safety.passing.allow")}
      </Button>
      {step.error && <Problem error={step.error} />}
    </div>
  );
}

function Reporting({ messageId }: { readonly messageId: string }) {
  const { t } = useTranslation();
  const { caseId, state, talking } = useRoomAround();
  const [open, setOpen] = useState(false);
  const report = state.reports.get(messageId);
  if (report) {
    const { dealtWith } = report;
    return (
      <p className="b-said-mark">
        ⚑ {dealtWith === null ? t("safety.report.open") : t("safety.report.dealtWith", { note: dealtWith })}
      </p>
    );
  }
  if (!talking) return null;
  return (
    <div className="b-said-mark">
      <Button tone="quiet" className="b-small" onClick={() => setOpen(true)}>
        {t("safety.report.action")}
      </Button>
      <ReportSheet caseId={caseId} messageId={messageId} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
