import { Alert } from "antd";
import { memo, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LocalDate } from "../../../shared/calendar/localDate.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import { BreachList } from "./BreachList.tsx";
import type { CheckedClaim } from "./capWarnings.ts";
import { DraftNumbers } from "./DraftNumbers.tsx";
import { OfferTable } from "./OfferTable.tsx";
import { offerTitle } from "./offerTitle.ts";
import { balancePoints } from "./balancePoints.ts";
import { BalancePicture } from "./plan/BalancePicture.tsx";
import { ScheduleTable } from "./ScheduleTable.tsx";
import type { OfferDraft } from "./useOfferDraft.ts";

interface DraftResultProps {
  readonly draft: OfferDraft;
  readonly basis: TermsBasis;
  readonly checked: readonly CheckedClaim[];
  readonly compareWith: OfferView | null;
  /** Whether this person is shown the platform's limits, and whether they may go beyond them. */
  readonly policy: "hidden" | "binding" | "own_decision";
}

/** What follows from the terms as they stand: the figures beside the other offer, the limits, every payment. */
export function DraftResult({ draft, basis, checked, compareWith, policy }: DraftResultProps) {
  const { t } = useTranslation();
  const { terms, schedule, breaches } = draft;
  if (schedule === null) return <p className="offer-hint">{t("offers.editor.fix")}</p>;
  const own = t("offers.editor.thisOffer");
  const other = compareWith && {
    key: compareWith.id,
    head: <strong>{offerTitle(t, compareWith)}</strong>,
    facts: compareWith,
  };
  return (
    <>
      {policy !== "hidden" && <PolicyNotice breaches={breaches} decidesAlone={policy === "own_decision"} />}
      <DraftNumbers terms={terms} schedule={schedule} basis={basis} checked={checked} />
      <OfferTable
        caption={t("offers.editor.result")}
        columns={[
          { key: "draft", head: <strong>{own}</strong>, facts: { terms, schedule }, before: compareWith },
          ...(other ? [other] : []),
        ]}
      />
      <DraftSchedule schedule={schedule} start={basis.today} other={compareWith?.schedule ?? null} />
    </>
  );
}

interface DraftScheduleProps {
  readonly schedule: ScheduleResult;
  readonly start: LocalDate;
  readonly other: ScheduleResult | null;
}

/** Drawn by hand: a chart library takes longer than a frame for each move of a figure. */
function DraftSchedule({ schedule, start, other }: DraftScheduleProps) {
  const { t } = useTranslation();
  // Figures and picture follow the fingers; the rows may come a frame later.
  const later = useDeferredValue(schedule);
  const points = useMemo(() => balancePoints(schedule, start), [schedule, start]);
  const others = useMemo(() => (other === null ? null : balancePoints(other, start)), [other, start]);
  return (
    <section className="schedule-panel">
      <h3>{t("planForm.chartTitle")}</h3>
      <BalancePicture points={points} other={others} />
      <ScheduleTable schedule={later} />
    </section>
  );
}

interface PolicyNoticeProps {
  readonly breaches: OfferDraft["breaches"];
  readonly decidesAlone: boolean;
}

const PolicyNotice = memo(function PolicyNotice({ breaches, decidesAlone }: PolicyNoticeProps) {
  const { t } = useTranslation();
  if (breaches.length === 0) return <Alert type="success" showIcon title={t("offers.breaches.inside")} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t("offers.breaches.title")}
      description={
        <>
          <BreachList breaches={breaches} />
          {t(decidesAlone ? "offers.breaches.approver" : "offers.breaches.agent")}
        </>
      }
    />
  );
});
