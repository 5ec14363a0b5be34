import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SuggestedPlan, Suggestions } from "../../../shared/offers/suggestions.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { formatFen } from "../../i18n/format.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { useSuggestions } from "./suggestionApi.ts";
import type { OfferDraft } from "./useOfferDraft.ts";
import "./suggestions.css";

interface SuggestionPanelProps {
  readonly caseId: string;
  readonly draft: OfferDraft;
}

/** Plans from what this person may see, each of which fills the editor. */
export function SuggestionPanel({ caseId, draft }: SuggestionPanelProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const found = useSuggestions(caseId, null, open);
  const use = ({ waivers, downPaymentFen, downPaymentDue, deferralMonths, schedule }: Terms) => {
    draft.change({ ...draft.terms, waivers, downPaymentFen, downPaymentDue, deferralMonths, schedule });
    void message.success(t("plans.used"));
  };
  return (
    <section className="suggestions" aria-labelledby="suggestions-title">
      <div className="suggestions-head">
        <h3 id="suggestions-title">{t("plans.suggestTitle")}</h3>
        {!open && <Button onClick={() => setOpen(true)}>{t("plans.suggest")}</Button>}
      </div>
      {open && <Loaded of={found}>{(answer) => <Answer answer={answer} onUse={use} />}</Loaded>}
    </section>
  );
}

interface AnswerProps {
  readonly answer: Suggestions;
  readonly onUse: (terms: Terms) => void;
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
          <Plan key={plan.tradeOffs.join(" ")} plan={plan} onUse={onUse} />
        ))}
      </ul>
    </>
  );
}

function Plan({ plan, onUse }: { readonly plan: SuggestedPlan; readonly onUse: (terms: Terms) => void }) {
  const { t } = useTranslation();
  const name = plan.tradeOffs.map((tradeOff) => t(`plans.tradeOff.${tradeOff}`)).join(" · ");
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
      <Button size="small" onClick={() => onUse(plan.terms)} aria-label={`${t("plans.use")} ${name}`}>
        {t("plans.use")}
      </Button>
    </li>
  );
}
