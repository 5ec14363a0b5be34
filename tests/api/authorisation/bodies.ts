import { randomUUID } from "node:crypto";
import { draftOf } from "../../support/capacity.ts";
import type { Terms } from "../../../shared/plans/terms.ts";

const ID = randomUUID();
const HASH = "0".repeat(64);

/** A well-formed body for every route that takes one, so that what refuses is the authorisation and not the form. */
export function bodies(terms: Terms): Record<string, object> {
  return {
    "POST /api/auth/sign-in": { username: "nobody", password: "nothing" },
    "POST /api/auth/password": { currentPassword: "wrong", newPassword: "long enough to be one" },
    "PUT /api/platform-policy": {
      version: 999,
      limits: {
        maxWaiverBp: { principal: 0, interest: 0, penalty: 0, fee: 0 },
        maxCount: 1,
        maxDeferralMonths: 0,
        minInstalmentFen: 1,
        minDownPaymentBp: 0,
      },
    },
    "POST /api/platform-policy/trial": {
      limits: {
        maxWaiverBp: { principal: 0, interest: 0, penalty: 0, fee: 0 },
        maxCount: 1,
        maxDeferralMonths: 0,
        minInstalmentFen: 1,
        minDownPaymentBp: 0,
      },
    },
    "POST /api/api-keys": { name: "x", scopes: ["cases:read"], expiresInDays: 1 },
    "POST /api/cases/:caseId/suggestions": { monthlyFen: 50_000 },
    "POST /api/law/rules": {
      version: 999,
      matter: "limitation",
      rule: "x",
      from: "2030-01-01",
      to: null,
      value: { months: 36 },
      source: "x",
      confidence: "OURS",
      replaces: null,
    },
    "POST /api/quotes": {
      asOf: "2026-11-01",
      principalFen: 1_000,
      interestFen: 0,
      penaltyFen: 0,
      feeFen: 0,
      waivers: [],
      downPaymentFen: 0,
      deferralMonths: 0,
      schedule: {
        family: "level",
        count: 2,
        every: { months: 1 },
        firstDue: "2026-12-01",
        annualRate: "0",
        dayCount: "30/360",
      },
      discountRate: "0",
    },
    "POST /api/quotes/zone": { capacityFen: [1], discountRate: "0", debtCapFen: 1, floorNpvFen: 1 },
    "POST /api/cases/bulk": { caseIds: [ID], action: "accept" },
    "POST /api/cases/:caseId/decline": { note: "x" },
    "POST /api/cases/:caseId/appointments": { mediatorId: ID },
    "POST /api/appointments/:appointmentId/declaration": { hasConflict: false, statement: "无利益冲突" },
    "POST /api/cases/:caseId/platform-response": { answer: "consent" },
    "POST /api/cases/:caseId/borrower-response": { answer: "consent" },
    "POST /api/cases/:caseId/terminate": { reason: "impasse" },
    "POST /api/cases/:caseId/pause": { days: 3 },
    "POST /api/cases/:caseId/statement/lines/:lineId": { answer: "confirmed" },
    "POST /api/cases/:caseId/statement/lines/:lineId/correction": { fen: 1, reason: "x" },
    "PUT /api/cases/:caseId/debts/:debtId/payments": { payments: [{ on: "2026-01-01", fen: 1 }] },
    "PUT /api/cases/:caseId/risk-tier": { riskTier: "A" },
    "POST /api/cases/:caseId/contacts": { point: "phone" },
    "POST /api/contacts/:contactId/outcome": { outcome: "answered" },
    "PUT /api/cases/:caseId/capacity": draftOf(999),
    "POST /api/cases/:caseId/capacity/submission": { version: 999 },
    "POST /api/cases/:caseId/capacity/sharing": { perMonthFen: 1 },
    "POST /api/cases/:caseId/capacity/lines/:key/verification": { version: 1, evidence: "verified" },
    "PUT /api/living-floors": { region: "杭州市", from: "2026-01-01", perPersonFen: 1, source: "x" },
    "POST /api/cases/:caseId/reports": { report: "need_help", note: "x" },
    "POST /api/invitations/:code/reports": { report: "need_help", note: "x" },
    "POST /api/invitations/:code/identify": { oneTimeCode: "123456", idLastFour: "1234" },
    "PUT /api/imports/:importId/mapping": { columns: {}, remember: false },
    "POST /api/cases/:caseId/room/messages": { channel: "joint", text: "x" },
    "POST /api/cases/:caseId/offers": { terms, expiresAt: "2027-01-01T00:00:00.000Z" },
    "POST /api/offers/:offerId/accept": { termsHash: HASH },
    "POST /api/offers/:offerId/approval": { approve: true },
    "POST /api/agreements/:agreementId/signatures": {
      method: "typed",
      typedName: "某人",
      oneTimeCode: "123456",
      contentHash: HASH,
      consent: true,
    },
    "POST /api/agreements/:agreementId/refusal": { note: "x" },
    "POST /api/cases/:caseId/payments": { fen: 1, paidOn: "2026-11-01", reference: "x" },
    "POST /api/cases/:caseId/escalation": { lawyerId: ID },
    "POST /api/escalations/:escalationId/outcome": { outcome: "judgment" },
  };
}
