import Joi from "joi";
import type { BorrowerReport } from "../../shared/journal/events.ts";
import {
  CONTACT_OUTCOMES,
  CONTACT_POINTS,
  type ContactOutcome,
  type ContactPoint,
} from "../../shared/outreach/contactLimits.ts";
import { NOTICE_KINDS } from "../../shared/outreach/noticeText.ts";

export const invitationParams = Joi.object<{ code: string }>({ code: Joi.string().max(60).required() });
export const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().guid().required() });

export const contactParams = Joi.object<{ contactId: string }>({ contactId: Joi.string().guid().required() });

export const contactBody = Joi.object<{ point: ContactPoint }>({
  point: Joi.valid(...CONTACT_POINTS).required(),
});
export const outcomeBody = Joi.object<{ outcome: ContactOutcome }>({
  outcome: Joi.valid(...CONTACT_OUTCOMES).required(),
});

export const identifyBody = Joi.object<{ oneTimeCode: string; idLastFour: string }>({
  oneTimeCode: Joi.string()
    .trim()
    .pattern(/^\d{6}$/)
    .required(),
  idLastFour: Joi.string()
    .trim()
    .pattern(/^\d{3}[\dXx]$/)
    .required(),
});

const REPORTS: readonly BorrowerReport[] = ["not_my_debt", "wrong_number", "need_help"];

export const reportBody = Joi.object<{ report: BorrowerReport; note: string }>({
  report: Joi.valid(...REPORTS).required(),
  note: Joi.string().trim().allow("").max(1000).default(""),
});

export const outboxQuery = Joi.object<{ kind?: string; cursor?: string; limit: number }>({
  kind: Joi.valid(...NOTICE_KINDS),
  cursor: Joi.string().max(200),
  limit: Joi.number().integer().min(1).max(100).default(25),
});
