import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { PolicyTrialAnswer } from "../../shared/offers/policyTrial.ts";
import { policyFactsOf } from "../../shared/offers/policyFacts.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import {
  closedTable,
  type PolicyTable,
  type PolicyTrial,
  tryPolicy,
} from "../../shared/plans/policyTable.ts";
import type { Tx } from "../database/transaction.ts";
import { onlySoundTable, type OrganisationService, type StaffActor } from "../organisations/index.ts";
import { newestOffers, type TriedOffer } from "./policyTrial.repository.ts";

const MOST_OFFERS = 500;
const MOST_CHANGES = 50;

/** What other limits would have said of the platform's own past offers. Nothing is stored. */
export async function tryLimits(
  tx: Tx,
  actor: StaffActor,
  limits: PolicyLimits | PolicyTable,
  organisations: OrganisationService,
): Promise<PolicyTrialAnswer> {
  const table = onlySoundTable(limits);
  const inForce = await organisations.policy(tx, actor.organisationId);
  const offers = await newestOffers(tx, actor.organisationId, MOST_OFFERS);
  const trials = offers.map(trialOf);
  const judge = (by: PolicyTable) => tryPolicy(closedTable(by), trials).map(({ breaches }) => breaches);
  const before = judge(inForce.limits);
  const after = judge(table);
  const changed = offers.flatMap(({ offerId, number, by, status, caseId, caseNumber }, index) => {
    const breaches = after[index] ?? [];
    const wasInside = (before[index] ?? []).length === 0;
    if (wasInside === (breaches.length === 0)) return [];
    const shown = Math.max(number, 0);
    return [{ offerId, number: shown, by, status, caseId, caseNumber, inside: !wasInside, breaches }];
  });
  return {
    version: inForce.version,
    offers: offers.length,
    insideBefore: before.filter((breaches) => breaches.length === 0).length,
    insideAfter: after.filter((breaches) => breaches.length === 0).length,
    changedCount: changed.length,
    changed: changed.slice(0, MOST_CHANGES),
  };
}

/** Judged as on the day the offer was drawn up: days overdue are those of that day. */
function trialOf({ statementId, asOf, lines, debts, createdAt, terms }: TriedOffer): PolicyTrial {
  return {
    facts: policyFactsOf(debts, shanghaiDateOf(createdAt)),
    basis: { statementId, asOf, lines },
    terms,
  };
}
