import { useTranslation } from "react-i18next";
import { withSchedule } from "../../../../shared/offers/planShape.ts";
import type { Every } from "../../../../shared/plans/terms.ts";
import { ChoiceField } from "./controls.tsx";
import { type PlanDraft, problemIn } from "./draft.ts";

/** The rhythms people are paid in; another one that the countered offer has stays among the choices. */
const USUAL: readonly Every[] = [
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
];

/** How far apart the instalments are, as one of a short list. */
export function IntervalField({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const { every } = draft.terms.schedule;
  const known = USUAL.some((each) => nameOf(each) === nameOf(every));
  const offered = known ? USUAL : [...USUAL, every];
  const label = (each: Every) => {
    if ("months" in each)
      return each.months === 1 ? t("planForm.everyMonth") : t("planForm.everyMonths", { count: each.months });
    return each.days === 7 ? t("planForm.everyWeek") : t("planForm.everyDays", { count: each.days });
  };
  const set = (name: string) => {
    const chosen = offered.find((each) => nameOf(each) === name);
    if (chosen) draft.change(withSchedule(draft.terms, { every: chosen }));
  };
  return (
    <ChoiceField
      label={t("planForm.interval")}
      value={nameOf(every)}
      choices={offered.map((each) => ({ value: nameOf(each), label: label(each) }))}
      problem={problemIn(draft, "/schedule/every")}
      onChange={set}
    />
  );
}

export function isMonthly(every: Every): boolean {
  return "months" in every && every.months === 1;
}

function nameOf(every: Every): string {
  return "months" in every ? `months ${every.months}` : `days ${every.days}`;
}
