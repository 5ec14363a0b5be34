import type { LineKey } from "../../../shared/capacity/lines.ts";
import { type CapacityLine, MAX_LINE_FEN, type Period } from "../../../shared/capacity/statement.ts";
import { fen } from "../../../shared/money/fen.ts";
import { fenOf, yuanText } from "../../ui/yuan.ts";

/** One line as it stands on the screen: the amount is whatever was typed. */
export interface Entry {
  readonly text: string;
  readonly period: Period;
  readonly unsure: boolean;
  readonly note: string;
  readonly exhibitId: string | null;
  readonly months: readonly number[];
}

const BLANK: Entry = { text: "", period: "monthly", unsure: false, note: "", exhibitId: null, months: [] };

export function entryOf(line: CapacityLine | undefined): Entry {
  if (line === undefined) return BLANK;
  const { amountFen, period, unsure, note, exhibitId, months } = line;
  const text = amountFen === null ? "" : yuanText(amountFen).replace(/\.00$/, "");
  return { text, period, unsure, note: note ?? "", exhibitId, months: months ?? [] };
}

/** What a screen's entry says; null when it says nothing, "fault" when the amount is none. */
export function lineFrom(key: LineKey, entry: Entry): CapacityLine | null | "fault" {
  const { text, period, unsure, exhibitId } = entry;
  const blank = text.trim() === "";
  if (blank && !unsure) return null;
  const amount = blank ? null : fenOf(text);
  if (amount === undefined || (amount !== null && amount > MAX_LINE_FEN)) return "fault";
  const note = entry.note.trim();
  return {
    key,
    amountFen: amount === null ? null : fen(amount),
    period,
    unsure,
    note: note === "" ? null : note,
    exhibitId,
    // All twelve is every month.
    months: entry.months.length % 12 === 0 ? null : entry.months.toSorted((a, b) => a - b),
  };
}
