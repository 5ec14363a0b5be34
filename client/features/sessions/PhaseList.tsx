import { useTranslation } from "react-i18next";
import type { SessionPhase } from "../../../shared/sessions/lifecycle.ts";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";

interface PhaseListProps {
  readonly session: SessionView;
  /** Given to whoever may go on to another phase. */
  readonly onGo?: (phase: SessionPhase) => void;
  readonly busy?: boolean;
}

/** The agenda with the phase it is in; for the mediator each phase is the way to it. */
export function PhaseList({ session, onGo, busy = false }: PhaseListProps) {
  const { t } = useTranslation();
  return (
    <ol className="session-phases" aria-label={t("sessions.phases")}>
      {session.agenda.map(({ phase, minutes }) => {
        const current = session.phase === phase;
        const text = (
          <>
            <span>{t(`sessions.phase.${phase}`)}</span>
            <small>{current ? t("sessions.now") : t("sessions.phaseMinutes", { minutes })}</small>
          </>
        );
        return (
          <li key={phase} aria-current={current ? "step" : undefined}>
            {onGo && !current ? (
              <button
                type="button"
                disabled={busy}
                aria-label={t("sessionDesk.toPhase", { phase: t(`sessions.phase.${phase}`) })}
                onClick={() => onGo(phase)}
              >
                {text}
              </button>
            ) : (
              <div>{text}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
