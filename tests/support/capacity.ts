import type { LineKey } from "../../shared/capacity/lines.ts";

export const SECTIONS_ANSWERED = {
  income: "answered",
  fixed: "answered",
  flexible: "answered",
  savings: "answered",
  priorityDebts: "answered",
  otherDebts: "answered",
};

/** What a browser sends for one line: so many yuan a month, unless told otherwise. */
export function lineOf(key: LineKey, yuan: number, more: object = {}): object {
  return {
    key,
    amountFen: yuan * 100,
    period: "monthly",
    unsure: false,
    note: null,
    exhibitId: null,
    months: null,
    ...more,
  };
}

/** Income 6,000.00, home 1,500.00, food 1,200.00, for one person. */
export function draftOf(version: number, more: object = {}): object {
  return {
    version,
    householdSize: 1,
    region: null,
    sections: SECTIONS_ANSWERED,
    lines: [lineOf("earnings", 6_000), lineOf("home", 1_500), lineOf("foodAndHousekeeping", 1_200)],
    ...more,
  };
}
