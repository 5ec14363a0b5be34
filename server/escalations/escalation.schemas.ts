import Joi from "joi";
import {
  ESCALATION_OUTCOMES,
  ESCALATION_STATUSES,
  type EscalationOutcome,
  type EscalationStatus,
} from "../../shared/escalations/lifecycle.ts";

export const escalationParams = Joi.object<{ escalationId: string }>({
  escalationId: Joi.string().uuid().required(),
});

export const listQuery = Joi.object<{ status?: EscalationStatus; cursor?: string; limit: number }>({
  status: Joi.string().valid(...ESCALATION_STATUSES),
  cursor: Joi.string().max(200),
  limit: Joi.number().integer().min(1).max(200).default(50),
});

export const requestBody = Joi.object<{ lawyerId: string }>({ lawyerId: Joi.string().uuid().required() });

export const outcomeBody = Joi.object<{ outcome: EscalationOutcome; note?: string | null }>({
  outcome: Joi.string()
    .valid(...ESCALATION_OUTCOMES)
    .required(),
  note: Joi.string().trim().max(2000).allow(null, ""),
});
