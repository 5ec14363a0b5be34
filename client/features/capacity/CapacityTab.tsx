import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { formatDate, formatDateTime, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { DataList } from "../../ui/DataList.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type CapacityView, useCapacity } from "./api.ts";
import { CapacityLines } from "./CapacityLines.tsx";
import { CapacityMonths } from "./CapacityMonths.tsx";
import { monthText } from "./monthText.ts";
import "./capacity.css";

type Submitted = NonNullable<CapacityView["submitted"]>;

/** The mediator's view of what the borrower handed in: what follows from it, and every line to be looked at. */
export function CapacityTab({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const capacity = useCapacity(caseId);
  return (
    <Loaded of={capacity}>
      {(view) =>
        view.submitted ? (
          <div className="panels">
            <Outcome view={view} submitted={view.submitted} />
            <CapacityLines view={view} submitted={view.submitted} />
            <CapacityMonths months={view.submitted.assessment.months} />
          </div>
        ) : (
          <EmptyState title={t("capacity.notSubmitted")}>{t("capacity.notSubmittedText")}</EmptyState>
        )
      }
    </Loaded>
  );
}

function Outcome({ view, submitted }: { readonly view: CapacityView; readonly submitted: Submitted }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { worst, averageFen, advice, provisional } = submitted.assessment;
  const handedIn = { at: formatDateTime(submitted.at, language), version: submitted.version };
  return (
    <Panel title={t("capacity.title")} className="capacity-outcome">
      <dl className="figures figures-money">
        <div>
          <dt>{t("words.named", { name: t("capacity.worst"), role: monthText(worst.month, language) })}</dt>
          <dd>
            <Money fen={worst.capacityFen} strong />
          </dd>
        </div>
        <div>
          <dt>{t("capacity.average")}</dt>
          <dd>
            <Money fen={averageFen} />
          </dd>
        </div>
      </dl>
      {advice !== null && (
        <Alert
          type="warning"
          showIcon
          title={t(`capacity.${advice}Title`)}
          description={t(`capacity.${advice}Text`)}
        />
      )}
      {provisional.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t("capacity.provisionalTitle")}
          description={
            <ul className="capacity-reasons">
              {provisional.map((reason) => (
                <li key={reason}>{t(`capacity.provisional.${reason}`)}</li>
              ))}
            </ul>
          }
        />
      )}
      {worst.otherDebtsFen > 0 && (
        <p>
          {t("capacity.otherDebts", {
            amount: formatFen(worst.otherDebtsFen),
            left: formatFen(worst.afterOtherDebtsFen),
          })}
        </p>
      )}
      <Basis submitted={submitted} />
      {view.shared !== null && <p>{t("capacity.shared", { amount: formatFen(view.shared.perMonthFen) })}</p>}
      <p className="hint">
        {t("capacity.submittedAt", handedIn)} · {t("capacity.onlyBoth")}
      </p>
    </Panel>
  );
}

/** What the figure was held against. */
function Basis({ submitted }: { readonly submitted: Submitted }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { floor, rules } = submitted.assessment;
  const { householdSize, region } = submitted.statement;
  return (
    <DataList
      items={[
        { label: t("capacity.household"), value: t("capacity.people", { count: householdSize }) },
        { label: t("capacity.region"), value: region ?? t("capacity.noRegion") },
        {
          label: t("capacity.floor"),
          value:
            floor === null
              ? t("capacity.provisional.floor_not_set")
              : t("capacity.floorOf", {
                  amount: formatFen(floor.perPersonFen),
                  from: formatDate(floor.from, language),
                  source: floor.source,
                }),
        },
        {
          label: t("capacity.rules"),
          value: t("capacity.rulesText", {
            buffer: percent(rules.bufferBp),
            cap: percent(rules.shareCapBp),
            haircut: percent(rules.haircutBp),
          }),
        },
      ]}
    />
  );
}

function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
