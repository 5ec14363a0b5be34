import Joi from "joi";
import type { ZoneRequest } from "../../shared/plans/finding/quoteZone.ts";
import type { QuoteRequest } from "../../shared/plans/quote.ts";

/** Any number at all; whether it can be an amount or a count is for the calculator to say. */
const number = Joi.number().unsafe();
const word = Joi.string().max(40);
const MAX_ENTRIES = 400;

const schedule = Joi.object({
  family: word.required(),
  count: number.required(),
  every: Joi.alternatives(
    Joi.object({ months: number.required() }),
    Joi.object({ days: number.required() }),
  ).required(),
  firstDue: word.required(),
  annualRate: word.required(),
  dayCount: word.required(),
  steps: Joi.array()
    .max(MAX_ENTRIES)
    .items(Joi.object({ count: number.required(), paymentFen: number.required() })),
  balloonFen: number,
  dueDates: Joi.array().max(MAX_ENTRIES).items(word),
  weights: Joi.array().max(MAX_ENTRIES).items(number),
  interestFreePeriods: number,
  rateSteps: Joi.array()
    .max(MAX_ENTRIES)
    .items(Joi.object({ fromNo: number.required(), annualRate: word.required() })),
  minimumInstalmentFen: number,
});

/** The shape of a question to the calculator and nothing beside it. */
export const quoteBody = Joi.object<QuoteRequest>({
  asOf: word.required(),
  principalFen: number.required(),
  interestFen: number.required(),
  penaltyFen: number.required(),
  feeFen: number.required(),
  waivers: Joi.array()
    .max(MAX_ENTRIES)
    .items(Joi.object({ component: word.required(), fen: number.required(), when: word.required() }))
    .required(),
  downPaymentFen: number.required(),
  deferralMonths: number.required(),
  schedule: schedule.required(),
  discountRate: word.required(),
});

export const zoneBody = Joi.object<ZoneRequest>({
  capacityFen: Joi.array().max(MAX_ENTRIES).items(number).required(),
  discountRate: word.required(),
  debtCapFen: number.required(),
  floorNpvFen: number.required(),
});
