import Joi from "joi";
import {
  MAX_SIGNATURE_BYTES,
  SIGNATURE_METHODS,
  type SignatureMethod,
} from "../../shared/agreements/signing.ts";
import {
  FACT_ANSWERS,
  MAX_FACT_LENGTH,
  MAX_FACT_REASON,
  type FactAnswer,
} from "../../shared/facts/lifecycle.ts";
import { unprintableIn } from "../pdf/printable.ts";
import type { NewFact } from "./fact.service.ts";

const MAX_BASE64 = Math.ceil(MAX_SIGNATURE_BYTES / 3) * 4 + 64;
const uuid = Joi.string().uuid();
const version = Joi.number().integer().min(0).required();

/** Words that may stand in a document: one line, every character printable. */
const statement = Joi.string()
  .trim()
  .max(MAX_FACT_LENGTH)
  .custom((value: string, helpers) =>
    unprintableIn(value).length === 0 && !value.includes("\n") ? value : helpers.error("text.unprintable"),
  )
  .messages({ "text.unprintable": "{#label} has characters that cannot be printed" });

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const factParams = Joi.object<{ factId: string }>({ factId: uuid.required() });
export const recordParams = Joi.object<{ recordId: string }>({ recordId: uuid.required() });

export const proposeBody = Joi.object<NewFact>({
  text: statement,
  dataKey: Joi.string().max(200),
}).xor("text", "dataKey");
export const answerBody = Joi.object<{ answer: FactAnswer; reason?: string | null; version: number }>({
  answer: Joi.valid(...FACT_ANSWERS).required(),
  reason: Joi.string().trim().max(MAX_FACT_REASON).allow(null, ""),
  version,
});
export const rewordBody = Joi.object<{ text: string; version: number }>({
  text: statement.required(),
  version,
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
