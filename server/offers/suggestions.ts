import type { Actor } from "../../shared/api/roles.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { suggest, type Suggestions } from "../../shared/offers/suggestions.ts";
import type { Tx } from "../database/transaction.ts";
import type { OfferDeps } from "./offerDesk.ts";
import { termsBasis } from "./termsBasis.ts";

/**
 * Plans for whoever asks, from what that party may see and from nothing else: everything goes through the basis an offer of theirs
 * is drawn up from. The mediator sees what the borrower sees and not the platform's limits.
 */
export async function suggestions(
  tx: Tx,
  actor: Actor,
  input: { caseId: string; monthlyFen: Fen | null },
  deps: OfferDeps,
): Promise<Suggestions> {
  const { party, basis } = await termsBasis(tx, actor, input.caseId, deps);
  return suggest(basis, party === "platform" ? "platform" : "borrower", input.monthlyFen);
}
