import { Alert, App, Button } from "antd";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isRate } from "../../../shared/money/rate.ts";
import type { SuggestedPlan, Suggestions } from "../../../shared/offers/suggestions.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { formatFen } from "../../i18n/format.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { AmountField, PercentField } from "./plan/controls.tsx";
import { suggestionName } from "./suggestionName.ts";
import { type Asked, useSuggestions } from "./suggestionApi.ts";
import type { UpdateTerms } from "./useOfferDraft.ts";
import "./plan/plan.css";
import "./suggestions.css";

interface SuggestionPanelProps {
  readonly caseId: string;
  readonly update: UpdateTerms;
}

/** Plans from what this person may see, each of which fills the editor. */
export const SuggestionPanel = memo(function SuggestionPanel({ caseId, update }: SuggestionPanelProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const use = ({ waivers, downPaymentFen, downPaymentDue, deferralMonths, schedule }: Terms) => {
    update((terms) => ({ ...terms, waivers, downPaymentFen, downPaymentDue, deferralMonths, schedule }));
    void message.success(t("plans.used"));
  };
  return <SuggestedPlans caseId={caseId} onUse={use} />;
});

interface SuggestedPlansProps {
  readonly caseId: string;
  /** Absent for a mediator, who looks at plans and puts none. */
  readonly onUse?: (terms: Terms) => void;
}

/** A button, and what it finds: from what is known, or from the amount a month and the rate that are typed. */
export function SuggestedPlans({ caseId, onUse }: SuggestedPlansProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ fen: 0, rate: "0" });
  const [asked, setAsked] = useState<Asked>({ monthlyFen: null, annualRate: "0" });
  const found = useSuggestions(caseId, asked, open);
  const sound = Number.isSafeInteger(typed.fen) && isRate(typed.rate) && Number(typed.rate) <= 1;
  const reckon = () => setAsked({ monthlyFen: typed.fen === 0 ? null : typed.fen, annualRate: typed.rate });
  return (
    <section className="suggestions" aria-labelledby="suggestions-title">
      <div className="suggestions-head">
        <h3 id="suggestions-title">{t("plans.suggestTitle")}</h3>
        {!open && <Button onClick={() => setOpen(true)}>{t("plans.suggest")}</Button>}
      </div>
      {open && (
        <>
          <div className="suggestions-ask">
            <AmountField
              label={t("plans.monthlyLabel")}
              fen={typed.fen}
              onChange={(fen) => setTyped({ ...typed, fen })}
            />
            <PercentField
              label={t("planForm.rate")}
              rate={typed.rate}
              onChange={(rate) => setTyped({ ...typed, rate })}
            />
            <Button disabled={!sound} onClick={reckon}>
              {t("plans.reckon")}
            </Button>
          </div>
          <Loaded of={found}>{(answer) => <Answer answer={answer} onUse={onUse} />}</Loaded>
        </>
      )}
    </section>
  );
}

type Use = ((terms: Terms) => void) | undefined;

interface AnswerProps {
  readonly answer: Suggestions;
  readonly onUse: Use;
}

function Answer({ answer, onUse }: AnswerProps) {
  const { t } = useTranslation();
  if (answer.kind === "no_plan") {
    const advice = answer.advice && t(`plans.advice.${answer.advice}`);
    return (
      <Alert
        type="info"
        showIcon
        title={t(`plans.none.${answer.reason}`)}
        {...(advice === null ? {} : { description: advice })}
      />
    );
  }
  const { perMonthFen, plans } = answer;
  return (
    <>
      <p className="offer-hint">
        {perMonthFen === null
          ? t("plans.notReckoned")
          : t("plans.reckoned", { amount: formatFen(perMonthFen) })}{" "}
        {t("plans.suggestHint")}
      </p>
      <ul className="suggestion-list">
        {plans.map((plan) => (
          <Plan key={`${plan.tradeOffs.join()} ${plan.terms.schedule.family}`} plan={plan} onUse={onUse} />
        ))}
      </ul>
    </>
  );
}

function Plan({ plan, onUse }: { readonly plan: SuggestedPlan; readonly onUse: Use }) {
  const { t } = useTranslation();
  const name = suggestionName(t, plan);
  return (
    <li>
      <strong>{name}</strong>
      <dl>
        <div>
          <dt>{t("plans.peak")}</dt>
          <dd>
            <Money fen={plan.peakFen} />
          </dd>
        </div>
        <div>
          <dt>{t("plans.months")}</dt>
          <dd>{t("plans.monthsValue", { count: plan.months })}</dd>
        </div>
        <div>
          <dt>{t("plans.total")}</dt>
          <dd>
            <Money fen={plan.totals.totalFen} />
          </dd>
        </div>
        <div>
          <dt>{t("plans.waived")}</dt>
          <dd>
            <Money fen={plan.totals.waivedFen} />
          </dd>
        </div>
      </dl>
      {onUse && (
        <Button size="small" onClick={() => onUse(plan.terms)} aria-label={`${t("plans.use")} ${name}`}>
          {t("plans.use")}
        </Button>
      )}
    </li>
  );
}
