import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import type { Component } from "../plans/statement.ts";
import type { Terms } from "../plans/terms.ts";

/** Everything an agreement says, gathered from the case when the same terms were accepted. JSON throughout. */
export interface AgreementFacts {
  agreementNumber: string;
  caseNumber: string;
  /** Instant of composition. */
  composedAt: string;
  /** Version of the centre's clause texts the agreement was composed from; absent before there were any, 0 those shipped. */
  templateVersion?: number;
  centre: { name: string; registrationNumber: string; phone: string; address: string };
  borrower: {
    name: string;
    idNumber: string;
    phone: string;
    address: string;
    ethnicity: string | null;
    occupation: string | null;
    /** Who acts and signs in the borrower's place. */
    representative?: Representative | null;
  };
  platform: {
    name: string;
    creditCode: string;
    phone: string;
    address: string;
    signatory: { name: string; title: string; authority?: SignatoryAuthority | null };
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
  /** The sealed agreement of the same case that this one takes the place of. */
  supersedes?: { number: string; contentHash: string } | null;
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

/** `statutory` 法定代理人 (a guardian) needs no power of attorney; `entrusted` 委托代理人 does. */
export const REPRESENTATIVE_KINDS = ["statutory", "entrusted"] as const;
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

export interface Representative {
  name: string;
  kind: RepresentativeKind;
  idNumber: string;
  phone: string;
  powerOfAttorney: PowerOfAttorney | null;
}

/** By which document the signatory acts for the platform; `grantedOn` is the day from which it holds. */
export interface SignatoryAuthority extends PowerOfAttorney {
  /** Its own number, when it is on file; texts drawn up before there was a file name none. */
  number?: string;
  /** The last day it holds; null until it is revoked. */
  validTo?: LocalDate | null;
}

/** Settling needs special authority (特别授权); "full power" alone is not enough (民诉法解释 89). */
export interface PowerOfAttorney {
  grantedOn: LocalDate;
  scope: "special" | "general";
}
