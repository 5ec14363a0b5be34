import Joi from "joi";
import { isLocalDate } from "../../shared/calendar/localDate.ts";

export const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().uuid().required() });

const date = Joi.string().custom((value: string, helpers) =>
  isLocalDate(value) ? value : helpers.error("date.unknown"),
);

export const paymentBody = Joi.object<{ fen: number; paidOn: string; reference: string }>({
  fen: Joi.number().integer().min(1).max(100_000_000_000).required(),
  paidOn: date.required().messages({ "date.unknown": "a date that exists, as YYYY-MM-DD" }),
  reference: Joi.string().trim().min(1).max(100).required(),
});
