import Joi from "joi";
import {
  MAX_SIGNATURE_BYTES,
  SIGNATURE_METHODS,
  type SignatureMethod,
} from "../../shared/agreements/signing.ts";
import { isLocalDate } from "../../shared/calendar/localDate.ts";
import { COURT_BASES, type CourtBasis } from "../../shared/law/judicialConfirmation.ts";
import { unprintableIn } from "../pdf/printable.ts";

const MAX_BASE64 = Math.ceil(MAX_SIGNATURE_BYTES / 3) * 4 + 64;

export const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().uuid().required() });

const text = (max: number) =>
  Joi.string()
    .trim()
    .max(max)
    .custom((value: string, helpers) =>
      unprintableIn(value).length === 0 && !value.includes("\n") ? value : helpers.error("text.unprintable"),
    )
    .messages({ "text.unprintable": "{#label} has characters that cannot be printed" });

const date = Joi.string()
  .custom((value: string, helpers) => (isLocalDate(value) ? value : helpers.error("date.unknown")))
  .messages({ "date.unknown": "a date that exists, as YYYY-MM-DD" });

export const prepareBody = Joi.object<{ court: string; courtBasis: CourtBasis }>({
  court: text(60).required(),
  courtBasis: Joi.string()
    .valid(...COURT_BASES)
    .required(),
});

export const signatureBody = Joi.object<{
  method: SignatureMethod;
  typedName?: string;
  imagePng?: string;
  oneTimeCode?: string;
  contentHash: string;
  consent: true;
}>({
  method: Joi.string()
    .valid(...SIGNATURE_METHODS)
    .required(),
  typedName: Joi.string().max(100),
  imagePng: Joi.string().max(MAX_BASE64),
  oneTimeCode: Joi.string().pattern(/^\d{6}$/),
  contentHash: Joi.string()
    .pattern(/^[0-9a-f]{64}$/)
    .required(),
  consent: Joi.boolean().valid(true).required(),
});

export const filingBody = Joi.object<{ filedOn: string; courtCaseNumber: string }>({
  filedOn: date.required(),
  courtCaseNumber: text(60).required(),
});

export type RulingFields = { outcome: "confirmed" | "refused"; concludedOn: string; note?: string };

/** The fields of a multipart form. */
export const rulingFields = Joi.object<RulingFields>({
  outcome: Joi.string().valid("confirmed", "refused").required(),
  concludedOn: date.required(),
  note: text(500).allow(""),
});
