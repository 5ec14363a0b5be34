import { useTranslation } from "react-i18next";
import { type TermsBasis, waivableLines, waivedOf } from "../../../../shared/offers/draftTerms.ts";
import type { WaiverMoment } from "../../../../shared/plans/terms.ts";
import { formatFen } from "../../../i18n/format.ts";
import { AmountField, ChoiceField } from "./controls.tsx";
import type { PlanDraft } from "./draft.ts";
import { isOf, withTypedWaiver } from "./typedWaiver.ts";

interface LineWaiversProps {
  readonly draft: PlanDraft;
  readonly basis: Pick<TermsBasis, "lines">;
  readonly debts: readonly {
    readonly id: string;
    readonly contractNumber: string;
    readonly product: string | null;
  }[];
}

const MOMENTS: readonly WaiverMoment[] = ["at_signing", "on_completion"];

/** What is asked to be waived of each component of each debt, and when that takes effect. */
export function LineWaivers({ draft, basis, debts }: LineWaiversProps) {
  const { t } = useTranslation();
  const { terms, change, problems } = draft;
  return waivableLines(basis).map((line) => {
    const debt = debts.find(({ id }) => id === line.debtId);
    const names = {
      debt: debt ? (debt.product ?? debt.contractNumber) : "",
      component: t(`myCase.debt.component.${line.component}`),
    };
    const waived = waivedOf(terms, line);
    const at = terms.waivers.findIndex((waiver) => isOf(waiver, line));
    const set = (amount: number, when: WaiverMoment) => change(withTypedWaiver(terms, line, amount, when));
    return (
      <div key={`${line.debtId} ${line.component}`} className="plan-fields">
        <AmountField
          label={t("planForm.waiver", names)}
          hint={t("planForm.waiverOwed", { amount: formatFen(line.fen) })}
          fen={waived.fen}
          problem={at < 0 ? undefined : problems.find(({ pointer }) => pointer === `/waivers/${at}/fen`)}
          onChange={(amount) => set(amount, waived.when)}
        />
        {waived.fen !== 0 && (
          <ChoiceField
            label={t("planForm.when", names)}
            value={waived.when}
            choices={MOMENTS.map((value) => ({ value, label: t(`planForm.whenOf.${value}`) }))}
            onChange={(when) => set(waived.fen, when)}
          />
        )}
      </div>
    );
  });
}
