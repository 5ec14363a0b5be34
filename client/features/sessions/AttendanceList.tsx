import { useTranslation } from "react-i18next";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";

/** Who was there and how long, as recorded, and what the mediator confirmed of it. */
export function AttendanceList({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { attendance, attendanceConfirmedAt: confirmedAt } = session;
  if (attendance.length === 0) return <p className="faint">{t("sessions.attendance.nobody")}</p>;
  return (
    <>
      <ul className="session-attendance" aria-label={t("sessions.attendance.title")}>
        {attendance.map(({ memberId, name, seconds, here, present }) => (
          <li key={memberId}>
            <span>{name}</span>
            <span className="faint tabular">
              {t("sessions.attendance.minutes", { count: Math.round(seconds / 60) })}
              {here && ` · ${t("sessions.attendance.here")}`}
              {present === false && ` · ${t("sessions.attendance.absent")}`}
            </span>
          </li>
        ))}
      </ul>
      {confirmedAt !== null && (
        <p className="faint">
          {t("sessions.attendance.confirmedAt", { when: formatDateTime(confirmedAt, language) })}
        </p>
      )}
    </>
  );
}
