import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SIMPLE_FAMILIES } from "../../shared/plans/terms.ts";
import { bearsInterest } from "../../shared/plans/validateFamily.ts";
import { Card } from "../borrower/ui/Card.tsx";
import { Field } from "../borrower/ui/Field.tsx";
import { RadioList } from "../borrower/ui/RadioList.tsx";
import { Slider } from "../borrower/ui/Slider.tsx";
import { type CalculatorField, type CalculatorState, MAX_MONTHS, stepsOf } from "./calculation.ts";
import type { Faults } from "./faults.ts";

interface CalculatorFormProps {
  readonly state: CalculatorState;
  readonly faults: Faults;
  readonly onChange: (changes: Partial<CalculatorState>) => void;
}

const MORE = ["interest", "waiveInterest", "penalty", "waivePenalty", "fee", "waiveFee"] as const;
const MAX_DEFERRAL_SHOWN = 24;

export function CalculatorForm(props: CalculatorFormProps) {
  const { t } = useTranslation();
  const { state } = props;
  // Decided once: it must not fold up under the hands of somebody who clears a field.
  const [more] = useState(() => MORE.some((field) => state[field] !== ""));
  return (
    <div className="b-stack">
      <Card title={t("calculator.owed")}>
        <Typed {...props} field="principal" />
        <details className="b-details" open={more}>
          <summary>{t("calculator.more")}</summary>
          <div className="calculator-pairs">
            {MORE.map((field) => (
              <Typed key={field} {...props} field={field} />
            ))}
          </div>
        </details>
      </Card>
      <Plan {...props} />
    </div>
  );
}

function Plan(props: CalculatorFormProps) {
  const { t } = useTranslation();
  const { state, faults, onChange } = props;
  const count = stepsOf(state.count, 1, MAX_MONTHS);
  const deferral = stepsOf(state.deferral, 0, MAX_DEFERRAL_SHOWN);
  return (
    <Card title={t("calculator.plan")}>
      <RadioList
        legend={t("calculator.family")}
        choices={SIMPLE_FAMILIES.map((family) => ({
          value: family,
          label: t(`calculator.families.${family}.label`),
          text: t(`calculator.families.${family}.text`),
        }))}
        value={SIMPLE_FAMILIES.find((family) => family === state.family)}
        onChange={(family) => onChange({ family })}
      />
      {state.family !== "lump_sum" && (
        <Slider
          label={t("calculator.count")}
          value={count}
          min={1}
          max={MAX_MONTHS}
          shown={t("calculator.countValue", { count })}
          onChange={(value) => onChange({ count: String(value) })}
        />
      )}
      {faults.count !== undefined && (
        <div className="b-error" role="alert">
          {faults.count}
        </div>
      )}
      {bearsInterest(state.family) && <Typed {...props} field="rate" />}
      <Slider
        label={t("calculator.deferral")}
        value={deferral}
        min={0}
        max={MAX_DEFERRAL_SHOWN}
        shown={t("calculator.deferralValue", { count: deferral })}
        onChange={(value) => onChange({ deferral: String(value) })}
      />
      <div className="calculator-pairs">
        <Typed {...props} field="first" type="date" />
        <Typed {...props} field="asOf" type="date" />
      </div>
      <Typed {...props} field="down" hint={t("calculator.downHint")} />
    </Card>
  );
}

interface TypedProps extends CalculatorFormProps {
  readonly field: Exclude<CalculatorField, "family" | "count" | "deferral">;
  readonly type?: "date";
  readonly hint?: string;
}

function Typed({ state, faults, onChange, field, type, hint }: TypedProps) {
  const { t } = useTranslation();
  const fault = faults[field];
  return (
    <Field
      label={t(`calculator.${field}`)}
      {...(hint === undefined ? {} : { hint })}
      {...(fault === undefined ? {} : { error: fault })}
      {...(type === undefined ? { inputMode: "decimal", placeholder: "0" } : { type, required: true })}
      autoComplete="off"
      value={state[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
}
