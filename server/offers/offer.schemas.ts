import Joi from "joi";
import type { Fen } from "../../shared/money/fen.ts";
import type { Rate } from "../../shared/money/rate.ts";
import { MAX_NOTE_LENGTH, MAX_OFFER_DAYS, type OfferSide } from "../../shared/offers/offerView.ts";
import type { Terms } from "../../shared/plans/terms.ts";

const uuid = Joi.string().uuid();
const hash = Joi.string().pattern(/^[0-9a-f]{64}$/, "SHA-256");
const number = Joi.number().unsafe().required();
const word = Joi.string().max(40).required();
/** More lines than any statement has. */
const MAX_WAIVERS = 1_000;
const MAX_MONTHLY_FEN = 10_000_000_000;

/** What only some families have, and what is left out where it means nothing special. */
const optional = Joi.number().unsafe();
const MAX_ENTRIES = 360;
const familyFields = {
  steps: Joi.array()
    .max(MAX_ENTRIES)
    .items(Joi.object({ count: number, paymentFen: number })),
  balloonFen: optional,
  dueDates: Joi.array().max(MAX_ENTRIES).items(Joi.string().max(10)),
  weights: Joi.array().max(MAX_ENTRIES).items(optional),
  interestFreePeriods: optional,
  rateSteps: Joi.array()
    .max(MAX_ENTRIES)
    .items(Joi.object({ fromNo: number, annualRate: word })),
  minimumInstalmentFen: optional,
};

const choice = Joi.string().max(40);
/** What was agreed about payments that are not as scheduled; which words there are is for `validateTerms` to say. */
const payments = Joi.object({
  early: choice,
  settledEarly: choice,
  partial: choice,
  missed: choice,
  missedBeforeAcceleration: optional,
});

/** The shape of terms and nothing beside it; whether they make sense is for `validateTerms` to say. */
export const offerTerms = Joi.object<Terms>({
  version: Joi.valid(1).required(),
  statementId: uuid.required(),
  statementHash: hash.required(),
  waivers: Joi.array()
    .max(MAX_WAIVERS)
    .items(Joi.object({ debtId: uuid.required(), component: word, fen: number, when: word }))
    .required(),
  downPaymentFen: number,
  downPaymentDue: Joi.string().max(10).allow(null).required(),
  deferralMonths: number,
  schedule: Joi.object({
    family: word,
    count: number,
    every: Joi.alternatives(Joi.object({ months: number }), Joi.object({ days: number })).required(),
    firstDue: word,
    annualRate: word,
    dayCount: word,
    ...familyFields,
  }).required(),
  graceDays: number,
  acceleration: word,
  allocation: word,
  payeeAccount: Joi.object({
    name: Joi.string().max(200).required(),
    bank: Joi.string().max(200).required(),
    number: Joi.string().max(60).required(),
  }).required(),
  payments,
});

/** Longer than a note may be, because it is trimmed before it is measured. */
export const offerNote = Joi.string()
  .allow("", null)
  .max(4 * MAX_NOTE_LENGTH);

export type OfferBody = {
  terms: Terms;
  note?: string | null;
  expiresAt: string;
  counters?: string | null;
  exhibitId?: string | null;
};
export type OfferDraftBody = {
  for: OfferSide;
  terms: Terms;
  note?: string | null;
  openDays: number;
  counters?: string | null;
};

const drawn = { terms: offerTerms.required(), note: offerNote, counters: uuid.allow(null) };
const put = { ...drawn, expiresAt: word, exhibitId: uuid.allow(null) };
const offerId = { offerId: uuid.required() };
const acceptance = { termsHash: hash.required() };
const answer = { approve: Joi.boolean().required(), note: offerNote };

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const offerParams = Joi.object<{ offerId: string }>(offerId);
export const draftParams = Joi.object<{ draftId: string }>({ draftId: uuid.required() });
export const draftBody = Joi.object<OfferDraftBody>({
  ...drawn,
  for: Joi.string().valid("borrower", "platform").required(),
  openDays: Joi.number().integer().min(1).max(MAX_OFFER_DAYS).required(),
});
export const putBody = Joi.object<OfferBody>(put);
/** What whoever asks says can be paid in a month, where nothing better is known, and the rate for plans that charge one. */
export const suggestionBody = Joi.object<{ monthlyFen?: Fen | null; annualRate?: Rate }>({
  monthlyFen: Joi.number().integer().min(1).max(MAX_MONTHLY_FEN).allow(null),
  annualRate: Joi.string().pattern(/^(0|1|0\.\d{1,6})$/, "a yearly rate from 0 to 1"),
});
export const acceptBody = Joi.object<{ termsHash: string }>(acceptance);
export const answerBody = Joi.object<{ approve: boolean; note?: string | null }>(answer);
export const acceptPayload = Joi.object<{ offerId: string; termsHash: string }>({
  ...offerId,
  ...acceptance,
});
export const answerPayload = Joi.object<{ offerId: string; approve: boolean; note?: string | null }>({
  ...offerId,
  ...answer,
});
