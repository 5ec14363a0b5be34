import type { LocalDate } from "../calendar/localDate.ts";
import type { Rate } from "../money/rate.ts";
import type { DatedRule } from "./rule.ts";

/** A publication of the one-year rate, and the day through which it is known that no other followed. */
export type LprPublication = { rate: Rate; verifiedThrough: LocalDate };

/** One-year loan prime rate from the day it was published until the next one. */
export type LprEntry = { from: LocalDate; rate: Rate };

/** A table of rates in date order, known to be complete through `verifiedThrough`. */
export type LprTable = { entries: readonly LprEntry[]; verifiedThrough: LocalDate; source: string };

/** One-year LPR since it was reformed; administrators add later publications. */
export const ONE_YEAR_LPR: LprTable = {
  source: "中国人民银行授权全国银行间同业拆借中心公布的一年期贷款市场报价利率",
  verifiedThrough: "2026-06-22",
  entries: [
    { from: "2019-08-20", rate: "0.0425" },
    { from: "2019-09-20", rate: "0.0420" },
    { from: "2019-11-20", rate: "0.0415" },
    { from: "2020-02-20", rate: "0.0405" },
    { from: "2020-04-20", rate: "0.0385" },
    { from: "2021-12-20", rate: "0.0380" },
    { from: "2022-01-20", rate: "0.0370" },
    { from: "2022-08-22", rate: "0.0365" },
    { from: "2023-06-20", rate: "0.0355" },
    { from: "2023-08-21", rate: "0.0345" },
    { from: "2024-07-22", rate: "0.0335" },
    { from: "2024-10-21", rate: "0.0310" },
    { from: "2025-05-20", rate: "0.0300" },
  ],
};

/** The publications as dated rules, the last of them verified as far as the table is. */
export const LPR_RULES: readonly DatedRule<LprPublication>[] = ONE_YEAR_LPR.entries.map(
  ({ from, rate }, index, { length }) => ({
    id: `lpr-${from}`,
    rule: "一年期贷款市场报价利率（LPR）",
    from,
    value: { rate, verifiedThrough: index === length - 1 ? ONE_YEAR_LPR.verifiedThrough : from },
    source: ONE_YEAR_LPR.source,
    confidence: "READ",
  }),
);

/** The table that publications make. Only a publication that was read can show the table to be complete. */
export function lprTable(publications: readonly DatedRule<LprPublication>[]): LprTable {
  const inOrder = publications.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const read = inOrder.filter((each) => each.confidence === "READ");
  return {
    entries: inOrder.map(({ from, value }) => ({ from, rate: value.rate })),
    verifiedThrough: read.reduce(
      (latest, { value }) => (value.verifiedThrough > latest ? value.verifiedThrough : latest),
      "1900-01-01",
    ),
    source: ONE_YEAR_LPR.source,
  };
}

/** The rate in force on a date; `verified` is false when the date lies after the last verified publication. */
export type LprOnDate = { rate: Rate; from: LocalDate; verified: boolean; verifiedThrough: LocalDate };

/** The one-year LPR in force on `date`, or null before the first entry of the table. */
export function lprOn(date: LocalDate, table: LprTable = ONE_YEAR_LPR): LprOnDate | null {
  const entry = table.entries.findLast((candidate) => candidate.from <= date);
  if (entry === undefined) return null;
  const { verifiedThrough } = table;
  return { ...entry, verified: date <= verifiedThrough, verifiedThrough };
}
