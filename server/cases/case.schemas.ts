import Joi from "joi";
import { CASE_STAGES, TERMINATION_REASONS, type TerminationReason } from "../../shared/cases/lifecycle.ts";
import type { CaseListQuery } from "./caseReading.service.ts";

const uuid = Joi.string().guid();
const limit = Joi.number().integer().min(1).max(100).default(25);
/** Free text of a person; nothing but white space counts as nothing said. */
const note = Joi.string().trim().empty("").max(2000).allow(null).default(null);

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const appointmentParams = Joi.object<{ appointmentId: string }>({ appointmentId: uuid.required() });

export const caseListQuery = Joi.object<CaseListQuery>({
  stage: Joi.valid(...CASE_STAGES),
  q: Joi.string().trim().empty("").max(100),
  mediatorId: uuid,
  cursor: Joi.string().max(200),
  limit,
});

export const timelineQuery = Joi.object<{ cursor?: string; limit: number }>({
  cursor: Joi.string().max(20),
  limit: Joi.number().integer().min(1).max(200).default(100),
});

export const noteBody = Joi.object<{ note: string | null }>({ note });

export const bulkBody = Joi.object<BulkInput>({
  caseIds: Joi.array().items(uuid.required()).min(1).max(200).unique().required(),
  action: Joi.valid("accept", "decline", "appoint").required(),
  mediatorId: uuid.when("action", { is: "appoint", then: Joi.required(), otherwise: Joi.forbidden() }),
  note,
});
export type BulkInput = {
  caseIds: string[];
  action: "accept" | "decline" | "appoint";
  mediatorId?: string;
  note: string | null;
};

export const coMediatorParams = Joi.object<{ caseId: string; mediatorId: string }>({
  caseId: uuid.required(),
  mediatorId: uuid.required(),
});
export const appointmentBody = Joi.object<{ mediatorId: string }>({ mediatorId: uuid.required() });

export const declarationBody = Joi.object<{ hasConflict: boolean; statement: string }>({
  hasConflict: Joi.boolean().required(),
  statement: Joi.string().trim().min(1).max(2000).required(),
});

export const responseBody = Joi.object<{ answer: "consent" | "decline"; note: string | null }>({
  answer: Joi.valid("consent", "decline").required(),
  note,
});

export const terminationBody = Joi.object<{ reason: TerminationReason; note: string | null }>({
  reason: Joi.valid(...TERMINATION_REASONS).required(),
  note,
});

export const pauseBody = Joi.object<{ days: number | null }>({
  days: Joi.number().integer().min(1).max(90).allow(null).default(null),
});
