import {
  fillClause,
  type ClauseKey,
  type ClauseTexts,
  type ClauseValues,
} from "../../shared/agreements/clauses.ts";
import { partsOf, type LocalDate } from "../../shared/calendar/localDate.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { formatRate, type Rate } from "../../shared/money/rate.ts";
import { chineseAmount, chineseDate, chineseNumber } from "../pdf/chineseText.ts";
import { LABELS_EN, LABELS_ZH, type AgreementLabels } from "./agreementLabels.ts";

/** How one language says things. The same facts go through either. */
export interface Wording {
  labels: AgreementLabels;
  say<Key extends ClauseKey>(key: Key, values: ClauseValues<Key>): string;
  /** Sentences as one paragraph. */
  together(sentences: readonly string[]): string;
  date(date: LocalDate): string;
  /** An amount as it stands in a sentence: Chinese in figures and capitals. */
  sum(amount: Fen): string;
  rate(rate: Rate): string;
  /** A small number in words, for clauses and copies. */
  number(n: number): string;
}

/** The language of the agreement itself. */
export function chinese(texts: ClauseTexts): Wording {
  return {
    labels: LABELS_ZH,
    say: (key, values) => fillClause(texts[key].zh, values),
    together: (sentences) => sentences.join(""),
    date: chineseDate,
    sum: chineseAmount,
    rate: formatRate,
    number: chineseNumber,
  };
}

/** The language of the courtesy translation. */
export function english(texts: ClauseTexts): Wording {
  return {
    labels: LABELS_EN,
    say: (key, values) => fillClause(texts[key].en, values),
    together: (sentences) => sentences.join(" "),
    date: englishDate,
    sum: (amount) => `RMB ${formatYuan(amount)}`,
    rate: formatRate,
    number: (n) => NUMBERS[n] ?? String(n),
  };
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2026-12-01 → 1 December 2026 */
function englishDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1] ?? ""} ${year}`;
}
