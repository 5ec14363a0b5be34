import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime, formatTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import {
  calendarPath,
  offerTimes,
  openSession,
  timeToCome,
  useSessions,
  type SessionListHere,
} from "./api.ts";
import { PastSessions } from "./PastSessions.tsx";
import { SessionMoves } from "./SessionMoves.tsx";
import { SessionTag } from "./SessionTag.tsx";
import { SideTicks } from "./SideTicks.tsx";
import { TicksTable } from "./TicksTable.tsx";
import { TimesDialog } from "./TimesDialog.tsx";
import "./sessions.css";

/** Live meetings on the desk of the room: finding a time, the calendar, and what was held before. */
export function SessionPanel({ caseId }: { readonly caseId: string }) {
  const list = useSessions(caseId);
  return <Loaded of={list}>{(found) => <Found caseId={caseId} list={found} />}</Loaded>;
}

function Found({ caseId, list }: { readonly caseId: string; readonly list: SessionListHere }) {
  const { t } = useTranslation();
  const open = openSession(list);
  const past = list.items.filter((session) => session !== open);
  return (
    <section className="session-panel" aria-labelledby="session-panel-title">
      <h2 id="session-panel-title">{t("sessions.title")}</h2>
      {open === null && (
        <>
          <p className="faint">
            {past.length === 0 ? t("sessions.none") : ""} {t("sessionDesk.lead")}
          </p>
          {list.abilities.includes("offer") && <Offer caseId={caseId} />}
        </>
      )}
      {open !== null && <Open caseId={caseId} session={open} />}
      <PastSessions sessions={past} />
    </section>
  );
}

function Open({ caseId, session }: { readonly caseId: string; readonly session: SessionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, status, minutes } = session;
  const at = timeToCome(session);
  return (
    <div className="session-open">
      <h3>
        {t("sessions.numbered", { number })} <SessionTag status={status} />
      </h3>
      {at !== null && (
        <p className="session-when">
          <strong className="tabular">{formatDateTime(at, language)}</strong>
          <span className="faint">
            {t("sessionDesk.planned", { minutes, end: formatTime(endOf(at, minutes), language) })}
          </span>
        </p>
      )}
      {status === "scheduled" && <p className="faint">{t("sessions.lobby.auto")}</p>}
      {session.ticks && <TicksTable session={session} ticks={session.ticks} />}
      {session.abilities.includes("tick") && <SideTicks key={session.version} session={session} />}
      <div className="session-acts">
        {at !== null && (
          <a href={calendarPath(session)} download="meeting.ics">
            {t("sessions.calendar")}
          </a>
        )}
        <SessionMoves caseId={caseId} session={session} />
      </div>
    </div>
  );
}

function Offer({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const offer = useCommand({
    run: (offered: { times: string[]; minutes: number }, key) => offerTimes(caseId, null, offered, key),
    done: t("sessionDesk.offered"),
    onDone: () => setAsking(false),
  });
  return (
    <div className="session-acts">
      <Button onClick={() => setAsking(true)}>{t("sessionDesk.offer")}</Button>
      {asking && (
        <TimesDialog
          title={t("sessionDesk.offerTitle")}
          minutes={60}
          times={[]}
          send={t("sessionDesk.send")}
          busy={offer.isPending}
          onSend={(times, minutes) => offer.mutate({ times, minutes })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function endOf(startsAt: string, minutes: number): Date {
  return new Date(Date.parse(startsAt) + minutes * 60_000);
}
