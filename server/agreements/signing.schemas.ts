import Joi from "joi";
import { MAX_DEADLINE_DAYS, MAX_REMINDERS, type SigningSettings } from "../../shared/agreements/deadline.ts";
import { PARTIES } from "../../shared/journal/audience.ts";
import type { NewAuthority } from "./authority.service.ts";

const MAX_PAGE = 2000;
const MAX_FEN = 1_000_000_000_000;
const date = () => Joi.string().pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** Fields of a form are text; an empty one says nothing. */
const unsaid = (schema: Joi.Schema) => schema.empty("").default(null);

export const pageParams = Joi.object<{ agreementId: string; page: number }>({
  agreementId: Joi.string().uuid().required(),
  page: Joi.number().integer().min(1).max(MAX_PAGE).required(),
});

export const settingsBody = Joi.object<{ version: number; settings: SigningSettings }>({
  version: Joi.number().integer().min(0).required(),
  settings: Joi.object({
    order: Joi.array()
      .items(
        Joi.array()
          .items(Joi.string().valid(...PARTIES))
          .min(1)
          .max(PARTIES.length),
      )
      .min(1)
      .max(PARTIES.length)
      .required(),
    deadlineDays: Joi.number().integer().min(1).max(MAX_DEADLINE_DAYS).required(),
    remindDaysBefore: Joi.array()
      .items(Joi.number().integer().min(1).max(MAX_DEADLINE_DAYS))
      .max(MAX_REMINDERS)
      .required(),
  }).required(),
});

export const authorityParams = Joi.object<{ authorityId: string }>({
  authorityId: Joi.string().uuid().required(),
});

export const authorityFields = Joi.object<NewAuthority>({
  staffId: Joi.string().uuid().required(),
  number: Joi.string().trim().min(1).max(60).required(),
  maxTotalFen: unsaid(Joi.number().integer().min(1).max(MAX_FEN)),
  validFrom: date().required(),
  validTo: unsaid(date().min(10)),
}).custom((value: NewAuthority, helpers) =>
  value.validTo !== null && value.validTo < value.validFrom
    ? helpers.error("any.invalid", { path: ["validTo"] })
    : value,
);
