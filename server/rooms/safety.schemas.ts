import Joi from "joi";
import { CHANNELS, type Channel } from "../../shared/journal/events.ts";
import { CAUCUS_SIDES, type CaucusSide } from "../../shared/rooms/caucus.ts";
import {
  REPORT_REASONS,
  REQUEST_KINDS,
  type ReportReason,
  type RequestKind,
} from "../../shared/rooms/safety.ts";

const uuid = Joi.string().uuid().required();
/** Longer than a note may be, because it is trimmed before it is measured. */
const note = Joi.string().allow("", null).max(4_000);
const channel = Joi.string()
  .valid(...CHANNELS)
  .required();

const passing = { channel };
const report = {
  reason: Joi.string()
    .valid(...REPORT_REASONS)
    .required(),
  note,
};
const answer = { granted: Joi.boolean().required() };
const dealing = { note: Joi.string().allow("").max(4_000).required() };
const mute = { reason: note };

type Note = { note?: string | null };
type Reported = Note & { reason: ReportReason };
type Reason = { reason?: string | null };

export const messageParams = Joi.object<{ caseId: string; messageId: string }>({
  caseId: uuid,
  messageId: uuid,
});
export const requestParams = Joi.object<{ caseId: string; requestId: string }>({
  caseId: uuid,
  requestId: uuid,
});
export const reportParams = Joi.object<{ caseId: string; reportId: string }>({
  caseId: uuid,
  reportId: uuid,
});
export const passingBody = Joi.object<{ channel: Channel }>(passing);
export const reportBody = Joi.object<Reported>(report);
export const answerBody = Joi.object<{ granted: boolean }>(answer);
export const dealingBody = Joi.object<{ note: string }>(dealing);
export const muteBody = Joi.object<Reason>(mute);
export const requestBody = Joi.object<Note & { kind: RequestKind }>({
  kind: Joi.string()
    .valid(...REQUEST_KINDS)
    .required(),
  note,
});
export const caucusBody = Joi.object<{ side: CaucusSide; announced: boolean }>({
  side: Joi.string()
    .valid(...CAUCUS_SIDES)
    .required(),
  announced: Joi.boolean().required(),
});

/** Over a socket what a path would name comes in the payload. */
export const messagePayload = Joi.object<{ messageId: string }>({ messageId: uuid });
export const passingPayload = Joi.object<{ messageId: string; channel: Channel }>({
  messageId: uuid,
  ...passing,
});
export const reportPayload = Joi.object<Reported & { messageId: string }>({ messageId: uuid, ...report });
export const dealingPayload = Joi.object<{ reportId: string; note: string }>({ reportId: uuid, ...dealing });
export const requestPayload = Joi.object<{ requestId: string }>({ requestId: uuid });
export const answerPayload = Joi.object<{ requestId: string; granted: boolean }>({
  requestId: uuid,
  ...answer,
});
export const mutePayload = Joi.object<Reason & { memberId: string }>({ memberId: uuid, ...mute });
