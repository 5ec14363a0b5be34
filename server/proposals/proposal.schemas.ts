import Joi from "joi";
import type { Terms } from "../../shared/plans/terms.ts";
import { PROPOSAL_ANSWERS, type ProposalAnswer } from "../../shared/proposals/answers.ts";
import { MAX_ROUNDS, MIN_ROUNDS } from "../../shared/proposals/rounds.ts";
import { offerNote, offerTerms } from "../offers/index.ts";

const uuid = Joi.string().uuid();
const version = Joi.number().integer().min(0).required();
const draft = { terms: offerTerms.required(), note: offerNote };

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const proposalParams = Joi.object<{ proposalId: string }>({ proposalId: uuid.required() });
export const draftBody = Joi.object<{ terms: Terms; note?: string | null }>(draft);
export const reviseBody = Joi.object<{ terms: Terms; note?: string | null; version: number }>({
  ...draft,
  version,
});
export const openBody = Joi.object<{ deadline: string; version: number }>({
  deadline: Joi.string().max(40).required(),
  version,
});
export const warningBody = Joi.object<{ warning: string }>({ warning: Joi.string().max(40).required() });
export const answerBody = Joi.object<{ answer: ProposalAnswer; termsHash: string }>({
  answer: Joi.valid(...PROPOSAL_ANSWERS).required(),
  termsHash: Joi.string()
    .pattern(/^[0-9a-f]{64}$/, "SHA-256")
    .required(),
});
export const leaveBody = Joi.object<{ approve: boolean }>({ approve: Joi.boolean().required() });
export const settingsBody = Joi.object<{ rounds: number; version: number }>({
  rounds: Joi.number().integer().min(MIN_ROUNDS).max(MAX_ROUNDS).required(),
  version,
});
