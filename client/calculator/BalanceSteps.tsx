import { useId } from "react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "../../shared/calendar/localDate.ts";
import type { Quote, QuoteRequest } from "../../shared/plans/quote.ts";
import { Card } from "../borrower/ui/Card.tsx";
import { formatDate, formatFen } from "../i18n/format.ts";
import { useLanguage } from "../i18n/index.ts";

interface BalanceStepsProps {
  readonly request: QuoteRequest;
  readonly quote: Quote;
}

const WIDTH = 600;
const HEIGHT = 180;

/** What is left to pay, falling with every payment, over true time. The table below says the same in figures. */
export function BalanceSteps({ request, quote: { rows, totals } }: BalanceStepsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const last = rows.at(-1);
  if (!last) return null;
  const { principalFen, interestFen, penaltyFen, feeFen, asOf } = request;
  const fromFen = principalFen + interestFen + penaltyFen + feeFen - totals.waivedFen;
  const text = t("calculator.chartText", {
    start: formatDate(asOf, language),
    from: formatFen(fromFen),
    end: formatDate(last.due, language),
    count: rows.length,
  });
  const days = Math.max(1, daysBetween(asOf, last.due));
  const steps = rows.map((row) => {
    const x = (daysBetween(asOf, row.due) / days) * WIDTH;
    return `H${x.toFixed(1)}V${(HEIGHT - (row.balanceFen / fromFen) * HEIGHT).toFixed(1)}`;
  });
  const line = `M0 0${steps.join("")}`;
  return (
    <Card title={t("calculator.chart")}>
      <div className="calculator-chart">
        <div className="tabular">{formatFen(fromFen)}</div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-labelledby={id}>
          <title id={id}>{text}</title>
          <path className="calculator-area" d={`${line}V${HEIGHT}H0Z`} />
          <path className="calculator-line" d={line} />
        </svg>
        <div className="calculator-axis tabular">
          <span>{formatDate(asOf, language)}</span>
          <span>{formatDate(last.due, language)}</span>
        </div>
      </div>
    </Card>
  );
}
