import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { fen } from "../../../../shared/money/fen.ts";
import { withOptional } from "../../../../shared/offers/planShape.ts";
import { bearsInterest } from "../../../../shared/plans/validateFamily.ts";
import { AmountField } from "./controls.tsx";
import { type PlanDraft, problemIn } from "./draft.ts";
import { InterestFields } from "./InterestFields.tsx";
import { looseFen } from "./looseFen.ts";
import { PolicyFields } from "./PolicyFields.tsx";
import "./plan.css";

interface MorePlanProps {
  readonly draft: PlanDraft;
  /** Further sections that only this editor has. */
  readonly children?: ReactNode;
}

/** Conditions most plans do without: closed until somebody wants them, or until something in them is wrong. */
export function MorePlan({ draft, children }: MorePlanProps) {
  const { t } = useTranslation();
  const { schedule, payments, acceleration } = draft.terms;
  const interestSet = schedule.interestFreePeriods !== undefined || schedule.rateSteps !== undefined;
  const interestWrong =
    problemIn(draft, "/schedule/interestFreePeriods") ?? problemIn(draft, "/schedule/rateSteps");
  return (
    <section className="plan-more" aria-label={t("planForm.more")}>
      <p className="plan-hint">{t("planForm.moreHint")}</p>
      {bearsInterest(schedule.family) && (
        <Section title={t("planForm.interest")} chosen={interestSet} wrong={interestWrong !== undefined}>
          <InterestFields draft={draft} />
        </Section>
      )}
      <Section
        title={t("planForm.minimum")}
        chosen={schedule.minimumInstalmentFen !== undefined}
        wrong={problemIn(draft, "/schedule/minimumInstalmentFen") !== undefined}
      >
        <AmountField
          label={t("planForm.minimum")}
          hint={t("planForm.minimumHint")}
          fen={schedule.minimumInstalmentFen ?? fen(0)}
          problem={problemIn(draft, "/schedule/minimumInstalmentFen")}
          onChange={(amount) =>
            draft.change(
              withOptional(draft.terms, "minimumInstalmentFen", amount === 0 ? undefined : looseFen(amount)),
            )
          }
        />
      </Section>
      <Section
        title={t("planForm.payments")}
        chosen={payments !== undefined || acceleration !== "none"}
        wrong={problemIn(draft, "/payments") !== undefined || problemIn(draft, "/graceDays") !== undefined}
      >
        <PolicyFields draft={draft} />
      </Section>
      {children}
    </section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly chosen: boolean;
  readonly wrong: boolean;
  readonly children: ReactNode;
}

/** The platform's own disclosure; what is wrong inside cannot be closed away. */
export function Section({ title, chosen, wrong, children }: SectionProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="plan-section"
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {title}
        {chosen && <span className="plan-chosen">{t("planForm.chosen")}</span>}
      </summary>
      {(open || wrong) && <div className="plan-fields">{children}</div>}
    </details>
  );
}
