import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { agreedPayments } from "../../../shared/plans/paymentPolicies.ts";
import { COMPONENTS } from "../../../shared/plans/statement.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { formatFen, formatRate } from "../../i18n/format.ts";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";

interface TermsFiguresProps {
  readonly terms: Terms;
  readonly schedule: ScheduleResult;
  /** What else follows, in the same list. */
  readonly further?: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** What terms mean for the person who pays: each month, in all, how long, and what is given up. */
export function TermsFigures({ terms, schedule, further = [] }: TermsFiguresProps) {
  const { t } = useTranslation();
  const { totals, rows, peakFen, lastDue } = schedule;
  const instalments = rows.filter((row) => row.kind === "instalment");
  const even = instalments.every((row) => row.totalFen === peakFen);
  const once = instalments.length === 1;
  const perMonth = once ? t("myOffers.once") : t(even ? "myOffers.monthly" : "myOffers.monthlyUpTo");
  return (
    <>
      <div className="b-headline">
        <Figure label={perMonth} fen={peakFen} />
        <Figure label={t("myOffers.total")} fen={totals.totalFen} />
      </div>
      <p className="b-hint">
        {t("myOffers.against", { total: formatFen(totals.statementFen) })} · <Difference totals={totals} />
      </p>
      <DataList
        items={[
          ...(once
            ? []
            : [
                {
                  label: t("myOffers.months"),
                  value: t("myOffers.monthsValue", { count: instalments.length }),
                },
              ]),
          ...downPayment(terms, schedule, t("myOffers.down")),
          { label: t("myOffers.firstDue"), value: <DateText value={instalments[0]?.due ?? lastDue} /> },
          ...(once ? [] : [{ label: t("myOffers.lastDue"), value: <DateText value={lastDue} /> }]),
          { label: t("myOffers.waived"), value: <Waived schedule={schedule} /> },
          { label: t("myOffers.interest"), value: <Interest terms={terms} schedule={schedule} /> },
          { label: t("myOffers.grace"), value: t("myOffers.graceValue", { count: terms.graceDays }) },
          ...further,
        ]}
      />
      <Conditions terms={terms} schedule={schedule} />
    </>
  );
}

function Figure({ label, fen }: { readonly label: string; readonly fen: number }) {
  return (
    <div>
      <span>{label}</span>
      <strong>
        <Money fen={fen} />
      </strong>
    </div>
  );
}

function Difference({ totals: { statementFen, totalFen } }: Pick<ScheduleResult, "totals">) {
  const { t } = useTranslation();
  const lessFen = statementFen - totalFen;
  if (lessFen === 0) return t("myOffers.same");
  const amount = formatFen(Math.abs(lessFen));
  return <strong>{t(lessFen > 0 ? "myOffers.saves" : "myOffers.costs", { amount })}</strong>;
}

function downPayment(
  terms: Terms,
  { rows }: ScheduleResult,
  label: string,
): { label: string; value: ReactNode }[] {
  const row = rows.find((one) => one.kind === "down_payment");
  if (!row || terms.downPaymentFen === 0) return [];
  return [
    {
      label,
      value: (
        <>
          <Money fen={row.totalFen} /> · <DateText value={row.due} />
        </>
      ),
    },
  ];
}

function Waived({ schedule }: Pick<TermsFiguresProps, "schedule">) {
  const { t } = useTranslation();
  const parts = COMPONENTS.filter((component) => schedule.byComponent[component].waivedFen > 0);
  if (parts.length === 0) return t("myOffers.waivedNone");
  return (
    <ul className="b-plain-list">
      {parts.map((component) => (
        <li key={component}>
          {t(`myCase.debt.component.${component}`)} <Money fen={schedule.byComponent[component].waivedFen} />
        </li>
      ))}
    </ul>
  );
}

function Interest({ terms, schedule }: TermsFiguresProps) {
  const { t } = useTranslation();
  const { agreedInterestFen } = schedule.totals;
  if (agreedInterestFen === 0) return t("myOffers.interestNone");
  return (
    <>
      <Money fen={agreedInterestFen} /> ({formatRate(terms.schedule.annualRate)})
    </>
  );
}

/** What a person would want to have been told before saying yes. */
function Conditions({ terms, schedule }: TermsFiguresProps) {
  const { t } = useTranslation();
  const conditional = COMPONENTS.reduce(
    (sum, component) => sum + schedule.byComponent[component].conditionalFen,
    0,
  );
  const policies = policySentences(t, terms);
  if (conditional === 0 && terms.acceleration === "none" && policies.length === 0) return null;
  const { missedBeforeAcceleration } = agreedPayments(terms);
  return (
    <ul className="b-points b-points-small">
      {conditional > 0 && <li>{t("myOffers.conditional", { amount: formatFen(conditional) })}</li>}
      {terms.acceleration === "after_grace" && (
        <li>
          {t("myOffers.accelerates")}
          {missedBeforeAcceleration > 1 && (
            <> ({t("planForm.missedBeforeValue", { count: missedBeforeAcceleration })})</>
          )}
        </li>
      )}
      {policies.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Only what was agreed beyond the usual: that an early payment pays the next instalment need not be said. */
function policySentences(t: TFunction, terms: Terms): string[] {
  const { early, settledEarly, partial, missed } = terms.payments ?? {};
  return [
    early && t("planForm.said", { name: t("planForm.early"), value: t(`planForm.earlyOf.${early}`) }),
    settledEarly &&
      t("planForm.said", {
        name: t("planForm.settledEarly"),
        value: t(`planForm.settledEarlyOf.${settledEarly}`),
      }),
    partial && t("planForm.said", { name: t("planForm.partial"), value: t(`planForm.partialOf.${partial}`) }),
    missed && t("planForm.said", { name: t("planForm.missed"), value: t(`planForm.missedOf.${missed}`) }),
  ].filter((sentence) => sentence !== undefined);
}
