import type { Actor } from "../../shared/api/roles.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Rate } from "../../shared/money/rate.ts";
import { suggest, type Suggestions } from "../../shared/offers/suggestions.ts";
import type { Waiver } from "../../shared/plans/terms.ts";
import type { Tx } from "../database/transaction.ts";
import { mayReadOffer } from "./offer.policy.ts";
import type { OfferDeps } from "./offerDesk.ts";
import { termsBasis } from "./termsBasis.ts";

export type SuggestionInput = { caseId: string; monthlyFen: Fen | null; annualRate: Rate };

/**
 * Plans for whoever asks, from what that party may see and from nothing else: everything goes through the basis an offer of theirs
 * is drawn up from, and the offers they may read. The mediator sees what the borrower shows and not the platform's limits.
 */
export async function suggestions(
  tx: Tx,
  actor: Actor,
  { caseId, monthlyFen, annualRate }: SuggestionInput,
  deps: OfferDeps,
): Promise<Suggestions> {
  const { party, basis } = await termsBasis(tx, actor, caseId, deps);
  const onTable = (await deps.rows.ofCase(tx, caseId)).find(
    (offer) => offer.by === "platform" && offer.putAt !== null && mayReadOffer(party, offer),
  );
  // Waivers of lines of another statement are waivers of something else.
  const offered: readonly Waiver[] =
    party !== "platform" && onTable?.statementId === basis.statementId ? onTable.terms.waivers : [];
  return suggest(basis, party, { monthlyFen, annualRate, offered });
}
