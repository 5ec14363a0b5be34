import type { Actor } from "../../shared/api/roles.ts";
import { isPastExpiry } from "../../shared/offers/lifecycle.ts";
import type { Case } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Offer } from "./offer.entity.ts";
import type { OfferDesk } from "./offerDesk.ts";

const CLOCK: Actor = { kind: "system", name: "Parley" };
const CASES_PER_RUN = 500;

/** Ends offers whose time is over. An offer past its end is refused anyway; this is what tells people so. */
export class OfferExpiry {
  readonly #db: Database;
  readonly #desk: OfferDesk;

  constructor(db: Database, desk: OfferDesk) {
    this.#db = db;
    this.#desk = desk;
  }

  /** Look once over all cases; each has a transaction of its own. Answers how many offers were ended. */
  async run(): Promise<number> {
    const caseIds = await this.#db.read((tx) => this.#desk.rows.casesWithEndedOffers(tx, CASES_PER_RUN));
    let ended = 0;
    for (const caseId of caseIds) ended += await this.#endIn(caseId);
    return ended;
  }

  /** The statement changed: what was offered on the one before is over. The case is locked by the caller. */
  async endAll(tx: Tx, caseId: string): Promise<void> {
    for (const offer of await this.#desk.rows.lockRunning(tx, caseId)) {
      await this.#desk.end(tx, CLOCK, offer);
    }
  }

  async #endIn(caseId: string): Promise<number> {
    return await this.#db.transaction(async (tx) => {
      const theCase = await this.#desk.cases.lock(tx, caseId);
      const over = (await this.#desk.rows.lockRunning(tx, caseId)).filter((offer) =>
        isOver(theCase, offer, tx.now),
      );
      for (const offer of over) await this.#desk.end(tx, CLOCK, offer);
      return over.length;
    });
  }
}

/** A pause stops the clock; a case that is no longer negotiated has no offers left to answer. */
function isOver(theCase: Case, offer: Offer, now: Date): boolean {
  if (theCase.stage !== "negotiating") return true;
  return theCase.pausedAt === null && isPastExpiry(offer.expiresAt, now);
}
