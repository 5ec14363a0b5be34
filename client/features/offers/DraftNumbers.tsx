import { Alert } from "antd";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import { annualisedCostOf, monthsOf, peakShare } from "../../../shared/offers/offerCost.ts";
import type { AnnualisedCost } from "../../../shared/plans/annualisedCost.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { formatCost, formatFen } from "../../i18n/format.ts";
import { DataList } from "../../ui/DataList.tsx";
import { Money } from "../../ui/Money.tsx";
import { capWarnings, type CheckedClaim } from "./capWarnings.ts";
import "./suggestions.css";

interface DraftNumbersProps {
  readonly terms: Terms;
  readonly schedule: ScheduleResult;
  readonly basis: Pick<TermsBasis, "today" | "capacity">;
  readonly checked: readonly CheckedClaim[];
}

/** What a plan comes to for the person who pays it, and where it asks for more than it may. Moves with every figure. */
export function DraftNumbers({ terms, schedule, basis, checked }: DraftNumbersProps) {
  const { t } = useTranslation();
  const cost = useMemo(() => annualisedCostOf(terms, schedule), [terms, schedule]);
  const capacityFen = basis.capacity?.perMonthFen ?? null;
  const share = capacityFen === null ? null : peakShare(schedule.peakFen, capacityFen);
  const above = capacityFen !== null && schedule.peakFen > capacityFen;
  return (
    <div className="draft-numbers">
      {above && (
        <Alert
          type="warning"
          showIcon
          title={t("plans.peakAbove", {
            peak: formatFen(schedule.peakFen),
            capacity: formatFen(capacityFen),
          })}
        />
      )}
      <CapNotice waivers={terms.waivers} checked={checked} />
      <DataList
        items={[
          {
            label: t("plans.months"),
            value: t("plans.monthsValue", { count: monthsOf(schedule, basis.today) }),
          },
          {
            label: t("plans.peak"),
            value: (
              <>
                <Money fen={schedule.peakFen} />
                {share !== null && !above && ` · ${t("plans.peakShare", { percent: share })}`}
              </>
            ),
          },
          { label: t("plans.annualised"), value: <Cost cost={cost} /> },
        ]}
      />
    </div>
  );
}

function Cost({ cost }: { readonly cost: AnnualisedCost | null }) {
  const { t } = useTranslation();
  if (cost === null) return t("plans.annualisedUnknown");
  if (Number(cost.effective) === 0) return t("plans.annualisedNone");
  const { nominal, effective } = cost;
  return t("plans.annualisedValue", { nominal: formatCost(nominal), effective: formatCost(effective) });
}

type CapNoticeProps = Pick<DraftNumbersProps, "checked"> & Pick<Terms, "waivers">;

const CapNotice = memo(function CapNotice({ waivers, checked }: CapNoticeProps) {
  const { t } = useTranslation();
  const warnings = capWarnings(checked, waivers);
  if (warnings.length === 0) return null;
  return (
    <Alert
      type={warnings.some(({ leftFen }) => leftFen > 0) ? "warning" : "info"}
      showIcon
      title={t("plans.capTitle")}
      description={
        <>
          <ul className="breach-list">
            {warnings.map(({ contractNumber: contract, excessFen, waivedFen, leftFen }) => (
              <li key={contract}>
                {t(leftFen > 0 ? "plans.capItem" : "plans.capCovered", {
                  contract,
                  excess: formatFen(excessFen),
                  waived: formatFen(waivedFen),
                  left: formatFen(leftFen),
                })}
              </li>
            ))}
          </ul>
          {warnings.some(({ toBeConfirmed }) => toBeConfirmed) && t("plans.capToBeConfirmed")}
        </>
      }
    />
  );
});
