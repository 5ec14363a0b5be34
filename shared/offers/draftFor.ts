import type { ScheduleResult } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";
import type { OfferSide } from "./offerView.ts";

/** What the mediator's draft for one side can be. Only that side makes an offer of it. */
export const OFFER_DRAFT_STATUSES = ["open", "confirmed", "turned_down", "taken_back"] as const;
export type OfferDraftStatus = (typeof OFFER_DRAFT_STATUSES)[number];

export const OFFER_DRAFT_COMMANDS = ["confirm", "turn_down", "take_back"] as const;
export type OfferDraftCommand = (typeof OFFER_DRAFT_COMMANDS)[number];

/** For each status and command the next status, or null where the command is refused. A missing cell does not compile. */
export const OFFER_DRAFT_TRANSITIONS: Record<
  OfferDraftStatus,
  Record<OfferDraftCommand, OfferDraftStatus | null>
> = {
  open: { confirm: "confirmed", turn_down: "turned_down", take_back: "taken_back" },
  confirmed: { confirm: null, turn_down: null, take_back: null },
  turned_down: { confirm: null, turn_down: null, take_back: null },
  taken_back: { confirm: null, turn_down: null, take_back: null },
};

/** A draft as the mediator and the side it is for see it; nobody else sees anything of it. */
export type OfferDraftView = {
  id: string;
  for: OfferSide;
  status: OfferDraftStatus;
  terms: Terms;
  termsHash: string;
  schedule: ScheduleResult;
  totals: ScheduleResult["totals"];
  note: string | null;
  counters: string | null;
  /** Days the offer will stand once it is confirmed. */
  openDays: number;
  draftedByName: string;
  createdAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  abilities: OfferDraftCommand[];
};
