import Joi from "joi";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import type { PolicyTable } from "../../shared/plans/policyTable.ts";

const basisPoints = Joi.number().integer().min(0).max(10_000).required();

const MAX_RULES = 50;
const MAX_DAYS_OVERDUE = 36_500;

const limits = Joi.object<PolicyLimits>({
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
});
const word = Joi.string().trim().min(1).max(80);
const when = Joi.object({
  minDaysOverdue: Joi.number().integer().min(0).max(MAX_DAYS_OVERDUE),
  product: word,
  riskTier: word,
});
const table = Joi.object<PolicyTable>({
  rules: Joi.array()
    .min(1)
    .max(MAX_RULES)
    .items(Joi.object({ when: when.required(), limits: limits.required() }))
    .required(),
});
/** One set of limits for every case, or a table of rules. */
const limitsOrTable = Joi.alternatives()
  .conditional(Joi.object({ rules: Joi.exist() }).unknown(), { then: table, otherwise: limits })
  .required();

export type LimitsBody = { limits: PolicyLimits | PolicyTable };

export const policyBody = Joi.object<LimitsBody & { version: number }>({
  version: Joi.number().integer().min(0).required(),
  limits: limitsOrTable,
});
export const trialBody = Joi.object<LimitsBody>({ limits: limitsOrTable });

export const codeParams = Joi.object<{ code: string }>({ code: Joi.string().max(40).required() });
