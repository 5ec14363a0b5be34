import Joi from "joi";
import { CALL_CHANNELS } from "../../shared/calls/channels.ts";
import { CANDIDATES_MAX, SDP_MAX, type CallJoin, type OutgoingSignal } from "../../shared/calls/signals.ts";

const uuid = Joi.string().uuid();
const sends = { audio: Joi.boolean().required(), video: Joi.boolean().required() };

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const joinPayload = Joi.object<CallJoin>({
  channel: Joi.string()
    .valid(...CALL_CHANNELS)
    .required(),
  ...sends,
  again: uuid,
});
export const mediaPayload = Joi.object<{ audio: boolean; video: boolean }>(sends);
export const signalPayload = Joi.object<OutgoingSignal>({
  to: uuid.required(),
  description: Joi.object({
    type: Joi.string().valid("offer", "answer").required(),
    sdp: Joi.string().max(SDP_MAX).required(),
  }),
  candidates: Joi.array()
    .max(CANDIDATES_MAX)
    .items(
      Joi.object({
        candidate: Joi.string().allow("").max(1000).required(),
        sdpMid: Joi.string().allow("", null).max(64).required(),
        sdpMLineIndex: Joi.number().integer().min(0).max(64).allow(null).required(),
      }),
    ),
}).or("description", "candidates");
