import { formatYuan } from "../../shared/money/formatYuan.ts";
import type { DayCount } from "../../shared/money/dayCount.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { ScheduleFamily } from "../../shared/plans/terms.ts";
import type { Block } from "../pdf/blocks.ts";
import { chineseAmount, chineseDate, percentOf } from "../pdf/chineseText.ts";
import type { Column } from "../pdf/table.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import { policySentences } from "./agreementPolicies.ts";

const FAMILIES: Record<ScheduleFamily, string> = {
  lump_sum: "一次性付清",
  level: "等额分期",
  equal_instalment: "等额本息",
  equal_principal: "等额本金",
  stepped: "阶梯还款",
  balloon: "分期加尾款",
  irregular: "按约定日期还款",
};
const DAY_COUNTS: Record<DayCount, string> = {
  "30/360": "每月按30日、每年按360日计算",
  "act/365": "按实际天数、每年按365日计算",
  "act/360": "按实际天数、每年按360日计算",
  "act/act": "按实际天数、平年365日闰年366日计算",
};

/** What is paid, when, and into which account. */
export function paymentClause(facts: AgreementFacts): Block[] {
  const { terms, schedule } = facts;
  return [
    paragraph(
      `减免后，乙方应付款项合计${chineseAmount(schedule.totals.totalFen)}，${manner(facts)}。${interest(facts)}`,
    ),
    paragraph("各期应还日期和金额如下（币种：人民币，单位：元）："),
    scheduleTable(facts),
    ...(schedule.rows.some((row) => row.dueProvisional)
      ? [paragraph("标有“*”的日期如届时经国务院公布为法定节假日，顺延至其后第一个工作日。")]
      : []),
    paragraph("乙方应将款项付至下列账户，付款时注明本协议编号："),
    {
      kind: "table",
      table: {
        headless: true,
        columns: [
          { header: "", share: 24, align: "center" },
          { header: "", share: 76 },
        ],
        rows: [
          ["账户名称", terms.payeeAccount.name],
          ["开户银行", terms.payeeAccount.bank],
          ["账号", terms.payeeAccount.number],
        ],
      },
    },
    ...policySentences(facts).map(paragraph),
  ];
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function manner({ terms, schedule }: AgreementFacts): string {
  const { family, every } = terms.schedule;
  const count = schedule.rows.filter((row) => row.kind === "instalment").length;
  const down = schedule.rows.find((row) => row.kind === "down_payment");
  const first =
    down === undefined ? "" : `先于${chineseDate(down.due)}前支付首付款${formatYuan(down.totalFen)}元，余款`;
  if (family === "lump_sum") return `${first}以${FAMILIES[family]}的方式支付`;
  if (family === "irregular") return `${first}以${FAMILIES[family]}的方式分${count}期支付，各期日期见下表`;
  const step =
    "months" in every
      ? every.months === 1
        ? "每月一期"
        : `每${every.months}个月一期`
      : `每${every.days}日一期`;
  return `${first}以${FAMILIES[family]}的方式分${count}期支付，${step}`;
}

function interest({ terms, schedule }: AgreementFacts): string {
  if (schedule.totals.agreedInterestFen === 0) return "分期期间不再计收利息、违约金和其他费用。";
  const { annualRate, dayCount, interestFreePeriods = 0, rateSteps = [] } = terms.schedule;
  const free = interestFreePeriods > 0 ? `前${interestFreePeriods}期免计利息，其余各期` : "";
  const reduced = rateSteps.map(
    ({ fromNo, annualRate: rate }) => `，自第${fromNo}期起按年利率${percentOf(rate)}%`,
  );
  return `分期期间${free}按年利率${percentOf(annualRate)}%（单利，${DAY_COUNTS[dayCount]}）${reduced.join("")}${reduced.length > 0 ? "，" : ""}计收约定利息，合计${chineseAmount(schedule.totals.agreedInterestFen)}，已计入上述应付款项；除此之外不再计收违约金和其他费用。`;
}

function scheduleTable({ schedule }: AgreementFacts): Block {
  const withInterest = schedule.totals.agreedInterestFen > 0;
  const columns: Column[] = [
    { header: "期数", share: 12, align: "center" },
    { header: "应还日期", share: 30, align: "center" },
    ...(withInterest
      ? [
          { header: "其中：\n欠款", share: 20, align: "right" as const },
          { header: "其中：\n约定利息", share: 20, align: "right" as const },
        ]
      : []),
    { header: "应还金额", share: 22, align: "right" },
    { header: "剩余欠款", share: 22, align: "right" },
  ];
  return {
    kind: "table",
    table: {
      columns,
      rows: schedule.rows.map((row) => [
        row.kind === "down_payment" ? "首付款" : String(row.no),
        `${chineseDate(row.due)}${row.dueProvisional ? "*" : ""}`,
        ...(withInterest ? [formatYuan(row.principalFen), formatYuan(row.interestFen)] : []),
        formatYuan(row.totalFen),
        formatYuan(row.balanceFen),
      ]),
      total: [
        "合计",
        "",
        ...(withInterest
          ? [
              formatYuan(sumFen(schedule.rows.map((row) => row.principalFen))),
              formatYuan(schedule.totals.agreedInterestFen),
            ]
          : []),
        formatYuan(schedule.totals.totalFen),
        "",
      ],
    },
  };
}
