import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fen } from "../../../shared/money/fen.ts";
import { COMPONENTS, type Component } from "../../../shared/plans/statement.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { Card } from "../../borrower/ui/Card.tsx";
import { Field } from "../../borrower/ui/Field.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { Slider } from "../../borrower/ui/Slider.tsx";
import { withCount, withFamily } from "../../../shared/offers/planShape.ts";
import { SCHEDULE_FAMILIES } from "../../../shared/plans/terms.ts";
import { bearsInterest } from "../../../shared/plans/validateFamily.ts";
import { formatFen } from "../../i18n/format.ts";
import { ChoiceField, PercentField } from "./plan/controls.tsx";
import { type PlanDraft, problemAt } from "./plan/draft.ts";
import { IntervalField, isMonthly } from "./plan/IntervalField.tsx";
import { ShapeFields } from "./plan/ShapeFields.tsx";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import {
  countFor,
  MAX_MONTHS,
  type OfferDraft,
  owedFen,
  restFen,
  type Share,
  shareOf,
  SHARES,
  withShare,
} from "./borrowerTerms.ts";

interface DraftFieldsProps {
  readonly basis: TermsBasis;
  /** The terms the draft stands for, and what is wrong with them. */
  readonly plan: PlanDraft;
  readonly draft: OfferDraft;
  readonly countered: Terms | null;
  readonly onChange: (draft: OfferDraft) => void;
}

/** Steps of the amounts: 50 yuan, which a thumb can hit and arrow keys can reach. */
const STEP_FEN = 5_000;
/** Months the amount slider goes down to: further, a hair of its length would be hundreds of yuan. */
const QUICKEST_BY_AMOUNT = 6;

export function DraftFields(props: DraftFieldsProps) {
  const { t } = useTranslation();
  const { basis, draft, plan, onChange } = props;
  const owed = basis.lines.reduce((sum, line) => sum + line.fen, 0);
  const errorAt = (pointer: string) => {
    const found = problemAt(plan, pointer);
    return found ? { error: t(`planForm.problem.${found.code}`, found.params) } : {};
  };
  const downMax = Math.max(Math.floor(owed / 2 / STEP_FEN) * STEP_FEN, STEP_FEN, draft.downFen);
  return (
    <>
      <Card>
        <Monthly {...props} />
        <Kind {...props} />
        {draft.shape.family !== "irregular" && (
          <Field
            label={t("myOffers.editor.firstDue")}
            hint={t("myOffers.editor.firstDueHint")}
            type="date"
            min={basis.today}
            value={draft.firstDue}
            onChange={(event) => onChange({ ...draft, firstDue: event.target.value })}
            {...errorAt("/schedule/firstDue")}
          />
        )}
        <Slider
          label={t("myOffers.editor.down")}
          shown={formatFen(draft.downFen)}
          value={draft.downFen}
          min={0}
          max={downMax}
          step={STEP_FEN}
          onChange={(value) => onChange({ ...draft, downFen: fen(value) })}
        />
        {draft.downFen > 0 && (
          <Field
            label={t("myOffers.editor.downDue")}
            type="date"
            min={basis.today}
            value={draft.downDue}
            onChange={(event) => onChange({ ...draft, downDue: event.target.value })}
            {...errorAt("/downPaymentDue")}
          />
        )}
      </Card>
      <Waivers {...props} />
    </>
  );
}

/** Another way to pay than equal parts, for whom they do not fit. */
function Kind({ plan }: DraftFieldsProps) {
  const { t } = useTranslation();
  const { terms, change, financed } = plan;
  const { family, annualRate } = terms.schedule;
  return (
    <>
      <ChoiceField
        label={t("planForm.family")}
        value={family}
        choices={SCHEDULE_FAMILIES.map((value) => ({ value, label: t(`planForm.familyOf.${value}`) }))}
        problem={problemAt(plan, "/schedule")}
        onChange={(value) => change(withFamily(terms, value, financed))}
      />
      {bearsInterest(family) && (
        <PercentField
          label={t("planForm.rate")}
          rate={annualRate}
          problem={problemAt(plan, "/schedule/annualRate")}
          onChange={(rate) => change({ ...terms, schedule: { ...terms.schedule, annualRate: rate } })}
        />
      )}
      {family !== "irregular" && family !== "lump_sum" && <IntervalField draft={plan} />}
      <ShapeFields draft={plan} />
    </>
  );
}

/** Two ways to say the same: how much a month, or over how many months. Each moves the other. */
function Monthly({ basis, draft, plan, countered, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const rest = restFen(basis, draft, countered);
  const each = Math.ceil(rest / draft.count);
  // Where the thumb was let go; without it an arrow key that changes no month would move nothing.
  const [thumb, setThumb] = useState({ at: each, each });
  const min = Math.max(Math.ceil(rest / MAX_MONTHS), 1);
  const setMonthly = (monthlyFen: number) => {
    const count = countFor(monthlyFen, rest);
    setThumb({ at: monthlyFen, each: Math.ceil(rest / count) });
    onChange({ ...draft, count });
  };
  // Only where every month is alike does one figure say the plan.
  const monthly = isMonthly(draft.shape.every);
  const alike = draft.shape.family === "level" || draft.shape.family === "lump_sum";
  return (
    <>
      {alike && (
        <Slider
          label={t(monthly ? "myOffers.editor.monthly" : "myOffers.editor.each")}
          shown={formatFen(each)}
          value={thumb.each === each ? thumb.at : each}
          min={min}
          max={Math.max(Math.ceil(rest / QUICKEST_BY_AMOUNT), each, min)}
          step={STEP_FEN}
          onChange={setMonthly}
        />
      )}
      <Slider
        label={t(monthly ? "myOffers.editor.count" : "myOffers.editor.instalments")}
        shown={t(monthly ? "myOffers.editor.countValue" : "myOffers.editor.instalmentsValue", {
          count: draft.count,
        })}
        value={draft.count}
        min={1}
        max={MAX_MONTHS}
        onChange={(count) =>
          alike ? onChange({ ...draft, count }) : plan.change(withCount(plan.terms, count))
        }
      />
    </>
  );
}

function Waivers({ basis, draft, countered, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const askable: readonly Component[] = COMPONENTS.filter(
    (component) =>
      owedFen(basis, component) > 0 && (component !== "principal" || keeps(countered, component)),
  );
  if (askable.length === 0) return null;
  return (
    <Card title={t("myOffers.editor.ask")}>
      <p className="b-hint">{t("myOffers.editor.askText")}</p>
      {askable.toReversed().map((component) => (
        <RadioList
          key={component}
          inline
          legend={t(`myOffers.editor.askOf.${component}`, { amount: formatFen(owedFen(basis, component)) })}
          value={shareOf(basis, draft, component, countered)}
          onChange={(share) => onChange(withShare(basis, draft, component, share, countered))}
          choices={sharesOf(countered, component).map((value) => ({
            value,
            label: t(`myOffers.editor.share.${value}`),
          }))}
        />
      ))}
    </Card>
  );
}

function keeps(countered: Terms | null, component: Component): boolean {
  return countered?.waivers.some((waiver) => waiver.component === component) ?? false;
}

/** Principal is lent money: one can keep what the platform gives up of it, but the sliders do not suggest more. */
function sharesOf(countered: Terms | null, component: Component): readonly Share[] {
  const kept = keeps(countered, component);
  if (component === "principal") return ["none", "kept"];
  return SHARES.filter((share) => share !== "kept" || kept);
}
