import { formatYuan } from "../../shared/money/formatYuan.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { Block } from "../pdf/blocks.ts";
import type { Column } from "../pdf/table.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import type { Wording } from "./wording.ts";

/** What is paid, when, and into which account. */
export function paymentClause(facts: AgreementFacts, words: Wording): Block[] {
  const { terms, schedule } = facts;
  const { labels } = words;
  const provisional = schedule.rows.some((row) => row.dueProvisional);
  return [
    paragraph(
      words.together([
        words.say("payment.total", { payable: words.sum(schedule.totals.totalFen) }),
        ...manner(facts, words),
        ...interest(facts, words),
      ]),
    ),
    paragraph(words.say("payment.schedule", {})),
    scheduleTable(facts, words),
    ...(provisional ? [paragraph(words.say("payment.provisional", {}))] : []),
    paragraph(words.say("payment.account", { number: facts.agreementNumber })),
    {
      kind: "table",
      table: {
        headless: true,
        columns: [
          { header: "", share: 26, align: "center" },
          { header: "", share: 74 },
        ],
        rows: [
          [labels.accountName, terms.payeeAccount.name],
          [labels.bank, terms.payeeAccount.bank],
          [labels.accountNumber, terms.payeeAccount.number],
        ],
      },
    },
  ];
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function manner({ terms, schedule }: AgreementFacts, words: Wording): string[] {
  const { family, every } = terms.schedule;
  const instalments = schedule.rows.filter((row) => row.kind === "instalment");
  const down = schedule.rows.find((row) => row.kind === "down_payment");
  const first =
    down === undefined
      ? []
      : [words.say("payment.down", { downDue: words.date(down.due), down: words.sum(down.totalFen) })];
  if (family === "lump_sum")
    return [...first, words.say("payment.lump_sum", { due: words.date(schedule.lastDue) })];
  const count = String(instalments.length);
  const divided = [...first, words.say(`payment.${family}`, { count })];
  if (family === "irregular" || instalments.length < 2) return divided;
  const { rhythm } = words.labels;
  const step =
    "days" in every
      ? rhythm.days(every.days)
      : every.months === 1
        ? rhythm.monthly
        : rhythm.months(every.months);
  return [...divided, step];
}

function interest({ terms, schedule }: AgreementFacts, words: Wording): string[] {
  if (schedule.totals.agreedInterestFen === 0) return [words.say("payment.noInterest", {})];
  const { annualRate, dayCount, interestFreePeriods = 0, rateSteps = [] } = terms.schedule;
  return [
    words.say("payment.interest", {
      rate: words.rate(annualRate),
      dayCount: words.labels.dayCounts[dayCount],
      interest: words.sum(schedule.totals.agreedInterestFen),
    }),
    ...(interestFreePeriods > 0
      ? [words.say("payment.interestFree", { periods: String(interestFreePeriods) })]
      : []),
    ...rateSteps.map((step) =>
      words.say("payment.rateStep", { fromNo: String(step.fromNo), rate: words.rate(step.annualRate) }),
    ),
  ];
}

function scheduleTable({ schedule }: AgreementFacts, words: Wording): Block {
  const { labels } = words;
  const withInterest = schedule.totals.agreedInterestFen > 0;
  const columns: Column[] = [
    { header: labels.no, share: 13, align: "center" },
    { header: labels.due, share: 33, align: "center" },
    ...(withInterest
      ? [
          { header: labels.ofDebt, share: 20, align: "right" as const },
          { header: labels.ofInterest, share: 20, align: "right" as const },
        ]
      : []),
    { header: labels.payable, share: 22, align: "right" },
    { header: labels.balance, share: 22, align: "right" },
  ];
  return {
    kind: "table",
    table: {
      columns,
      rows: schedule.rows.map((row) => [
        row.kind === "down_payment" ? labels.downPayment : String(row.no),
        `${words.date(row.due)}${row.dueProvisional ? "*" : ""}`,
        ...(withInterest ? [formatYuan(row.principalFen), formatYuan(row.interestFen)] : []),
        formatYuan(row.totalFen),
        formatYuan(row.balanceFen),
      ]),
      total: [
        labels.total,
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
