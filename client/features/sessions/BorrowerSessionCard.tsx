import { useTranslation } from "react-i18next";
import type { SessionStatus } from "../../../shared/sessions/lifecycle.ts";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { openSession, useSessions } from "./api.ts";

type HomeStatus = Exclude<SessionStatus, "ended" | "cancelled">;

/** On the start page, only while something is being arranged or held. */
export function BorrowerSessionCard({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const session = openSession(useSessions(caseId).data);
  if (!session) return null;
  const { status, resumesAt, startsAt } = session;
  const chosen = status === "polling" && session.own !== null && session.own !== undefined;
  const when = formatDateTime(resumesAt ?? startsAt ?? session.times[0] ?? "", language);
  const inside = status === "lobby" || status === "running";
  return (
    <Card title={t("sessions.title")}>
      <p>{t(chosen ? "sessions.home.pollingDone" : `sessions.home.${homeStatus(status)}`, { when })}</p>
      <div className="b-row">
        {inside ? (
          <ButtonLink to="/case/talk">{t("sessions.home.enter")}</ButtonLink>
        ) : (
          <ButtonLink to="/case/sessions" tone="plain">
            {t(status === "polling" && !chosen ? "sessions.home.choose" : "sessions.home.look")}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}

/** What is over is not shown here. */
function homeStatus(status: SessionStatus): HomeStatus {
  return status === "ended" || status === "cancelled" ? "adjourned" : status;
}
