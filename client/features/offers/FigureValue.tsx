import { useTranslation } from "react-i18next";
import type { OfferFigures } from "../../../shared/offers/offerFigures.ts";
import { percentOf } from "../../../shared/offers/offerFigures.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Component } from "../../../shared/plans/statement.ts";
import { formatDate, formatFen, formatRate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import type { OfferRow } from "./offerRows.ts";

interface FigureValueProps {
  readonly row: OfferRow["key"];
  readonly figures: OfferFigures;
  readonly schedule: ScheduleResult;
}

/** One figure of one offer, in words and numbers. */
export function FigureValue({ row, figures, schedule }: FigureValueProps) {
  const { t } = useTranslation();
  const waived = (component: Component) => (
    <Waived
      fen={schedule.byComponent[component].waivedFen}
      of={schedule.byComponent[component].statementFen}
    />
  );
  switch (row) {
    case "total":
      return <Money fen={figures.totalFen} strong />;
    case "difference":
      return <Difference fen={figures.differenceFen} />;
    case "instalment":
      return <Instalment figures={figures} />;
    case "count":
      return <Count figures={figures} />;
    case "downPayment":
      return <DownPayment figures={figures} />;
    case "deferral":
      return <>{t("offers.months", { count: figures.deferralMonths })}</>;
    case "firstDue":
      return <DateText value={figures.firstDue} />;
    case "lastDue":
      return <DateText value={figures.lastDue} />;
    case "interest":
      return <Interest figures={figures} />;
    case "waived":
      return <Waived fen={figures.waivedFen} of={schedule.totals.statementFen} />;
    case "waivedPrincipal":
      return waived("principal");
    case "waivedInterest":
      return waived("interest");
    case "waivedPenalty":
      return waived("penalty");
    case "waivedFee":
      return waived("fee");
    case "conditional":
      return <Money fen={figures.conditionalFen} />;
    case "grace":
      return <>{t("common.days", { count: figures.graceDays })}</>;
    case "minimum":
      return <Money fen={figures.minimumInstalmentFen} />;
    case "payments":
      return <Payments figures={figures} />;
    case "other":
      return (
        <small>
          {t(`offers.acceleration.${figures.acceleration}`)}
          {figures.acceleration !== "none" && figures.missedBeforeAcceleration > 1 && (
            <> ({t("planForm.missedBeforeValue", { count: figures.missedBeforeAcceleration })})</>
          )}
          <br />
          {t(`offers.allocation.${figures.allocation}`)}
        </small>
      );
  }
}

/** What was agreed about paying early, too little or not at all. */
function Payments({ figures }: { readonly figures: OfferFigures }) {
  const { t } = useTranslation();
  const { early, settledEarly, partial, missed } = figures;
  return (
    <small>
      {t("planForm.said", { name: t("planForm.early"), value: t(`planForm.earlyOf.${early}`) })}
      <br />
      {t("planForm.said", {
        name: t("planForm.settledEarly"),
        value: t(`planForm.settledEarlyOf.${settledEarly}`),
      })}
      <br />
      {t("planForm.said", { name: t("planForm.partial"), value: t(`planForm.partialOf.${partial}`) })}
      <br />
      {t("planForm.said", { name: t("planForm.missed"), value: t(`planForm.missedOf.${missed}`) })}
    </small>
  );
}

function Waived({ fen, of }: { readonly fen: number; readonly of: number }) {
  const { t } = useTranslation();
  if (fen === 0) return <span className="offer-faint">{t("offers.notWaived")}</span>;
  return (
    <>
      <Money fen={fen} />{" "}
      <small className="tabular">{t("offers.percent", { percent: percentOf(fen, of) })}</small>
    </>
  );
}

function Difference({ fen }: { readonly fen: number }) {
  const { t } = useTranslation();
  if (fen === 0) return <>{t("offers.same")}</>;
  const amount = formatFen(Math.abs(fen));
  return (
    <span className="tabular">{fen < 0 ? t("offers.less", { amount }) : t("offers.more", { amount })}</span>
  );
}

function Instalment({ figures }: { readonly figures: OfferFigures }) {
  const { t } = useTranslation();
  const { largestInstalmentFen: largest, smallestInstalmentFen: smallest, family } = figures;
  // A fen or two is what dividing leaves over, not another amount.
  const level = largest - smallest <= 2;
  return (
    <>
      <Money fen={level ? largest : smallest} strong={level} />
      {!level && (
        <>
          {" – "}
          <Money fen={largest} />
        </>
      )}
      <small>{t(`words.family.${family}`)}</small>
    </>
  );
}

function Count({ figures }: { readonly figures: OfferFigures }) {
  const { t } = useTranslation();
  const number = Number.parseInt(figures.every, 10);
  const every = figures.every.endsWith("d")
    ? t("offers.everyDays", { count: number })
    : number === 1
      ? t("offers.monthly")
      : t("offers.everyMonths", { count: number });
  return (
    <>
      {t("offers.instalments", { count: figures.count })}
      {figures.count > 1 && figures.family !== "irregular" && <small>{every}</small>}
    </>
  );
}

function DownPayment({ figures }: { readonly figures: OfferFigures }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (figures.downPaymentFen === 0) return <span className="offer-faint">{t("common.none")}</span>;
  return (
    <>
      <Money fen={figures.downPaymentFen} />
      {figures.downPaymentDue !== null && (
        <small>{t("offers.onDay", { date: formatDate(figures.downPaymentDue, language) })}</small>
      )}
    </>
  );
}

function Interest({ figures }: { readonly figures: OfferFigures }) {
  const { t } = useTranslation();
  return (
    <>
      <Money fen={figures.agreedInterestFen} />
      <small>{t("offers.atRate", { rate: formatRate(figures.annualRate) })}</small>
      {figures.interestFreePeriods > 0 && (
        <small>
          {t("planForm.said", { name: t("planForm.interestFree"), value: figures.interestFreePeriods })}
        </small>
      )}
    </>
  );
}
