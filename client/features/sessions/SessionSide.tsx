import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import {
  ADJOURN_REASONS,
  type AdjournReason,
  type SessionPhase,
} from "../../../shared/sessions/lifecycle.ts";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { adjourn, openSession, setPhase, takeStep, timeToCome, useSessions, type Step } from "./api.ts";
import { PhaseList } from "./PhaseList.tsx";
import { SessionClock } from "./SessionClock.tsx";
import { SessionTag } from "./SessionTag.tsx";
import "./sessions.css";

/** The session at the head of the cockpit's left side: when it is, how far it has come, and the mediator's hand on it. */
export function SessionSide({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useSessions(caseId);
  const session = openSession(list.data);
  if (!session || !list.data) return null;
  const when = timeToCome(session);
  const began = session.status === "running" || session.status === "adjourned";
  return (
    <section className="session-side" aria-labelledby="session-side-title">
      <h2 id="session-side-title">
        {t("sessions.title")} <SessionTag status={session.status} />
      </h2>
      {began && <SessionClock session={session} aheadMs={list.data.aheadMs} />}
      {when !== null && <p className="session-when tabular">{formatDateTime(when, language)}</p>}
      {session.status === "lobby" && <p className="faint">{t("sessions.lobby.wait")}</p>}
      <Hand session={session} began={began} />
    </section>
  );
}

function Hand({ session, began }: { readonly session: SessionView; readonly began: boolean }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const may = (ability: SessionView["abilities"][number]) => session.abilities.includes(ability);
  const phase = useCommand({ run: (to: SessionPhase, key) => setPhase(session, to, key) });
  const step = useCommand({ run: (to: Step, key) => takeStep(session, to, key) });
  const pause = useCommand({
    run: (reason: AdjournReason, key) => adjourn(session, reason, key),
    done: t("sessionDesk.adjourned"),
  });
  const askEnd = () => {
    modal.confirm({
      title: t("sessionDesk.endTitle"),
      content: t("sessionDesk.endText"),
      okText: t("sessionDesk.end"),
      cancelText: t("sessionDesk.cancel"),
      onOk: () => step.mutateAsync("end").catch(() => undefined),
    });
  };
  const goes = may("set_phase") ? { onGo: (to: SessionPhase) => phase.mutate(to) } : {};
  return (
    <>
      {began && <PhaseList session={session} busy={phase.isPending} {...goes} />}
      <div className="session-acts">
        {may("start") && (
          <Button type="primary" size="small" loading={step.isPending} onClick={() => step.mutate("start")}>
            {t("sessionDesk.start")}
          </Button>
        )}
        {may("resume") && (
          <Button
            type="primary"
            size="small"
            loading={step.isPending}
            onClick={() => step.mutate("resumption")}
          >
            {t("sessionDesk.resume")}
          </Button>
        )}
        {may("adjourn") && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: ADJOURN_REASONS.map((key) => ({ key, label: t(`sessions.adjournReason.${key}`) })),
              // The keys are the reasons, given one line above.
              onClick: ({ key }) => pause.mutate(key as AdjournReason),
            }}
          >
            <Button size="small" loading={pause.isPending}>
              {t("sessionDesk.adjourn")}
            </Button>
          </Dropdown>
        )}
        {may("end") && (
          <Button size="small" onClick={askEnd}>
            {t("sessionDesk.end")}
          </Button>
        )}
      </div>
    </>
  );
}
