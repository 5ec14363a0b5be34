import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MonthCapacity } from "../../../shared/capacity/capacityOf.ts";
import { formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { palette } from "../../ui/palette.ts";
import { monthText } from "./monthText.ts";

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** What can be paid in each month, the least one marked. The table below says the same, so this is one image. */
export function MonthsChart({ months }: { readonly months: readonly MonthCapacity[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const drawn = init(element, undefined, { renderer: "canvas" });
    chart.current = drawn;
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, []);
  const amounts = months.map((month) => month.capacityFen);
  const least = Math.min(...amounts);
  // Where all months are alike none of them stands out.
  const varies = least < Math.max(...amounts);
  useEffect(() => {
    chart.current?.setOption({
      animationDuration: 200,
      grid: { left: 8, right: 8, top: 16, bottom: 8, outerBoundsMode: "same" },
      // Drawn on the canvas: the content policy lets no markup with styles of its own in.
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        valueFormatter: (yuan: unknown) => formatFen(Math.round(Number(yuan) * 100)),
      },
      xAxis: {
        type: "category",
        data: months.map(({ month }) => monthText(month, language)),
        axisLabel: { hideOverlap: true, color: palette.inkSoft },
        axisLine: { lineStyle: { color: palette.line } },
        axisTick: { show: false },
      },
      yAxis: {
        type: "value",
        splitNumber: 3,
        axisLabel: { formatter: (yuan: number) => `¥${yuan.toLocaleString("en")}`, color: palette.inkSoft },
        splitLine: { lineStyle: { color: palette.lineSoft } },
      },
      series: [
        {
          type: "bar",
          name: t("capacity.step.capacity"),
          barMaxWidth: 36,
          data: months.map(({ capacityFen }) => ({
            value: capacityFen / 100,
            itemStyle: {
              color: varies && capacityFen === least ? palette.warn : palette.primary,
              borderRadius: [3, 3, 0, 0],
            },
          })),
        },
      ],
    });
  }, [months, language, least, varies, t]);
  return (
    <div
      ref={box}
      className="capacity-chart"
      role="img"
      aria-label={`${t("capacity.monthsTitle")}: ${t("capacity.worst")} ${formatFen(least)}`}
    />
  );
}
