import { PARTIES, type Party } from "../journal/audience.ts";

/** Who signs after whom: groups in turn, any order within one. The centre's seal always comes after the last. */
export type SigningOrder = readonly (readonly Party[])[];

/** Both parties together, then the mediator (人民调解法 29). */
export const USUAL_ORDER: SigningOrder = [["borrower", "platform"], ["mediator"]];

/** Whose turn it is: those of the first unfinished group who have not signed. Empty when everybody has. */
export function inTurn(order: SigningOrder, signedBy: readonly Party[]): Party[] {
  for (const group of order) {
    const waiting = group.filter((party) => !signedBy.includes(party));
    if (waiting.length > 0) return waiting;
  }
  return [];
}

/** Who comes up for signature because somebody has just signed: a whole new group, or nobody. */
export function newlyInTurn(order: SigningOrder, before: readonly Party[], after: readonly Party[]): Party[] {
  const already = inTurn(order, before);
  return inTurn(order, after).filter((party) => !already.includes(party));
}

/** Whether every party stands in it exactly once and no group is empty. */
export function isSigningOrder(order: SigningOrder): boolean {
  const named = order.flat();
  return (
    order.every((group) => group.length > 0) &&
    named.length === PARTIES.length &&
    PARTIES.every((party) => named.includes(party))
  );
}
