import Joi, { type ObjectSchema } from "joi";
import { PING, type MessageType } from "../../shared/deliveries/eventTypes.ts";

const fen = Joi.number().integer().min(0).required();
const sha256 = Joi.string()
  .pattern(/^[0-9a-f]{64}$/)
  .required();
const text = Joi.string().required();
const instant = Joi.string().isoDate().required();
const contractNumbers = Joi.array().items(Joi.string()).required();
const agreement = { agreementId: Joi.string().uuid().required(), agreementNumber: text };

const DATA: Record<MessageType, ObjectSchema> = {
  "agreement.sealed": Joi.object({
    ...agreement,
    caseNumber: text,
    contractNumbers,
    contentHash: sha256,
    documentSha256: sha256,
    sealedAt: instant,
    totals: Joi.object({
      statementFen: fen,
      waivedFen: fen,
      agreedInterestFen: fen,
      totalFen: fen,
    }).required(),
    schedule: Joi.array()
      .items(
        Joi.object({
          no: Joi.number().integer().min(0).required(),
          kind: Joi.string().valid("down_payment", "instalment").required(),
          due: Joi.string().required(),
          principalFen: fen,
          interestFen: fen,
          totalFen: fen,
          balanceFen: fen,
        }),
      )
      .required(),
  }),
  "plan.breached": Joi.object({
    ...agreement,
    caseNumber: text,
    contractNumbers,
    instalmentNo: Joi.number().integer().min(0).required(),
    overdueFen: fen,
  }),
  "plan.completed": Joi.object({ ...agreement, caseNumber: text, contractNumbers, totalFen: fen }),
  "case.terminated": Joi.object({ caseNumber: text, contractNumbers, reason: text }),
  [PING]: Joi.object({}),
};

const SUMMARIES: Record<MessageType, string> = {
  "agreement.sealed": "An agreement is in force; its schedule as data, amounts in fen",
  "plan.breached": "A plan is breached; `overdueFen` is what was overdue then",
  "plan.completed": "The last payment of a plan is in",
  "case.terminated": "A mediation ended without agreement",
  [PING]: "Sent by hand, to see whether messages arrive",
};

export type MessageDescription = { summary: string; schema: ObjectSchema };

/** Every message there is, for the interface description and for whoever checks one. */
export function messageDescriptions(): Record<MessageType, MessageDescription> {
  const describe = (type: MessageType): MessageDescription => ({
    summary: SUMMARIES[type],
    schema: Joi.object({
      type: Joi.string().valid(type).required(),
      timestamp: instant,
      data: DATA[type].required(),
    }),
  });
  return {
    "agreement.sealed": describe("agreement.sealed"),
    "plan.breached": describe("plan.breached"),
    "plan.completed": describe("plan.completed"),
    "case.terminated": describe("case.terminated"),
    [PING]: describe(PING),
  };
}
