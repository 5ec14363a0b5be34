import type { Fen } from "../money/fen.ts";
import type { Component } from "../plans/statement.ts";
import { LINE_STATE, type LineAnswer, type LineSide, type LineState } from "./lineAnswer.ts";

/**
 * One thing a side said about one amount; never changed, only followed by another. `fromFen` is set when the platform
 * corrected the line from that amount to `fen`, which it thereby confirms. `version` is that of the statement then.
 */
export type LineEntry = {
  side: LineSide;
  debtId: string;
  component: Component;
  fen: Fen;
  fromFen: Fen | null;
  version: number;
  answer: LineAnswer;
  reason: string | null;
  exhibitId: string | null;
};

/** What holds of a line now: each side's last word on this amount, null while it has said nothing. */
export type LineStanding<E extends LineEntry = LineEntry> = {
  state: LineState;
  borrower: E | null;
  platform: E | null;
};

/**
 * Where a line stands, from everything said in the case, oldest first. An answer is about an amount: it goes on to hold
 * in a corrected statement for the lines that did not change, and for none that did. `since` is the version before which
 * nothing counts, because the whole statement was drawn up anew.
 */
export function lineStanding<E extends LineEntry>(
  line: { debtId: string; component: Component; fen: Fen },
  since: number,
  entries: readonly E[],
): LineStanding<E> {
  const about = entries.filter(
    (entry) =>
      entry.version >= since &&
      entry.debtId === line.debtId &&
      entry.component === line.component &&
      entry.fen === line.fen,
  );
  const last = (side: LineSide): E | null => about.findLast((entry) => entry.side === side) ?? null;
  const borrower = last("borrower");
  const platform = last("platform");
  return { state: LINE_STATE[borrower?.answer ?? "open"][platform?.answer ?? "open"], borrower, platform };
}

/** Everything said about one component of one debt, whatever its amount was then, oldest first. */
export function lineHistory<E extends LineEntry>(
  line: { debtId: string; component: Component },
  entries: readonly E[],
): E[] {
  return entries.filter((entry) => entry.debtId === line.debtId && entry.component === line.component);
}
