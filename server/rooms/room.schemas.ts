import Joi from "joi";
import { EVENT_PAGE } from "../../shared/api/messages.ts";
import { CHANNELS, type Channel } from "../../shared/journal/events.ts";
import { MAX_DRAFT_LENGTH } from "../../shared/rooms/draft.ts";

const uuid = Joi.string().uuid().required();
const channel = Joi.string()
  .valid(...CHANNELS)
  .required();
const since = Joi.number().integer().min(0).max(Number.MAX_SAFE_INTEGER).default(0);

/** PostgreSQL keeps neither of these as text. */
const UNKEEPABLE = /\0|\p{Surrogate}/u;

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid });
export const memberParams = Joi.object<{ caseId: string; memberId: string }>({
  caseId: uuid,
  memberId: uuid,
});
export const eventsQuery = Joi.object<{ since: number; limit: number }>({
  since,
  limit: Joi.number().integer().min(1).max(EVENT_PAGE).default(EVENT_PAGE),
});
const groundRules = Joi.string().max(20);
export const joinBody = Joi.object<{ groundRules?: string }>({ groundRules });
export const joinPayload = Joi.object<{ since: number; groundRules?: string }>({ since, groundRules });
export const sincePayload = Joi.object<{ since: number }>({ since });
/** Longer than a message may be, because the text is trimmed before it is measured. */
export const messageBody = Joi.object<{
  channel: Channel;
  text: string;
  mayPassOn?: boolean;
  exhibitId?: string;
}>({
  channel,
  text: Joi.string().allow("").max(16_000).required(),
  mayPassOn: Joi.boolean(),
  exhibitId: Joi.string().uuid(),
});
export const memberPayload = Joi.object<{ memberId: string }>({ memberId: uuid });
export const typingPayload = Joi.object<{ channel: Channel }>({ channel });
export const draftParams = Joi.object<{ caseId: string; channel: Channel }>({ caseId: uuid, channel });
export const draftBody = Joi.object<{ text: string; version: string | null }>({
  text: Joi.string().allow("").max(MAX_DRAFT_LENGTH).pattern(UNKEEPABLE, { invert: true }).required(),
  version: Joi.string().uuid().allow(null).required(),
});
