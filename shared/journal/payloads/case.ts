import type { CaseStage, TerminationReason } from "../../cases/lifecycle.ts";
import type { LineKey } from "../../capacity/lines.ts";
import type { Evidence } from "../../capacity/statement.ts";
import type { ContactOutcome, ContactPoint } from "../../outreach/contactLimits.ts";
import type { Component } from "../../plans/statement.ts";
import type { Party } from "../audience.ts";
import type { BorrowerReport } from "../channels.ts";

/** What happens to a case before and around the talk: how it came, who was asked, what is owed and what can be paid. */
export type CasePayloads = {
  "case.created": { number: string; source: "import" | "platform"; debts: number; claimedFen: number };
  "case.debtAdded": { debtId: string; contractNumber: string; claimedFen: number };
  "case.accepted": Record<string, never>;
  "case.stageChanged": { from: CaseStage; to: CaseStage };
  "case.paused": { by: Party; until: string | null };
  "case.resumed": { by: Party };
  "case.terminated": { reason: TerminationReason };
  "case.terminationNoted": { note: string };
  "certificate.issued": { sha256: string };
  "appointment.proposed": {
    appointmentId: string;
    mediatorId: string;
    mediatorName: string;
    priorCases: number;
  };
  "appointment.declared": { appointmentId: string; hasConflict: boolean; statement: string };
  "case.mediatorAppointed": { mediatorId: string; mediatorName: string };
  "case.coMediatorAdded": { mediatorId: string; mediatorName: string };
  "case.coMediatorLeft": { mediatorId: string; mediatorName: string };
  "notice.issued": { noticeId: string; kind: string; channel: string };
  "invitation.opened": Record<string, never>;
  "borrower.identified": { method: "one_time_code_and_id" };
  "borrower.identificationFailed": { triesLeft: number };
  "borrower.reported": { report: BorrowerReport; note: string; identified: boolean };
  "party.consented": { party: "borrower" | "platform" };
  "party.declined": { party: "borrower" | "platform" };
  "party.declineExplained": { party: "borrower" | "platform"; note: string };
  "statement.lineAnswered": {
    lineId: string;
    answer: "confirmed" | "disputed" | "open";
    reason: string | null;
    /** A document of the case shown for it; absent before there were any. */
    exhibitId?: string | null;
  };
  /** The platform made a line smaller; `version` is that of the statement which came of it. */
  "statement.corrected": {
    statementId: string;
    version: number;
    debtId: string;
    component: Component;
    fromFen: number;
    toFen: number;
    reason: string | null;
    exhibitId: string | null;
  };
  "debt.paymentsStated": {
    debtId: string;
    contractNumber: string;
    version: number;
    count: number;
    totalFen: number;
  };
  "case.riskTierSet": { from: string | null; to: string | null };
  "contact.ended": { contactId: string; point: ContactPoint; outcome: ContactOutcome };
  /** Which version was handed in, and which line was looked at: the amounts stay in the statement. */
  "capacity.submitted": { version: number };
  "capacity.lineVerified": { key: LineKey; evidence: Evidence };
  /** The one figure the borrower chose to let the platform know. */
  "capacity.shared": { perMonthFen: number };
};
