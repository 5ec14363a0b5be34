import type { WaivableLine } from "../../../../shared/offers/draftTerms.ts";
import type { Terms, Waiver, WaiverMoment } from "../../../../shared/plans/terms.ts";
import { looseFen } from "./looseFen.ts";

export function isOf(waiver: Waiver, line: WaivableLine): boolean {
  return waiver.debtId === line.debtId && waiver.component === line.component;
}

/** Terms that waive what was typed: an amount that is too much is named at its field, not cut in silence. */
export function withTypedWaiver(terms: Terms, line: WaivableLine, amount: number, when: WaiverMoment): Terms {
  const { debtId, component } = line;
  const others = terms.waivers.filter((waiver) => !isOf(waiver, line));
  if (amount === 0) return { ...terms, waivers: others };
  return { ...terms, waivers: [...others, { debtId, component, fen: looseFen(amount), when }] };
}
