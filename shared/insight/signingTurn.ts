import { inTurn, USUAL_ORDER } from "../agreements/order.ts";
import type { Party } from "../journal/audience.ts";
import type { CaseFacts } from "./caseFacts.ts";

/** Whose turn it is to sign the agreement that lies before the parties, in the order its centre has set. */
export function inTurnNow({ signingOrder, signedBy }: CaseFacts): Party[] {
  return inTurn(signingOrder ?? USUAL_ORDER, signedBy);
}
