import type { Database, Tx } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Command } from "../realtime/index.ts";
import { offerCommands } from "./offer.commands.ts";
import { OfferRepository } from "./offer.repository.ts";
import type { OfferServices } from "./offer.routes.ts";
import { OfferService } from "./offer.service.ts";
import { OfferAcceptance, type OnTermsAccepted } from "./offerAcceptance.service.ts";
import { OfferDraftRepository } from "./offerDraft.repository.ts";
import { OfferDraftService } from "./offerDraft.service.ts";
import { OfferDesk, type OfferDeps } from "./offerDesk.ts";
import { OfferExpiry } from "./offerExpiry.service.ts";
import { tryLimits } from "./policyTrial.ts";
import { suggestions } from "./suggestions.ts";
import { termsBasis } from "./termsBasis.ts";

const EXPIRY_JOB = "offers.expire";
const EXPIRY_SECONDS = 60;
export const OFFER_QUEUES = [EXPIRY_JOB] as const;

export type Offers = OfferServices & {
  expiry: OfferExpiry;
  commands: Command[];
  /** A pause stops the clock of an offer: what was open when it began runs out that much later. */
  onResumed(tx: Tx, caseId: string, pausedAt: Date): Promise<void>;
  startWorkers(jobs: Jobs): Promise<void>;
};

/** Bargaining in all cases. `onTermsAccepted` is what follows when both sides agree on the same terms. */
export function createOffers(
  deps: Omit<OfferDeps, "rows"> & { db: Database; onTermsAccepted: OnTermsAccepted },
): Offers {
  const rows = new OfferRepository();
  const offerDeps: OfferDeps = { ...deps, rows };
  const desk = new OfferDesk(offerDeps);
  const expiry = new OfferExpiry(deps.db, desk);
  const offers = new OfferService(desk);
  const services: OfferServices = {
    offers,
    drafts: new OfferDraftService(new OfferDraftRepository(), desk, offers),
    acceptance: new OfferAcceptance(desk, deps.onTermsAccepted),
    termsBasis: async (tx, actor, caseId) => (await termsBasis(tx, actor, caseId, deps)).basis,
    suggestions: (tx, actor, input) => suggestions(tx, actor, input, offerDeps),
    tryLimits: (tx, actor, limits) => tryLimits(tx, actor, limits, deps.organisations),
  };
  return {
    ...services,
    expiry,
    commands: offerCommands(services),
    onResumed: (tx, caseId, pausedAt) => rows.extendOpen(tx, caseId, pausedAt),
    startWorkers: (jobs) =>
      jobs.schedule(EXPIRY_JOB, EXPIRY_SECONDS, async () => {
        await expiry.run();
      }),
  };
}
