import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { policyFactsOf } from "../../shared/offers/policyFacts.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import { limitsFor, NO_CONCESSIONS } from "../../shared/plans/policyTable.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { OrganisationService } from "../organisations/index.ts";

/** The platform's limits in force now for this case: those of the first rule of its table that applies. */
export async function caseLimits(
  tx: Tx,
  theCase: Case,
  { organisations, statements }: { organisations: OrganisationService; statements: StatementService },
): Promise<PolicyLimits> {
  const { limits } = await organisations.policy(tx, theCase.platformId);
  const facts = policyFactsOf(await statements.debts(tx, theCase.id), shanghaiDateOf(tx.now));
  return limitsFor(limits, facts) ?? NO_CONCESSIONS;
}
