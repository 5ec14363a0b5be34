import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  listedParts,
  sumOf,
  withDate,
  withOptional,
  withPart,
  withRhythm,
} from "../../../../shared/offers/planShape.ts";
import { formatFen } from "../../../i18n/format.ts";
import { AmountField, DayField } from "./controls.tsx";
import { type PlanDraft, problemAt } from "./draft.ts";

/** Every date with what of the principal it repays; set one by one, or by pay-days and seasons. */
export function ListedDates({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const { terms, change, financed, today } = draft;
  const { dueDates = [], weights } = terms.schedule;
  const parts = listedParts(terms, financed);
  const sum = sumOf(parts);
  const general = problemAt(draft, "/schedule/dueDates") ?? problemAt(draft, "/schedule/weights");
  return (
    <fieldset className="plan-fields">
      <legend>{t("planForm.dates")}</legend>
      <Align draft={draft} />
      <div className="plan-dates">
        {dueDates.map((date, index) => (
          // Dates may be the same while they are typed; their place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="plan-row">
            <DayField
              label={t("planForm.date", { no: index + 1 })}
              value={date}
              earliest={today}
              problem={
                problemAt(draft, `/schedule/dueDates/${index}`) ??
                (index === 0 ? problemAt(draft, "/schedule/firstDue") : undefined)
              }
              onChange={(next) => change(withDate(terms, index, next))}
            />
            <AmountField
              label={t("planForm.part", { no: index + 1 })}
              fen={parts[index] ?? 0}
              problem={problemAt(draft, `/schedule/weights/${index}`)}
              onChange={(amount) => change(withPart(terms, index, amount, financed))}
            />
          </div>
        ))}
      </div>
      {general && (
        <p className="plan-problem" role="alert">
          {t(`planForm.problem.${general.code}`, general.params)}
        </p>
      )}
      {weights !== undefined && (
        <>
          {Number.isSafeInteger(sum) && sum !== financed && (
            <p className="plan-hint" role="status">
              {t("planForm.partsOff", { sum: formatFen(sum), whole: formatFen(financed) })}
            </p>
          )}
          <button
            type="button"
            className="plan-button"
            onClick={() => change(withOptional(terms, "weights", undefined))}
          >
            {t("planForm.partsEven")}
          </button>
        </>
      )}
    </fieldset>
  );
}

/** Pay-days or harvests: the days of a month, and which months. */
function Align({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const [days, setDays] = useState("");
  const [months, setMonths] = useState("");
  const [wrong, setWrong] = useState(false);
  const align = () => {
    const onDays = listOf(days, 31);
    const inMonths = listOf(months, 12);
    const sound = onDays !== null && onDays.length > 0 && inMonths !== null;
    setWrong(!sound);
    if (sound) draft.change(withRhythm(draft.terms, { days: onDays, months: inMonths }, draft.today));
  };
  return (
    <div className="plan-align">
      <label>
        {t("planForm.days")}
        <input
          className="plan-input"
          inputMode="decimal"
          autoComplete="off"
          placeholder={t("planForm.daysHint")}
          value={days}
          aria-invalid={wrong}
          onChange={(event) => setDays(event.target.value)}
        />
      </label>
      <label>
        {t("planForm.months")}
        <input
          className="plan-input"
          inputMode="decimal"
          autoComplete="off"
          placeholder={t("planForm.monthsHint")}
          value={months}
          aria-invalid={wrong}
          onChange={(event) => setMonths(event.target.value)}
        />
      </label>
      <button type="button" className="plan-button" onClick={align}>
        {t("planForm.alignDo")}
      </button>
      {wrong && (
        <small className="plan-problem" role="alert">
          {t("planForm.alignWrong")}
        </small>
      )}
    </div>
  );
}

/** Whole numbers from 1 to `max`, ascending and each once; null when something else stands there. */
function listOf(text: string, max: number): number[] | null {
  const words = text
    .normalize("NFKC")
    .split(/[\s,、;]+/)
    .filter((word) => word !== "");
  const found = words.map(Number);
  if (found.some((each) => !Number.isSafeInteger(each) || each < 1 || each > max)) return null;
  return [...new Set(found)].toSorted((a, b) => a - b);
}
