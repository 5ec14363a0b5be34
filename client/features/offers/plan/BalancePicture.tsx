import { memo } from "react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "../../../../shared/calendar/localDate.ts";
import { formatDate, formatFen } from "../../../i18n/format.ts";
import { useLanguage } from "../../../i18n/index.ts";
import type { BalancePoint } from "../balancePoints.ts";
import "./plan.css";

interface BalancePictureProps {
  readonly points: readonly BalancePoint[];
  /** Another offer's balance, drawn dashed behind it. */
  readonly other?: readonly BalancePoint[] | null;
}

const WIDTH = 640;
const HEIGHT = 160;
const PAD = 4;

/** What is left to pay over time, drawn by hand: light enough for a phone, and for every move of a slider. */
export const BalancePicture = memo(function BalancePicture({ points, other = null }: BalancePictureProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = other === null ? points : [...points, ...other];
  const start = points[0]?.date ?? "";
  const span = Math.max(1, ...all.map(({ date }) => daysBetween(start, date)));
  const most = Math.max(1, ...all.map(({ balanceFen }) => balanceFen));
  const place = ({ date, balanceFen }: BalancePoint) => ({
    x: PAD + (Math.max(0, daysBetween(start, date)) / span) * (WIDTH - 2 * PAD),
    y: PAD + (1 - balanceFen / most) * (HEIGHT - 2 * PAD),
  });
  const own = stairs(points.map(place));
  const last = points.at(-1);
  // The axis reaches to whichever ends later.
  const end = other?.at(-1)?.date ?? "";
  const until = last && last.date > end ? last.date : end;
  return (
    <figure className="plan-picture">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("planForm.chart", {
          from: formatFen(points[0]?.balanceFen ?? 0),
          date: formatDate(last?.date ?? "", language),
        })}
      >
        <path className="plan-picture-area" d={`${own} V${HEIGHT - PAD} H${PAD} Z`} />
        {other && <path className="plan-picture-other" d={stairs(other.map(place))} />}
        <path className="plan-picture-line" d={own} />
      </svg>
      <figcaption aria-hidden="true">
        <span className="tabular">
          {formatDate(start, language)} · {formatFen(points[0]?.balanceFen ?? 0)}
        </span>
        {other && <span>{t("planForm.chartOther")}</span>}
        <span className="tabular">{formatDate(until, language)}</span>
      </figcaption>
    </figure>
  );
});

/** A balance stays until a payment takes a step off it. */
function stairs(places: readonly { x: number; y: number }[]): string {
  return places
    .map(({ x, y }, index) =>
      index === 0 ? `M${x.toFixed(1)} ${y.toFixed(1)}` : `H${x.toFixed(1)}V${y.toFixed(1)}`,
    )
    .join("");
}
