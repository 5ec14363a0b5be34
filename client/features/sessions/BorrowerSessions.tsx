import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { formatDateTime, formatWeekday } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { errorText } from "../../i18n/text.ts";
import {
  calendarPath,
  openSession,
  tickTimes,
  timeToCome,
  useSessions,
  type SessionListHere,
} from "./api.ts";
import { AttendanceList } from "./AttendanceList.tsx";
import { PhaseList } from "./PhaseList.tsx";
import { SessionClock } from "./SessionClock.tsx";
import "./sessions.css";

/** The borrower's live meetings: which times suit, when it is, and the way in. */
export function BorrowerSessions() {
  return <InCase>{(file) => <Sessions caseId={file.id} />}</InCase>;
}

function Sessions({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const list = useSessions(caseId);
  return (
    <Page title={t("sessions.title")} above={<BackLink />}>
      <Loaded of={list}>{(found) => <Found list={found} />}</Loaded>
    </Page>
  );
}

function Found({ list }: { readonly list: SessionListHere }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = openSession(list);
  const past = list.items.filter((session) => session !== open);
  return (
    <>
      {open === null && <Notice tone="info">{t("sessions.none")}</Notice>}
      {open !== null && <Open key={open.version} session={open} aheadMs={list.aheadMs} />}
      {past.map((session) => (
        <Card
          key={session.id}
          title={t("sessions.numbered", { number: session.number })}
          aside={<span className="b-chip">{t(`sessions.status.${session.status}`)}</span>}
        >
          <p className="b-hint">{formatDateTime(session.startedAt ?? session.endedAt ?? "", language)}</p>
          {session.status === "ended" && <AttendanceList session={session} />}
        </Card>
      ))}
    </>
  );
}

function Open({ session, aheadMs }: { readonly session: SessionView; readonly aheadMs: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, number, minutes } = session;
  const at = timeToCome(session);
  const began = status === "running" || status === "adjourned";
  const inside = status === "lobby" || began;
  const chip = <span className="b-chip b-chip-open">{t(`sessions.status.${status}`)}</span>;
  return (
    <Card title={t("sessions.numbered", { number })} aside={chip}>
      {at !== null && (
        <p className="session-when">
          <strong>
            {formatDateTime(at, language)} {formatWeekday(new Date(at), language)}
          </strong>
          <span className="b-hint">{t("sessions.minutesValue", { count: minutes })}</span>
        </p>
      )}
      {began && <SessionClock session={session} aheadMs={aheadMs} />}
      {began && <PhaseList session={session} />}
      {status === "lobby" && <Notice tone="info">{t("sessions.lobby.wait")}</Notice>}
      {status === "scheduled" && <p className="b-hint">{t("sessions.lobby.auto")}</p>}
      {session.abilities.includes("tick") && <Ticks session={session} />}
      {inside && <ButtonLink to="/case/talk">{t("sessions.lobby.enter")}</ButtonLink>}
      {at !== null && !began && (
        <p>
          <a href={calendarPath(session)} download="meeting.ics">
            {t("sessions.calendar")}
          </a>
        </p>
      )}
    </Card>
  );
}

function Ticks({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = session.own ?? null;
  const [chosen, setChosen] = useState<readonly string[]>(own?.times ?? []);
  const tick = useSend({
    run: (times: readonly string[], key) => tickTimes(session, times, key),
    done: t("sessions.own.saved"),
  });
  return (
    <fieldset className="session-own">
      <legend>{t("sessions.own.title")}</legend>
      {session.times.map((time) => (
        <Checkbox
          key={time}
          label={`${formatDateTime(time, language)} ${formatWeekday(new Date(time), language)}`}
          checked={chosen.includes(time)}
          onChange={(event) =>
            setChosen(event.target.checked ? [...chosen, time] : chosen.filter((other) => other !== time))
          }
        />
      ))}
      <p className="b-hint">{t("sessions.own.privacy")}</p>
      {own === null ? (
        <p className="b-hint">{t("sessions.own.noneHint")}</p>
      ) : (
        <Notice tone="good">{t("sessions.own.done")}</Notice>
      )}
      {tick.error && <Notice tone="bad">{errorText(tick.error)}</Notice>}
      <Button
        wide
        tone={own === null ? "primary" : "plain"}
        busy={tick.isPending}
        onClick={() => tick.mutate(chosen)}
      >
        {t(own === null ? "sessions.own.save" : "sessions.own.change")}
      </Button>
    </fieldset>
  );
}
