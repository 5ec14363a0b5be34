import Joi from "joi";
import { isLocalDate } from "../../shared/calendar/localDate.ts";
import { MAX_REMARK_LENGTH, MINUTES_ANSWERS, type MinutesAnswer } from "../../shared/minutes/lifecycle.ts";
import { unprintableIn } from "../pdf/printable.ts";
import type { Corrections, WhatOf } from "./minutes.service.ts";

const uuid = Joi.string().uuid();
const day = Joi.string()
  .custom((value: string, helpers) => (isLocalDate(value) ? value : helpers.error("date.unknown")))
  .messages({ "date.unknown": "a date that exists, as YYYY-MM-DD" });
/** A remark is printed: every character must be printable. */
const remark = Joi.string()
  .trim()
  .max(MAX_REMARK_LENGTH)
  .allow("", null)
  .custom((value: string, helpers) =>
    unprintableIn(value).length === 0 ? value : helpers.error("text.unprintable"),
  )
  .messages({ "text.unprintable": "{#label} has characters that cannot be printed" });

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const minutesParams = Joi.object<{ minutesId: string }>({ minutesId: uuid.required() });
export const draftBody = Joi.object<WhatOf>({ sessionId: uuid, firstDay: day, lastDay: day })
  .xor("sessionId", "firstDay")
  .and("firstDay", "lastDay");
export const reviseBody = Joi.object<Corrections & { version: number }>({
  remarks: Joi.object().pattern(uuid, remark).max(500).required(),
  outcomeRemark: remark.required(),
  general: remark.required(),
  absent: Joi.array().items(uuid).max(50).required(),
  version: Joi.number().integer().min(0).required(),
});
export const answerBody = Joi.object<{ answer: MinutesAnswer; remark?: string | null; contentHash: string }>({
  answer: Joi.valid(...MINUTES_ANSWERS).required(),
  remark,
  contentHash: Joi.string()
    .pattern(/^[0-9a-f]{64}$/)
    .required(),
});
