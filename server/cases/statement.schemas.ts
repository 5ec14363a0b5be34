import Joi from "joi";
import { LINE_ANSWERS, type LineAnswer } from "../../shared/debts/lineAnswer.ts";
import { MAX_PAYMENTS, type StatedPayment } from "../../shared/debts/paymentHistory.ts";
import { MAX_RISK_TIER } from "../../shared/debts/riskTier.ts";

const uuid = Joi.string().guid();
const amount = Joi.number().integer().min(0).max(Number.MAX_SAFE_INTEGER);
const reason = Joi.string().trim().empty("").max(1000).allow(null).default(null);
const exhibitId = uuid.allow(null).default(null);

export const lineParams = Joi.object<{ caseId: string; lineId: string }>({
  caseId: uuid.required(),
  lineId: uuid.required(),
});
export const debtParams = Joi.object<{ caseId: string; debtId: string }>({
  caseId: uuid.required(),
  debtId: uuid.required(),
});

type Shown = { reason: string | null; exhibitId: string | null };

export const lineAnswerBody = Joi.object<Shown & { answer: LineAnswer }>({
  answer: Joi.valid(...LINE_ANSWERS).required(),
  reason,
  exhibitId,
});

export const correctionBody = Joi.object<Shown & { fen: number }>({
  fen: amount.required(),
  reason,
  exhibitId,
});

/** The shape of a history; whether its dates and sums make sense is for `paymentHistoryProblems` to say. */
export const paymentsBody = Joi.object<{ payments: StatedPayment[] }>({
  payments: Joi.array()
    .items(
      Joi.object({
        on: Joi.string().max(10).required(),
        fen: amount.required(),
        parts: Joi.object({
          principalFen: amount.required(),
          interestFen: amount.required(),
          penaltyFen: amount.required(),
          feeFen: amount.required(),
        })
          .allow(null)
          .default(null),
      }),
    )
    .max(MAX_PAYMENTS)
    .required(),
});

export const riskTierBody = Joi.object<{ riskTier: string | null }>({
  riskTier: Joi.string().trim().empty("").max(MAX_RISK_TIER).allow(null).required(),
});
