import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { MonthCapacity } from "../../../shared/capacity/capacityOf.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { monthText } from "./monthText.ts";

const MonthsChart = lazy(() => import("./MonthsChart.tsx").then((m) => ({ default: m.MonthsChart })));

/** The year ahead, as a picture and with every step of each month's sum. */
export function CapacityMonths({ months }: { readonly months: readonly MonthCapacity[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (
    key: string,
    title: string,
    of: (month: MonthCapacity) => number,
  ): Column<MonthCapacity> => ({
    key,
    title,
    align: "right",
    render: (month) => <Money fen={of(month)} />,
  });
  const columns: Column<MonthCapacity>[] = [
    {
      key: "month",
      title: t("capacity.month"),
      leads: true,
      render: (row) => monthText(row.month, language),
    },
    money("income", t("capacity.step.income"), (month) => month.incomeFen),
    money("haircut", t("capacity.step.haircut"), (month) => 0 - month.haircutFen),
    money("essentials", t("capacity.step.essentials"), (month) => 0 - month.essentialsFen),
    money("priority", t("capacity.step.priorityDebts"), (month) => 0 - month.priorityDebtsFen),
    money("buffer", t("capacity.step.buffer"), (month) => 0 - month.bufferFen),
    money("left", t("capacity.step.left"), (month) => month.leftFen),
    money("cap", t("capacity.step.cap"), (month) => month.capFen),
    {
      key: "capacity",
      title: t("capacity.step.capacity"),
      align: "right",
      render: (month) => <Money fen={month.capacityFen} strong />,
    },
  ];
  return (
    <Panel title={t("capacity.monthsTitle")}>
      <Suspense fallback={<div className="capacity-chart" />}>
        <MonthsChart months={months} />
      </Suspense>
      <div className="capacity-wide" role="region" aria-label={t("capacity.monthsTitle")} tabIndex={0}>
        <DataTable
          caption={t("capacity.monthsTitle")}
          columns={columns}
          rows={months}
          rowKey={(month) => month.month}
        />
      </div>
    </Panel>
  );
}
