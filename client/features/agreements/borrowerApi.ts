import { apiFetch } from "../../api/fetch.ts";
import type { Signature } from "../../borrower/ui/SignaturePad.tsx";
import type { CodeSent } from "../outreach/borrowerApi.ts";
import type { Agreement } from "./api.ts";

export function sendSigningCode(agreementId: string, idempotencyKey: string) {
  return apiFetch<CodeSent>("POST", `/api/agreements/${agreementId}/one-time-codes`, {
    body: {},
    idempotencyKey,
  });
}

export interface BorrowerSignature {
  readonly signature: Signature;
  readonly oneTimeCode: string;
  /** Of the text that was on the screen. */
  readonly contentHash: string;
  readonly consentVersion: string;
}

export function signAsBorrower(
  agreementId: string,
  { signature, ...read }: BorrowerSignature,
  idempotencyKey: string,
) {
  const mark =
    signature.kind === "drawn"
      ? { method: "drawn", imagePng: signature.png }
      : { method: "typed", typedName: signature.name };
  return apiFetch<Agreement>("POST", `/api/agreements/${agreementId}/signatures`, {
    body: { ...mark, ...read, consent: true },
    idempotencyKey,
  });
}
