import { useQuery } from "@tanstack/react-query";
import type { SignatureMethod } from "../../../shared/agreements/signing.ts";
import type { ConfirmationParty, ConfirmationStatus } from "../../../shared/confirmations/lifecycle.ts";
import type { CourtBasis } from "../../../shared/law/judicialConfirmation.ts";
import { apiFetch } from "../../api/fetch.ts";
import { ApiProblem } from "../../api/problem.ts";
import { uploadFile, type UploadOptions } from "../../api/upload.ts";

type ConfirmationAbility =
  "prepare" | "sign" | "file" | "conclude" | "withdraw" | "application" | "bundle" | "ruling";

export interface Confirmation {
  readonly id: string;
  readonly caseId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly status: ConfirmationStatus;
  readonly effectiveOn: string;
  readonly deadline: string;
  readonly provisional: boolean;
  readonly daysLeft: number;
  readonly rule: {
    readonly days: number;
    readonly courts: readonly CourtBasis[];
    readonly source: string;
  };
  readonly court: string | null;
  readonly courtBasis: CourtBasis | null;
  readonly contentHash: string | null;
  readonly signatures: readonly {
    readonly party: ConfirmationParty;
    readonly signerName: string;
    readonly method: SignatureMethod;
    readonly signedAt: string;
  }[];
  readonly filedOn: string | null;
  readonly courtCaseNumber: string | null;
  readonly concludedOn: string | null;
  readonly consentWording: string;
  readonly signerName: string | null;
  readonly abilities: readonly ConfirmationAbility[];
}

/** Judicial confirmation in a case; `null` before an agreement is in force. */
export function useConfirmation(caseId: string) {
  return useQuery({
    queryKey: ["confirmation", caseId],
    queryFn: async ({ signal }): Promise<Confirmation | null> => {
      try {
        return await apiFetch<Confirmation>("GET", pathOf(caseId), { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
}

function pathOf(caseId: string): string {
  return `/api/cases/${caseId}/confirmation`;
}

export function paperUrl(caseId: string, paper: "application.pdf" | "bundle.pdf" | "ruling"): string {
  return `${pathOf(caseId)}/${paper}`;
}

export interface Court {
  readonly court: string;
  readonly courtBasis: CourtBasis;
}

export function prepareApplication(caseId: string, body: Court, idempotencyKey: string) {
  return apiFetch<Confirmation>("POST", pathOf(caseId), { body, idempotencyKey });
}

export interface Filing {
  readonly filedOn: string;
  readonly courtCaseNumber: string;
}

export function recordFiling(caseId: string, body: Filing, idempotencyKey: string) {
  return apiFetch<Confirmation>("POST", `${pathOf(caseId)}/filing`, { body, idempotencyKey });
}

export interface RulingFields {
  readonly outcome: "confirmed" | "refused";
  readonly concludedOn: string;
}

export function recordRuling(caseId: string, file: File, fields: RulingFields, options: UploadOptions) {
  return uploadFile<Confirmation>(`${pathOf(caseId)}/ruling`, file, { ...fields }, options);
}

export function giveUpConfirmation(caseId: string, idempotencyKey: string) {
  return apiFetch<Confirmation>("POST", `${pathOf(caseId)}/withdrawal`, { body: {}, idempotencyKey });
}

export type ApplicationSignature = {
  readonly contentHash: string;
  readonly oneTimeCode?: string;
} & (
  | { readonly method: "drawn"; readonly imagePng: string }
  | { readonly method: "typed"; readonly typedName: string }
);

export function signApplication(caseId: string, signature: ApplicationSignature, idempotencyKey: string) {
  return apiFetch<Confirmation>("POST", `${pathOf(caseId)}/signatures`, {
    body: { ...signature, consent: true },
    idempotencyKey,
  });
}
