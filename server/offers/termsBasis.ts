import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { TermsBasis } from "../../shared/offers/draftTerms.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyPartyToCase } from "../cases/index.ts";
import { basisOf } from "../debts/index.ts";
import { caseLimits } from "./caseLimits.ts";
import type { OfferDeps } from "./offerDesk.ts";

type BasisDeps = Pick<OfferDeps, "cases" | "statements" | "organisations" | "rooms" | "capacity">;

/**
 * What an offer is drawn up from, and only what this viewer may see: the statement, the payee, today's date, for the platform its
 * own limits, and what the viewer may know of the borrower's ability to pay.
 */
export async function termsBasis(
  tx: Tx,
  actor: Actor,
  caseId: string,
  deps: BasisDeps,
): Promise<{ party: Party; basis: TermsBasis }> {
  const theCase = await deps.cases.find(tx, caseId);
  const party = onlyPartyToCase(actor, theCase);
  await deps.rooms.onlyIfNotRemoved(tx, actor, caseId);
  const current = await deps.statements.current(tx, caseId);
  const { statementId, asOf, lines } = basisOf(current);
  const platform = await deps.organisations.organisation(tx, theCase.platformId);
  const basis: TermsBasis = {
    statementId,
    statementHash: current.statement.hash,
    asOf,
    lines,
    payeeAccount: platform.payeeAccount,
    today: shanghaiDateOf(tx.now),
    capacity: await deps.capacity.knownTo(tx, caseId, party),
    ...(party === "platform" ? { policy: await caseLimits(tx, theCase, deps) } : {}),
  };
  return { party, basis };
}
