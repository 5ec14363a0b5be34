import { useTranslation } from "react-i18next";
import {
  type AgreedPayments,
  agreedPayments,
  withPayment,
} from "../../../../shared/plans/paymentPolicies.ts";
import {
  ACCELERATIONS,
  ALLOCATIONS,
  EARLY_PAYMENTS,
  EARLY_SETTLEMENTS,
  MISSED_PAYMENTS,
  PARTIAL_PAYMENTS,
} from "../../../../shared/plans/terms.ts";
import { ChoiceField, WholeField } from "./controls.tsx";
import { type PlanDraft, problemAt } from "./draft.ts";

/** What happens when somebody pays early, too little or not at all. */
export function PolicyFields({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation();
  const { terms, change } = draft;
  const agreed = agreedPayments(terms);
  const set = <K extends keyof AgreedPayments>(name: K, value: AgreedPayments[K]) =>
    change(withPayment(terms, name, value));
  return (
    <>
      <ChoiceField
        label={t("planForm.early")}
        value={agreed.early}
        choices={EARLY_PAYMENTS.map((value) => ({ value, label: t(`planForm.earlyOf.${value}`) }))}
        problem={problemAt(draft, "/payments/early")}
        onChange={(value) => set("early", value)}
      />
      <ChoiceField
        label={t("planForm.settledEarly")}
        value={agreed.settledEarly}
        choices={EARLY_SETTLEMENTS.map((value) => ({ value, label: t(`planForm.settledEarlyOf.${value}`) }))}
        problem={problemAt(draft, "/payments/settledEarly")}
        onChange={(value) => set("settledEarly", value)}
      />
      <ChoiceField
        label={t("planForm.partial")}
        value={agreed.partial}
        choices={PARTIAL_PAYMENTS.map((value) => ({ value, label: t(`planForm.partialOf.${value}`) }))}
        problem={problemAt(draft, "/payments/partial")}
        onChange={(value) => set("partial", value)}
      />
      <ChoiceField
        label={t("planForm.missed")}
        value={agreed.missed}
        choices={MISSED_PAYMENTS.map((value) => ({ value, label: t(`planForm.missedOf.${value}`) }))}
        problem={problemAt(draft, "/payments/missed")}
        onChange={(value) => set("missed", value)}
      />
      <WholeField
        label={t("planForm.grace")}
        value={terms.graceDays}
        problem={problemAt(draft, "/graceDays")}
        onChange={(graceDays) => change({ ...terms, graceDays })}
      />
      <ChoiceField
        label={t("planForm.acceleration")}
        value={terms.acceleration}
        choices={ACCELERATIONS.map((value) => ({ value, label: t(`planForm.accelerationOf.${value}`) }))}
        problem={problemAt(draft, "/acceleration")}
        onChange={(acceleration) => change({ ...terms, acceleration })}
      />
      {terms.acceleration !== "none" && (
        <WholeField
          label={t("planForm.missedBefore")}
          value={agreed.missedBeforeAcceleration}
          problem={problemAt(draft, "/payments/missedBeforeAcceleration")}
          onChange={(value) => set("missedBeforeAcceleration", value)}
        />
      )}
      <ChoiceField
        label={t("planForm.allocation")}
        value={terms.allocation}
        choices={ALLOCATIONS.map((value) => ({ value, label: t(`planForm.allocationOf.${value}`) }))}
        problem={problemAt(draft, "/allocation")}
        onChange={(allocation) => change({ ...terms, allocation })}
      />
    </>
  );
}
