import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SuggestedPlan, Suggestions } from "../../../shared/offers/suggestions.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { sayDone } from "../../borrower/ui/done.ts";
import { Field } from "../../borrower/ui/Field.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { formatFen } from "../../i18n/format.ts";
import { DataList } from "../../ui/DataList.tsx";
import { Money } from "../../ui/Money.tsx";
import { fenOf } from "../../ui/yuan.ts";
import { suggestionName } from "./suggestionName.ts";
import { useSuggestions } from "./suggestionApi.ts";
import "./borrowerPlans.css";

interface BorrowerSuggestionsProps {
  readonly caseId: string;
  readonly annualRate: string;
  readonly onUse: (terms: Terms) => void;
}

/** Plans that fit what the borrower can pay; each moves the sliders below. */
export function BorrowerSuggestions({ caseId, annualRate, onUse }: BorrowerSuggestionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [monthlyFen, setMonthlyFen] = useState<number | null>(null);
  const found = useSuggestions(caseId, { monthlyFen, annualRate }, open);
  const use = (terms: Terms) => {
    onUse(terms);
    sayDone(t("plans.used"));
  };
  if (!open)
    return (
      <Button tone="plain" wide onClick={() => setOpen(true)}>
        {t("plans.suggest")}
      </Button>
    );
  return (
    <Card title={t("plans.suggestTitle")}>
      <Loaded of={found}>
        {(answer) => <Answer answer={answer} onUse={use} onReckon={setMonthlyFen} />}
      </Loaded>
    </Card>
  );
}

interface AnswerProps {
  readonly answer: Suggestions;
  readonly onUse: (terms: Terms) => void;
  readonly onReckon: (monthlyFen: number) => void;
}

function Answer({ answer, onUse, onReckon }: AnswerProps) {
  const { t } = useTranslation();
  if (answer.kind === "no_plan") {
    const unknown = answer.reason === "capacity_unknown";
    return (
      <>
        <Notice tone={unknown ? "info" : "warn"}>
          {t(`plans.none.${answer.reason}`)}
          {answer.advice !== null && <p>{t(`plans.advice.${answer.advice}`)}</p>}
        </Notice>
        {unknown && <Monthly onReckon={onReckon} />}
        {unknown && (
          <ButtonLink to="/case/capacity" tone="quiet">
            {t("plans.toCapacity")}
          </ButtonLink>
        )}
      </>
    );
  }
  return (
    <>
      <p className="b-hint">
        {answer.perMonthFen !== null && t("plans.reckoned", { amount: formatFen(answer.perMonthFen) })}{" "}
        {t("plans.suggestHint")}
      </p>
      {answer.plans.map((plan) => (
        <Plan key={`${plan.tradeOffs.join()} ${plan.terms.schedule.family}`} plan={plan} onUse={onUse} />
      ))}
    </>
  );
}

function Plan({ plan, onUse }: { readonly plan: SuggestedPlan; readonly onUse: (terms: Terms) => void }) {
  const { t } = useTranslation();
  const name = suggestionName(t, plan);
  return (
    <section className="b-suggestion">
      <h3>{name}</h3>
      <DataList
        items={[
          { label: t("plans.peak"), value: <Money fen={plan.peakFen} /> },
          { label: t("plans.months"), value: t("plans.monthsValue", { count: plan.months }) },
          { label: t("plans.total"), value: <Money fen={plan.totals.totalFen} /> },
          ...(plan.totals.waivedFen === 0
            ? []
            : [{ label: t("plans.waived"), value: <Money fen={plan.totals.waivedFen} /> }]),
        ]}
      />
      <Button tone="plain" wide aria-label={`${t("plans.use")} ${name}`} onClick={() => onUse(plan.terms)}>
        {t("plans.use")}
      </Button>
    </section>
  );
}

/** Not a form of its own: it stands inside the offer's. Enter reckons and does not put the offer. */
function Monthly({ onReckon }: { readonly onReckon: (monthlyFen: number) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const reckon = (event?: FormEvent) => {
    event?.preventDefault();
    const fen = fenOf(text);
    setWrong(fen === undefined || fen === 0);
    if (fen !== undefined && fen > 0) onReckon(fen);
  };
  return (
    <>
      <Field
        label={t("plans.monthlyLabel")}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && reckon(event)}
        {...(wrong ? { error: t("plans.monthlyFault") } : {})}
      />
      <Button tone="plain" wide onClick={() => reckon()}>
        {t("plans.reckon")}
      </Button>
    </>
  );
}
