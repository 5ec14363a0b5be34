import Joi from "joi";
import {
  ADJOURN_REASONS,
  CANCEL_REASONS,
  SESSION_PHASES,
  type AdjournReason,
  type CancelReason,
  type SessionPhase,
} from "../../shared/sessions/lifecycle.ts";
import { MAX_MINUTES, MAX_TIMES, MIN_MINUTES } from "../../shared/sessions/times.ts";

const uuid = Joi.string().uuid();
const version = Joi.number().integer().min(0).required();
/** An ISO instant with its offset. */
const instant = Joi.string()
  .max(40)
  .isoDate()
  .pattern(/T.*(Z|[+-]\d\d:?\d\d)$/, "instant");
const minutes = Joi.number().integer().min(MIN_MINUTES).max(MAX_MINUTES).required();
const times = Joi.array().items(instant).min(1).max(MAX_TIMES).required();

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const sessionParams = Joi.object<{ sessionId: string }>({ sessionId: uuid.required() });
export const offerBody = Joi.object<{ times: string[]; minutes: number }>({ times, minutes });
export const reofferBody = Joi.object<{ times: string[]; minutes: number; version: number }>({
  times,
  minutes,
  version,
});
/** None of them is an answer too. */
export const tickBody = Joi.object<{ times: string[] }>({
  times: Joi.array().items(instant).max(MAX_TIMES).required(),
});
export const fixBody = Joi.object<{ startsAt: string; version: number }>({
  startsAt: instant.required(),
  version,
});
export const rescheduleBody = Joi.object<{ startsAt: string; minutes: number; version: number }>({
  startsAt: instant.required(),
  minutes,
  version,
});
/** Who cancels gives a reason; `case_ended` and `not_held` are the clock's. */
export const cancelBody = Joi.object<{ reason: CancelReason }>({
  reason: Joi.valid(
    ...CANCEL_REASONS.filter((reason) => reason !== "case_ended" && reason !== "not_held"),
  ).required(),
});
export const phaseBody = Joi.object<{ phase: SessionPhase }>({
  phase: Joi.valid(...SESSION_PHASES).required(),
});
export const adjournBody = Joi.object<{ reason: AdjournReason; resumesAt: string | null }>({
  reason: Joi.valid(...ADJOURN_REASONS).required(),
  resumesAt: instant.allow(null).default(null),
});
export const attendanceBody = Joi.object<{ present: string[] }>({
  present: Joi.array().items(uuid).max(50).required(),
});
