import { useQuery } from "@tanstack/react-query";
import { apiFetch, type Query } from "../../api/fetch.ts";
import { usePages } from "../../api/pages.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { ClarityItem } from "../../../shared/agreements/clarity.ts";
import type { AgreementStatus } from "../../../shared/agreements/lifecycle.ts";
import type { SignatureMethod } from "../../../shared/agreements/signing.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";

type AgreementAbility =
  "release" | "sign" | "request_code" | "refuse" | "withdraw" | "change" | "seal" | "download";

interface AgreementHead {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly borrowerName: string;
  readonly status: AgreementStatus;
  readonly totalFen: number;
  readonly instalments: number;
  readonly composedAt: string;
  readonly sealedAt: string | null;
  readonly documentSha256: string | null;
  readonly abilities: readonly AgreementAbility[];
}

export interface ClarityLine {
  readonly item: ClarityItem;
  readonly faults: readonly { readonly field: string; readonly detail: string | null }[];
}

export interface AgreementRow extends AgreementHead {
  readonly platformName: string;
  readonly contractNumbers: readonly string[];
}

export interface Agreement extends AgreementHead {
  /** The agreement in force whose place this one takes or took, and when another took this one's. */
  readonly supersedes: { readonly id: string | null; readonly number: string } | null;
  readonly supersededBy: string | null;
  readonly releasedAt: string | null;
  readonly pageCount: number | null;
  readonly terms: Terms;
  readonly contentHash: string;
  readonly schedule: ScheduleResult;
  readonly signatures: readonly {
    readonly party: Party;
    readonly signerName: string;
    readonly method: SignatureMethod;
    readonly signedAt: string;
  }[];
  readonly awaiting: readonly Party[];
  /** Groups in their turn, and who of them may sign now. */
  readonly order: readonly (readonly Party[])[];
  readonly inTurn: readonly Party[];
  /** Too late from this instant on. */
  readonly deadline: string | null;
  readonly facts: {
    readonly centre: string;
    readonly borrower: string;
    /** Who signs in the borrower's place. */
    readonly representative: string | null;
    readonly platform: string;
    readonly signatory: string;
    readonly mediator: string;
    readonly statementAsOf: string;
    readonly agreedOn: string;
  };
  /** Version of the clause texts it was composed from; 0 as shipped. */
  readonly templateVersion: number;
  /** For the mediator alone. */
  readonly clarity: readonly ClarityLine[] | null;
  readonly consentWording: string;
  readonly consentVersion: string;
  /** The name this person signs with; null for those who do not sign. */
  readonly signerName: string | null;
}

export function useAgreements(query: Query) {
  return usePages<AgreementRow>(["agreements"], "/api/agreements", query);
}

export function useAgreement(agreementId: string) {
  return useQuery({
    queryKey: ["agreement", agreementId],
    queryFn: ({ signal }) => apiFetch<Agreement>("GET", `/api/agreements/${agreementId}`, { signal }),
  });
}

/** The newest agreement of a case; `null` while there is none. */
export function useAgreementOfCase(caseId: string) {
  return useQuery({
    queryKey: ["case-agreement", caseId],
    queryFn: async ({ signal }): Promise<Agreement | null> => {
      try {
        return await apiFetch<Agreement>("GET", `/api/cases/${caseId}/agreement`, { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
}

export function documentUrl(agreementId: string): string {
  return `/api/agreements/${agreementId}/document.pdf`;
}

/** A translation for reading, never signed. */
export function translationUrl(agreementId: string): string {
  return `/api/agreements/${agreementId}/translation.pdf`;
}

export function takeAgreementStep(agreementId: string, step: "release" | "seal", idempotencyKey: string) {
  return apiFetch<Agreement>("POST", `/api/agreements/${agreementId}/${step}`, { body: {}, idempotencyKey });
}

export function refuseAgreement(agreementId: string, note: string | null, idempotencyKey: string) {
  return apiFetch<Agreement>("POST", `/api/agreements/${agreementId}/refusal`, {
    body: { note },
    idempotencyKey,
  });
}

/** Taking it back, or having it drawn up anew: both say why to all. */
export function endAgreement(
  agreementId: string,
  how: "withdrawal" | "change",
  reason: string,
  idempotencyKey: string,
) {
  return apiFetch<Agreement>("POST", `/api/agreements/${agreementId}/${how}`, {
    body: { reason },
    idempotencyKey,
  });
}

export type SignatureInput = {
  readonly contentHash: string;
  readonly consentVersion: string;
  readonly consent: true;
} & (
  | { readonly method: "drawn"; readonly imagePng: string }
  | { readonly method: "typed"; readonly typedName: string }
);

export function signAgreement(agreementId: string, body: SignatureInput, idempotencyKey: string) {
  return apiFetch<Agreement>("POST", `/api/agreements/${agreementId}/signatures`, { body, idempotencyKey });
}
