import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { FactList } from "../../../shared/facts/factView.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { useFacts } from "./api.ts";
import { DrawnFacts } from "./DrawnFacts.tsx";
import { FactForm } from "./FactForm.tsx";
import { FactItem } from "./FactItem.tsx";
import { RecordSection } from "./RecordSection.tsx";
import "./facts.css";

interface FactsPanelProps {
  readonly caseId: string;
  readonly party: Party;
  readonly stage: CaseStage;
  readonly paused: boolean;
}

/** What is a fact between the sides: put by anybody, confirmed or disputed one by one, and signed by both. */
export function FactsPanel({ caseId, party }: FactsPanelProps) {
  const { t } = useTranslation();
  const facts = useFacts(caseId);
  return (
    <section className="facts-panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{t("facts.title")}</h2>
      <p className="facts-lead">{t("facts.lead")}</p>
      <Loaded of={facts}>{(list) => <Found caseId={caseId} party={party} list={list} />}</Loaded>
    </section>
  );
}

interface FoundProps {
  readonly caseId: string;
  readonly party: Party;
  readonly list: FactList;
}

function Found({ caseId, party, list }: FoundProps) {
  const { t } = useTranslation();
  const living = list.items.filter(({ status }) => status !== "withdrawn");
  const gone = list.items.filter(({ status }) => status === "withdrawn");
  return (
    <>
      <RecordSection caseId={caseId} list={list} />
      {living.length === 0 ? (
        <p className="facts-empty">{t("facts.none")}</p>
      ) : (
        <ol className="facts-list">
          {living.map((fact) => (
            <FactItem key={fact.id} fact={fact} party={party} />
          ))}
        </ol>
      )}
      {list.abilities.includes("propose") && (
        <>
          <FactForm caseId={caseId} />
          {list.drawn.length > 0 && <DrawnFacts caseId={caseId} drawn={list.drawn} />}
        </>
      )}
      {gone.length > 0 && (
        <details className="facts-gone">
          <summary>{t("facts.gone", { count: gone.length })}</summary>
          <ol className="facts-list">
            {gone.map((fact) => (
              <FactItem key={fact.id} fact={fact} party={party} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
