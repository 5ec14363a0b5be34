import Joi from "joi";
import { API_KEY_MAX_DAYS } from "../../shared/api/apiKeys.ts";
import { SCOPES } from "../../shared/api/roles.ts";
import type { NewApiKey } from "./apiKey.service.ts";

export const keyParams = Joi.object<{ keyId: string }>({ keyId: Joi.string().uuid().required() });

export const newKeyBody = Joi.object<NewApiKey>({
  name: Joi.string().trim().min(1).max(60).required(),
  scopes: Joi.array()
    .items(Joi.string().valid(...SCOPES))
    .min(1)
    .unique()
    .required(),
  expiresInDays: Joi.number().integer().min(1).max(API_KEY_MAX_DAYS).required(),
});
