import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { useMinutes } from "./api.ts";
import { MakeMinutes } from "./MakeMinutes.tsx";
import { MinutesItem } from "./MinutesItem.tsx";
import "./minutes.css";

interface MinutesPanelProps {
  readonly caseId: string;
  readonly party: Party;
  readonly stage: CaseStage;
  readonly paused: boolean;
}

/** The minutes of a case: drawn up by the mediator from the joint record, confirmed by those who were there. */
export function MinutesPanel({ caseId }: MinutesPanelProps) {
  const { t } = useTranslation();
  const minutes = useMinutes(caseId);
  return (
    <section className="minutes-panel" aria-labelledby="minutes-title">
      <h2 id="minutes-title">{t("minutes.title")}</h2>
      <p className="minutes-lead">{t("minutes.lead")}</p>
      <Loaded of={minutes}>
        {(list) => (
          <>
            {list.abilities.includes("draft") && <MakeMinutes caseId={caseId} sessions={list.sessions} />}
            {list.items.length === 0 && <p className="minutes-lead">{t("minutes.none")}</p>}
            {list.items.map((one) => (
              <MinutesItem key={one.id} minutes={one} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}
