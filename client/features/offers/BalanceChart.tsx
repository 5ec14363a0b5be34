import { LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { palette } from "../../ui/palette.ts";
import type { BalancePoint } from "./balancePoints.ts";

use([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface BalanceLine {
  readonly name: string;
  readonly points: readonly BalancePoint[];
  /** The offer it is compared with, drawn fainter. */
  readonly faint?: boolean;
}

/** What is left to pay over time. The table beside it says the same in figures, so the picture itself is one image. */
export function BalanceChart({ lines }: { readonly lines: readonly BalanceLine[] }) {
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
  useEffect(() => {
    chart.current?.setOption(
      {
        animationDuration: 200,
        grid: { left: 8, right: 20, top: lines.length > 1 ? 36 : 16, bottom: 8, outerBoundsMode: "same" },
        legend: { show: lines.length > 1, top: 0, left: 0, icon: "roundRect", itemHeight: 3 },
        tooltip: {
          trigger: "axis",
          // Drawn on the canvas: the content policy lets no markup with styles of its own in.
          renderMode: "richText",
          formatter: (params: unknown) => tooltipText(params, (date) => formatDate(date, language)),
        },
        xAxis: {
          type: "time",
          axisLabel: { hideOverlap: true, formatter: "{yyyy}-{MM}", color: palette.inkSoft },
          axisLine: { lineStyle: { color: palette.line } },
        },
        yAxis: {
          type: "value",
          splitNumber: 3,
          axisLabel: { formatter: (yuan: number) => `¥${yuan.toLocaleString("en")}`, color: palette.inkSoft },
          splitLine: { lineStyle: { color: palette.lineSoft } },
        },
        series: lines.map(seriesOf),
      },
      { notMerge: true },
    );
  }, [lines, language]);
  const [line] = lines;
  const label = t("offers.schedule.chart", {
    from: formatFen(line?.points.at(0)?.balanceFen ?? 0),
    date: formatDate(line?.points.at(-1)?.date ?? "", language),
  });
  // The library draws on a canvas of its own, so there is no img element to put here.
  return <div ref={box} className="balance-chart" role="img" aria-label={label} />;
}

function seriesOf({ name, points, faint = false }: BalanceLine): LineSeriesOption {
  const color = faint ? palette.inkFaint : palette.primary;
  return {
    name,
    type: "line",
    step: "end",
    showSymbol: points.length <= 2,
    lineStyle: { color, width: faint ? 1.5 : 2.5, type: faint ? "dashed" : "solid" },
    itemStyle: { color },
    ...(faint ? {} : { areaStyle: { color: palette.primarySoft } }),
    data: points.map(({ date, balanceFen }) => [date, balanceFen / 100]),
  };
}

/** echarts types its tooltip's input as unknown shapes; ours are lines of [date, yuan]. */
function tooltipText(params: unknown, dateText: (date: string) => string): string {
  const found = (Array.isArray(params) ? params : [params]) as {
    seriesName: string;
    value: [string, number];
  }[];
  return found
    .map(
      ({ seriesName, value: [date, yuan] }) =>
        `${dateText(date)}  ${seriesName}  ${formatFen(Math.round(yuan * 100))}`,
    )
    .join("\n");
}
