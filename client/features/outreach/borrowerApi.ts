import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { BorrowerReport } from "../../../shared/journal/events.ts";
import type { Borrower } from "../../borrower/session.ts";

/** What whoever holds the link may know: who asks, and nothing of what for. */
export interface Landing {
  readonly centre: { readonly name: string; readonly phone: string; readonly address: string };
  readonly mediator: { readonly name: string; readonly verificationCode: string | null } | null;
  readonly platform: { readonly name: string } | null;
  readonly borrowerNameMasked: string;
  readonly phoneMasked: string;
  /** The link is of somebody who acts for another person. */
  readonly representing: boolean;
  readonly expiresAt: string;
  readonly identified: boolean;
  readonly locked: boolean;
  readonly retryAfterSeconds: number;
}

export interface CodeSent {
  readonly sentTo: string;
  readonly expiresInSeconds: number;
  readonly resendAfterSeconds: number;
}

const pathOf = (code: string) => `/api/invitations/${encodeURIComponent(code)}`;

/** Opening is counted and limited, so it is not asked again by itself. */
export function useLanding(code: string) {
  return useQuery({
    queryKey: ["invitation", code],
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => apiFetch<Landing>("GET", pathOf(code), { signal }),
  });
}

export function sendIdentityCode(code: string, idempotencyKey: string) {
  return apiFetch<CodeSent>("POST", `${pathOf(code)}/one-time-codes`, { body: {}, idempotencyKey });
}

export async function identify(code: string, proof: { oneTimeCode: string; idLastFour: string }) {
  return (await apiFetch<{ user: Borrower }>("POST", `${pathOf(code)}/identify`, { body: proof })).user;
}

export interface Report {
  readonly report: BorrowerReport;
  readonly note: string;
}

export function reportAsStranger(code: string, body: Report, idempotencyKey: string) {
  return apiFetch<void>("POST", `${pathOf(code)}/reports`, { body, idempotencyKey });
}

export function reportInCase(caseId: string, body: Report, idempotencyKey: string) {
  return apiFetch<void>("POST", `/api/cases/${caseId}/reports`, { body, idempotencyKey });
}
