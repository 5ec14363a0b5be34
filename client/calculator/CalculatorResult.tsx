import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Quote, QuoteRequest } from "../../shared/plans/quote.ts";
import { Card } from "../borrower/ui/Card.tsx";
import { formatDate, formatRate } from "../i18n/format.ts";
import { useLanguage } from "../i18n/index.ts";
import { Money } from "../ui/Money.tsx";
import { BalanceSteps } from "./BalanceSteps.tsx";
import { QuoteTable } from "./QuoteTable.tsx";

interface CalculatorResultProps {
  readonly request: QuoteRequest;
  readonly quote: Quote;
}

export function CalculatorResult({ request, quote }: CalculatorResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { rows, totals, annualised, provisionalFrom } = quote;
  const peakFen = rows.reduce((peak, row) => Math.max(peak, row.no === 0 ? 0 : row.totalFen), 0);
  const last = rows.at(-1);
  const rate = (share: string | undefined) =>
    share === undefined ? t("calculator.costUnknown") : formatRate(share);
  return (
    <>
      <Card title={t("calculator.result")}>
        <div className="b-headline" aria-live="polite">
          <Figure label={t("calculator.perMonth")} value={<Money fen={peakFen} />} />
          <Figure label={t("calculator.total")} value={<Money fen={totals.totalFen} />} />
        </div>
        <dl className="b-amounts">
          <Line label={t("calculator.newInterest")} value={<Money fen={totals.interestFen} />} />
          <Line label={t("calculator.waivedTotal")} value={<Money fen={totals.waivedFen} />} />
          <Line label={t("calculator.nominal")} value={rate(annualised?.nominal)} />
          <Line label={t("calculator.effective")} value={rate(annualised?.effective)} />
          {last && <Line label={t("calculator.lastDue")} value={formatDate(last.due, language)} />}
        </dl>
        <p className="b-hint">{t("calculator.costHint")}</p>
      </Card>
      <BalanceSteps request={request} quote={quote} />
      <Card title={t("calculator.schedule")}>
        <div className="calculator-rows">
          <QuoteTable rows={rows} />
        </div>
        {provisionalFrom !== null && (
          <p className="b-hint">
            {t("calculator.provisional", { date: formatDate(provisionalFrom, language) })}
          </p>
        )}
      </Card>
    </>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <div>
      <span>{label}</span>
      <strong>{value}</strong>
    </div>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}
