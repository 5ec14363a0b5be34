import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import { annualisedCostOf, monthsOf, peakShare } from "../../../shared/offers/offerCost.ts";
import type { AnnualisedCost } from "../../../shared/plans/annualisedCost.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { formatCost, formatFen } from "../../i18n/format.ts";
import { useLegalChecks } from "../law/api.ts";
import { balancePoints } from "./balancePoints.ts";
import { TermsFigures } from "./BorrowerFigures.tsx";
import { capWarnings } from "./capWarnings.ts";
import { ScheduleTable } from "./BorrowerScheduleTable.tsx";
import { BalancePicture } from "./plan/BalancePicture.tsx";

interface BorrowerDraftResultProps {
  readonly caseId: string;
  readonly basis: TermsBasis;
  readonly terms: Terms;
}

/** What a borrower's own offer comes to, while it moves: figures, picture, every instalment. */
export function BorrowerDraftResult({ caseId, basis, terms }: BorrowerDraftResultProps) {
  const { t } = useTranslation();
  const schedule = useMemo(() => computeSchedule(basis, terms), [basis, terms]);
  const cost = useMemo(() => annualisedCostOf(terms, schedule), [terms, schedule]);
  const points = useMemo(() => balancePoints(schedule, basis.today), [schedule, basis.today]);
  // Figures and picture follow the thumb; the rows may come a frame later.
  const later = useDeferredValue(schedule);
  const capacityFen = basis.capacity?.perMonthFen ?? null;
  const above = capacityFen !== null && schedule.peakFen > capacityFen;
  const share = capacityFen === null || above ? null : peakShare(schedule.peakFen, capacityFen);
  return (
    <>
      {above && (
        <Notice tone="warn">
          {t("plans.peakAbove", { peak: formatFen(schedule.peakFen), capacity: formatFen(capacityFen) })}
        </Notice>
      )}
      <Caps caseId={caseId} terms={terms} />
      <TermsFigures
        terms={terms}
        schedule={schedule}
        further={[
          {
            label: t("plans.months"),
            value: t("plans.monthsValue", { count: monthsOf(schedule, basis.today) }),
          },
          ...(share === null
            ? []
            : [{ label: t("plans.peak"), value: t("plans.peakShare", { percent: share }) }]),
          { label: t("plans.annualised"), value: <Cost cost={cost} /> },
        ]}
      />
      <BalancePicture points={points} />
      <ScheduleTable schedule={later} />
    </>
  );
}

/** Where what is claimed is above its limit, and how much of that this offer leaves standing. */
function Caps({ caseId, terms }: Pick<BorrowerDraftResultProps, "caseId" | "terms">) {
  const { t } = useTranslation();
  const checks = useLegalChecks(caseId);
  const warnings = capWarnings(checks.data?.contracts ?? [], terms.waivers);
  if (warnings.length === 0) return null;
  const left = warnings.some(({ leftFen }) => leftFen > 0);
  return (
    <Notice tone={left ? "warn" : "info"} title={t("plans.capTitle")}>
      <ul className="b-plain-list">
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
    </Notice>
  );
}

function Cost({ cost }: { readonly cost: AnnualisedCost | null }) {
  const { t } = useTranslation();
  if (cost === null) return t("plans.annualisedUnknown");
  if (Number(cost.effective) === 0) return t("plans.annualisedNone");
  return t("plans.annualisedValue", {
    nominal: formatCost(cost.nominal),
    effective: formatCost(cost.effective),
  });
}
