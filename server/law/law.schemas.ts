import Joi from "joi";
import { LAW_MATTERS } from "../../shared/law/lawRules.ts";
import type { NewVersion } from "../../shared/law/newVersion.ts";
import { CONFIDENCES } from "../../shared/law/rule.ts";

/** The shape of a version; whether it makes sense over the others is for `newVersionProblems` to say. */
export const versionBody = Joi.object<NewVersion & { version: number }>({
  version: Joi.number().integer().min(0).required(),
  matter: Joi.valid(...LAW_MATTERS).required(),
  rule: Joi.string().max(200).required(),
  from: Joi.string().max(10).required(),
  to: Joi.string().max(10).allow(null).required(),
  value: Joi.object().unknown().required(),
  source: Joi.string().max(500).required(),
  confidence: Joi.valid(...CONFIDENCES).required(),
  replaces: Joi.string().max(100).allow(null).required(),
});
