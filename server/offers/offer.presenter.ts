import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { OfferView } from "../../shared/offers/offerView.ts";
import { compareTerms } from "../../shared/plans/compareTerms.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { assessPolicy, type PolicyBreach, type PolicyLimits } from "../../shared/plans/policy.ts";
import type { StatementBasis } from "../../shared/plans/statement.ts";
import type { Case } from "../cases/index.ts";
import type { Offer } from "./offer.entity.ts";
import { mayReadOffer, offerAbilities } from "./offer.policy.ts";

/** Who looks at the offers of which case, and by what they are judged. */
export type OfferContext = {
  actor: Actor;
  party: Party;
  theCase: Case;
  now: Date;
  /** The statement in force, and every statement an offer of the case was computed from. */
  current: StatementBasis;
  bases: ReadonlyMap<string, StatementBasis>;
  /** The platform's limits in force; only what a platform's viewer is shown depends on them. */
  limits: PolicyLimits;
};

/** The number a viewer sees: none, which is 0, before an offer is put. */
export function shownNumber(offer: Offer): number {
  return Math.max(offer.number, 0);
}

/** The offers this viewer may read, each with what they may do with it. */
export function presentOffers(offers: readonly Offer[], context: OfferContext): OfferView[] {
  const readable = offers.filter((offer) => mayReadOffer(context.party, offer));
  return readable.map((offer) => presentOffer(offer, offers, context));
}

function presentOffer(offer: Offer, all: readonly Offer[], context: OfferContext): OfferView {
  const { actor, party, theCase, now } = context;
  const schedule = computeSchedule(context.bases.get(offer.statementId) ?? context.current, offer.terms);
  const countered = all.find((other) => other.id === offer.counters);
  const breaches = currentBreaches(offer, context);
  return {
    id: offer.id,
    number: shownNumber(offer),
    by: offer.by,
    status: offer.status,
    counters: offer.counters,
    terms: offer.terms,
    termsHash: offer.termsHash,
    schedule,
    totals: schedule.totals,
    changed: countered ? compareTerms(countered.terms, offer.terms) : [],
    note: offer.note,
    exhibitId: offer.exhibitId,
    putByName: offer.putByName,
    putAt: offer.putAt?.toISOString() ?? null,
    expiresAt: offer.expiresAt.toISOString(),
    extended: offer.extendedAt !== null,
    version: offer.version,
    abilities: offerAbilities(actor, party, theCase, offer, { now, breaches }),
    ...(party === "platform" ? { breaches, acceptanceApproval: offer.acceptanceApproval } : {}),
  };
}

/** A running offer is judged by the limits in force now; an ended one keeps the judgement it got. */
function currentBreaches(offer: Offer, { current, limits }: OfferContext): PolicyBreach[] {
  const running = offer.status === "open" || offer.status === "awaiting_approval";
  if (!running || offer.statementId !== current.statementId) return offer.breaches;
  return assessPolicy(limits, current, offer.terms);
}
