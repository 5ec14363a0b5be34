import { useTranslation } from "react-i18next";
import type { LineState } from "../../../shared/debts/lineAnswer.ts";
import { formatDate, formatRate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type DataItem, DataList } from "../../ui/DataList.tsx";
import { Hash } from "../../ui/Hash.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PaymentsDialog } from "../debts/PaymentsDialog.tsx";
import { RiskTier } from "../debts/RiskTier.tsx";
import "../debts/debts.css";
import { LegalChecks } from "../law/LegalChecks.tsx";
import { StatementTable } from "./StatementTable.tsx";
import type { CaseFile, Debt } from "./types.ts";

export function DebtTab({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { statement, debts } = theCase;
  const { asOf, version, lines, totals } = statement;
  const answered = statement.history !== null;
  const count = (state: LineState) => lines.filter((line) => line.standing?.state === state).length;
  return (
    <div className="panels">
      <Panel title={t("words.total")}>
        <dl className="figures figures-money">
          {(["principal", "interest", "penalty", "fee"] as const).map((component) => (
            <div key={component}>
              <dt>{t(`words.component.${component}`)}</dt>
              <dd>
                <Money fen={totals[`${component}Fen`]} />
              </dd>
            </div>
          ))}
          <div className="figures-total">
            <dt>{t("words.total")}</dt>
            <dd>
              <Money fen={totals.totalFen} />
            </dd>
          </div>
        </dl>
        <p className="hint">
          {t("cases.asOfNote", { date: formatDate(asOf, language), version })}
          {" · "}
          {answered
            ? t("cases.answerSummary", {
                agreed: count("agreed"),
                contested: count("contested"),
                open: count("open"),
              })
            : t("cases.answersSealed")}
        </p>
      </Panel>
      <RiskTier theCase={theCase} />
      {debts.map((debt) => (
        <Panel
          key={debt.id}
          title={debt.product ?? debt.lenderName}
          actions={
            theCase.abilities.includes("statePayments") && (
              <PaymentsDialog caseId={theCase.id} debt={debt} asOf={asOf} />
            )
          }
        >
          <div className="debt">
            <DebtFacts debt={debt} />
            <StatementTable theCase={theCase} debt={debt} />
          </div>
        </Panel>
      ))}
      <LegalChecks caseId={theCase.id} />
      <Panel>
        <DataList items={[{ label: t("cases.statementHash"), value: <Hash value={statement.hash} /> }]} />
      </Panel>
    </div>
  );
}

function DebtFacts({ debt }: { readonly debt: Debt }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items: DataItem[] = [
    { label: t("cases.contract"), value: <span className="tabular">{debt.contractNumber}</span> },
    {
      label: t("cases.lender"),
      value: t("words.named", { name: debt.lenderName, role: t(`words.lenderType.${debt.lenderType}`) }),
    },
  ];
  if (debt.disbursedOn !== null && debt.disbursedFen !== null)
    items.push({
      label: t("cases.disbursed"),
      value: (
        <>
          <Money fen={debt.disbursedFen} /> · {formatDate(debt.disbursedOn, language)}
        </>
      ),
    });
  if (debt.receivedFen !== null)
    items.push({ label: t("debts.received"), value: <Money fen={debt.receivedFen} /> });
  if (debt.annualRate !== null)
    items.push({ label: t("cases.annualRate"), value: formatRate(debt.annualRate) });
  if (debt.termCount !== null) items.push({ label: t("cases.termCount"), value: debt.termCount });
  if (debt.overdueSince !== null)
    items.push({ label: t("cases.overdueSince"), value: formatDate(debt.overdueSince, language) });
  if (debt.repaidFen !== null)
    items.push({ label: t("cases.repaid"), value: <Money fen={debt.repaidFen} /> });
  return <DataList items={items} />;
}
