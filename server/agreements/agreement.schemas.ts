import Joi from "joi";
import {
  MAX_SIGNATURE_BYTES,
  SIGNATURE_METHODS,
  type SignatureMethod,
} from "../../shared/agreements/signing.ts";

const MAX_BASE64 = Math.ceil(MAX_SIGNATURE_BYTES / 3) * 4 + 64;

export const agreementParams = Joi.object<{ agreementId: string }>({
  agreementId: Joi.string().uuid().required(),
});

export const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().uuid().required() });

export const signatureBody = Joi.object<{
  method: SignatureMethod;
  typedName?: string;
  imagePng?: string;
  oneTimeCode?: string;
  contentHash: string;
  consent: true;
  consentVersion?: string;
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
  consentVersion: Joi.string().max(40),
});

/** Why a text is taken back or drawn up anew: all who are concerned read it. */
export const reasonBody = Joi.object<{ reason: string }>({
  reason: Joi.string().trim().min(2).max(500).required(),
});

export const refusalBody = Joi.object<{ note?: string | null }>({
  note: Joi.string().trim().max(2000).allow(null, ""),
});
