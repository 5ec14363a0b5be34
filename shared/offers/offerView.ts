import type { PolicyBreach } from "../plans/policy.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";
import type { AcceptanceApproval, OfferStatus } from "./lifecycle.ts";

/** The sides that bargain. */
export type OfferSide = "borrower" | "platform";

/** Who put terms: a side, or the mediator, whose proposal both sides said yes to. */
export type OfferBy = OfferSide | "mediator";

export const OFFER_ABILITIES = [
  "withdraw",
  "counter",
  "decline",
  "accept",
  "request_acceptance",
  "answer_approval",
] as const;
export type OfferAbility = (typeof OFFER_ABILITIES)[number];

/**
 * An offer as one viewer sees it. `number` is 0 until it is put to the other side, so that nobody can count what a
 * platform decided not to put. `breaches` and `acceptanceApproval` are there for the platform only.
 */
export type OfferView = {
  id: string;
  number: number;
  by: OfferBy;
  status: OfferStatus;
  counters: string | null;
  terms: Terms;
  termsHash: string;
  schedule: ScheduleResult;
  totals: ScheduleResult["totals"];
  /** JSON pointers to what differs from the offer it counters. */
  changed: string[];
  note: string | null;
  /** A document of the case shown with it, which every party may read. */
  exhibitId: string | null;
  putByName: string;
  putAt: string | null;
  expiresAt: string;
  /** It was given more time because its answer was being written; that happens once. */
  extended: boolean;
  version: number;
  abilities: OfferAbility[];
  breaches?: PolicyBreach[];
  acceptanceApproval?: Exclude<AcceptanceApproval, "none"> | null;
};

/** Days an offer may stand at most. */
export const MAX_OFFER_DAYS = 90;
/** Characters of a note that goes with an offer. */
export const MAX_NOTE_LENGTH = 1_000;
