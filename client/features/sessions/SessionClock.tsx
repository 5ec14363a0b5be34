import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { elapsedAt } from "../../../shared/sessions/clock.ts";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { formatTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";

interface SessionClockProps {
  readonly session: SessionView;
  /** How far the server's clock is ahead of this one's. */
  readonly aheadMs: number;
}

/** How long a session has run, by the server's clock, and when it is planned to end. */
export function SessionClock({ session, aheadMs }: SessionClockProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { elapsedSeconds, plannedEnd } = session;
  const runs = session.runningSince !== null;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, [runs]);
  const here = new Date(now + aheadMs);
  const runningSince = session.runningSince === null ? null : new Date(session.runningSince);
  const seconds = elapsedAt({ elapsedSeconds, runningSince }, here);
  const over = plannedEnd !== null && Date.parse(plannedEnd) < here.getTime();
  return (
    <p className="session-clock" role="timer" aria-label={t("sessions.elapsed")}>
      <span className="session-elapsed tabular">{clockText(seconds)}</span>
      {plannedEnd !== null && (
        <small className={over ? "session-over" : ""}>
          {over ? t("sessions.over") : t("sessions.plannedEnd", { time: formatTime(plannedEnd, language) })}
        </small>
      )}
    </p>
  );
}

/** 0:07, 12:05, 1:02:05. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
