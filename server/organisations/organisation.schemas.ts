import Joi from "joi";
import type { PolicyLimits } from "../../shared/plans/policy.ts";

const basisPoints = Joi.number().integer().min(0).max(10_000).required();

export const policyBody = Joi.object<{ limits: PolicyLimits; version: number }>({
  version: Joi.number().integer().min(0).required(),
  limits: Joi.object({
    maxWaiverBp: Joi.object({
      principal: basisPoints,
      interest: basisPoints,
      penalty: basisPoints,
      fee: basisPoints,
    }).required(),
    maxCount: Joi.number().integer().min(1).max(360).required(),
    maxDeferralMonths: Joi.number().integer().min(0).max(60).required(),
    minInstalmentFen: Joi.number().integer().min(1).max(1_000_000_000).required(),
    minDownPaymentBp: basisPoints,
  }).required(),
});

export const codeParams = Joi.object<{ code: string }>({ code: Joi.string().max(40).required() });
