import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LocalDate } from "../../../shared/calendar/localDate.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import { Loading } from "../../ui/Loading.tsx";
import { balancePoints } from "./balancePoints.ts";
import { ScheduleTable } from "./ScheduleTable.tsx";

// The drawing library is as large as a page of its own; it comes when somebody looks at a schedule.
const BalanceChart = lazy(() =>
  import("./BalanceChart.tsx").then((module) => ({ default: module.BalanceChart })),
);

interface SchedulePanelProps {
  readonly schedule: ScheduleResult;
  readonly start: LocalDate;
  readonly name: string;
  /** Another offer to draw beside it. */
  readonly other?: { readonly name: string; readonly schedule: ScheduleResult } | null;
}

/** A schedule as a picture and as a table. */
export function SchedulePanel({ schedule, start, name, other = null }: SchedulePanelProps) {
  const { t } = useTranslation();
  const lines = useMemo(() => {
    const own = { name, points: balancePoints(schedule, start) };
    if (other === null) return [own];
    return [own, { name: other.name, points: balancePoints(other.schedule, start), faint: true }];
  }, [schedule, start, name, other]);
  return (
    <section className="schedule-panel">
      <h3>{t("offers.schedule.chartTitle")}</h3>
      <Suspense fallback={<Loading />}>
        <BalanceChart lines={lines} />
      </Suspense>
      <ScheduleTable schedule={schedule} />
    </section>
  );
}
