import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyPartyToCase } from "../cases/index.ts";
import { basisOf } from "../debts/index.ts";
import type { OfferDeps } from "./offerDesk.ts";

/** What an offer is drawn up from: the statement, the payee, today's date, and for the platform its own limits. */
export async function termsBasis(
  tx: Tx,
  actor: Actor,
  caseId: string,
  deps: Pick<OfferDeps, "cases" | "statements" | "organisations" | "rooms">,
): Promise<object> {
  const theCase = await deps.cases.find(tx, caseId);
  const party = onlyPartyToCase(actor, theCase);
  await deps.rooms.onlyIfNotRemoved(tx, actor, caseId);
  const current = await deps.statements.current(tx, caseId);
  const { statementId, asOf, lines } = basisOf(current);
  const platform = await deps.organisations.organisation(tx, theCase.platformId);
  return {
    statementId,
    statementHash: current.statement.hash,
    asOf,
    lines,
    payeeAccount: platform.payeeAccount,
    today: shanghaiDateOf(tx.now),
    ...(party === "platform" ? { policy: (await deps.organisations.policy(tx, platform.id)).limits } : {}),
  };
}
