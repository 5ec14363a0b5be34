import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { ScheduleResult } from "../../shared/plans/schedule.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { Terms } from "../../shared/plans/terms.ts";

/** Everything an agreement says, gathered from the case when the same terms were accepted. JSON throughout. */
export interface AgreementFacts {
  agreementNumber: string;
  caseNumber: string;
  /** Instant of composition. */
  composedAt: string;
  centre: { name: string; registrationNumber: string; phone: string; address: string };
  borrower: {
    name: string;
    idNumber: string;
    phone: string;
    address: string;
    ethnicity: string | null;
    occupation: string | null;
  };
  platform: {
    name: string;
    creditCode: string;
    phone: string;
    address: string;
    signatory: { name: string; title: string };
    /** Whether the platform itself is the creditor or acts for the lenders named below. */
    standing: "creditor" | "authorised";
  };
  mediator: { name: string };
  /** Without one the mediator keeps the record. */
  recorder: { name: string } | null;
  mediation: { startedOn: LocalDate; agreedOn: LocalDate };
  statementAsOf: LocalDate;
  debts: readonly AgreementDebt[];
  terms: Terms;
  termsHash: string;
  schedule: ScheduleResult;
}

export interface AgreementDebt {
  debtId: string;
  contractNumber: string;
  lender: string;
  product: string | null;
  disbursedOn: LocalDate | null;
  disbursedFen: Fen | null;
  overdueSince: LocalDate | null;
  components: Record<Component, Fen>;
}

export type AgreementParty = "borrower" | "platform" | "mediator";

export interface AgreementSignature {
  party: AgreementParty;
  signerName: string;
  method: "drawn" | "typed";
  /** PNG of a drawn signature. */
  image: Uint8Array | null;
  signedAt: string;
  /** SHA-256 of the content that was on the screen. */
  contentHash: string;
  consentWording: string;
  evidence: {
    ip: string;
    device: string;
    /** How the signer was known: one-time code to a masked number, or the account they were signed in to. */
    identification: string;
  };
}

export type SigningState =
  | { stage: "review" }
  | { stage: "signed"; signatures: readonly AgreementSignature[] }
  | {
      stage: "sealed";
      signatures: readonly AgreementSignature[];
      seal: { sealedAt: string; sealedBy: string };
    };
