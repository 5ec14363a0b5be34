import { useTranslation } from "react-i18next";
import { ZERO_FEN } from "../../../../shared/money/fen.ts";
import { nextStep, sumOf, withSchedule } from "../../../../shared/offers/planShape.ts";
import type { Step } from "../../../../shared/plans/terms.ts";
import { AmountField, WholeField } from "./controls.tsx";
import { type PlanDraft, problemAt } from "./draft.ts";
import { ListedDates } from "./ListedDates.tsx";
import { looseFen } from "./looseFen.ts";
import "./plan.css";

/** What only one kind of plan has: agreed sums, a larger last instalment, or dates of its own. */
export function ShapeFields({ draft }: { readonly draft: PlanDraft }) {
  switch (draft.terms.schedule.family) {
    case "stepped":
      return <Steps draft={draft} />;
    case "balloon":
      return <Balloon draft={draft} />;
    case "irregular":
      return <ListedDates draft={draft} />;
    default:
      return null;
  }
}

function Steps({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const { terms, change } = draft;
  const { steps = [], count } = terms.schedule;
  const set = (next: readonly Step[]) => change(withSchedule(terms, { steps: [...next] }));
  const edit = (index: number, patch: Partial<Step>) =>
    set(steps.map((step, at) => (at === index ? { ...step, ...patch } : step)));
  const further = nextStep(terms.schedule);
  const general = problemAt(draft, "/schedule/steps");
  return (
    <fieldset className="plan-fields">
      <legend>{t("planForm.steps")}</legend>
      {steps.map((step, index) => (
        // Stages have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="plan-row">
          <WholeField
            label={t("planForm.stepCount", { no: index + 1 })}
            value={step.count}
            problem={problemAt(draft, `/schedule/steps/${index}/count`)}
            onChange={(value) => edit(index, { count: value })}
          />
          <AmountField
            label={t("planForm.stepPayment", { no: index + 1 })}
            fen={step.paymentFen}
            problem={problemAt(draft, `/schedule/steps/${index}/paymentFen`)}
            onChange={(amount) => edit(index, { paymentFen: looseFen(amount) })}
          />
          {steps.length > 1 && (
            <RemoveButton no={index + 1} onClick={() => set(steps.filter((_, at) => at !== index))} />
          )}
        </div>
      ))}
      {general && (
        <p className="plan-problem" role="alert">
          {t(`planForm.problem.${general.code}`, general.params)}
        </p>
      )}
      <p className="plan-hint">
        {t("planForm.stepRest", { count: Math.max(0, count - sumOf(steps.map((step) => step.count))) })}
      </p>
      {further && (
        <button type="button" className="plan-button" onClick={() => set([...steps, further])}>
          {t("planForm.addStep")}
        </button>
      )}
    </fieldset>
  );
}

function Balloon({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const { terms, change } = draft;
  return (
    <div className="plan-fields">
      <AmountField
        label={t("planForm.balloon")}
        fen={terms.schedule.balloonFen ?? ZERO_FEN}
        problem={problemAt(draft, "/schedule/balloonFen")}
        onChange={(amount) => change(withSchedule(terms, { balloonFen: looseFen(amount) }))}
      />
    </div>
  );
}

export function RemoveButton({ no, onClick }: { readonly no: number; readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="plan-remove" aria-label={t("planForm.remove", { no })} onClick={onClick}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M5 5l10 10M15 5L5 15" />
      </svg>
    </button>
  );
}
