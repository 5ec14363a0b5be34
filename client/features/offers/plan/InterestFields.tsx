import { useTranslation } from "react-i18next";
import { nextRateStep, withOptional } from "../../../../shared/offers/planShape.ts";
import type { RateStep } from "../../../../shared/plans/terms.ts";
import { PercentField, WholeField } from "./controls.tsx";
import { type PlanDraft, problemAt } from "./draft.ts";
import { RemoveButton } from "./ShapeFields.tsx";

/** Interest-free instalments at the beginning, and a rate that falls later. */
export function InterestFields({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const { terms, change } = draft;
  const { interestFreePeriods = 0, rateSteps = [] } = terms.schedule;
  const set = (next: readonly RateStep[]) =>
    change(withOptional(terms, "rateSteps", next.length === 0 ? undefined : [...next]));
  const edit = (index: number, patch: Partial<RateStep>) =>
    set(rateSteps.map((step, at) => (at === index ? { ...step, ...patch } : step)));
  const further = nextRateStep(terms.schedule);
  const general = problemAt(draft, "/schedule/rateSteps");
  return (
    <>
      <WholeField
        label={t("planForm.interestFree")}
        value={interestFreePeriods}
        problem={problemAt(draft, "/schedule/interestFreePeriods")}
        onChange={(count) =>
          change(withOptional(terms, "interestFreePeriods", count === 0 ? undefined : count))
        }
      />
      <fieldset className="plan-fields">
        <legend>{t("planForm.rateSteps")}</legend>
        {rateSteps.map((step, index) => (
          // Changes of the rate have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="plan-row">
            <WholeField
              label={t("planForm.rateFrom", { no: index + 1 })}
              value={step.fromNo}
              problem={problemAt(draft, `/schedule/rateSteps/${index}/fromNo`)}
              onChange={(fromNo) => edit(index, { fromNo })}
            />
            <PercentField
              label={t("planForm.rateTo", { no: index + 1 })}
              rate={step.annualRate}
              problem={problemAt(draft, `/schedule/rateSteps/${index}/annualRate`)}
              onChange={(annualRate) => edit(index, { annualRate })}
            />
            <RemoveButton no={index + 1} onClick={() => set(rateSteps.filter((_, at) => at !== index))} />
          </div>
        ))}
        {general && (
          <p className="plan-problem" role="alert">
            {t(`planForm.problem.${general.code}`, general.params)}
          </p>
        )}
        {further && (
          <button type="button" className="plan-button" onClick={() => set([...rateSteps, further])}>
            {t("planForm.addRateStep")}
          </button>
        )}
      </fieldset>
    </>
  );
}
