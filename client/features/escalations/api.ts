import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import { usePages } from "../../api/pages.ts";
import type { EscalationOutcome, EscalationStatus } from "../../../shared/escalations/lifecycle.ts";
import type { Component } from "../../../shared/plans/statement.ts";

export interface EscalationRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly borrowerName: string;
  readonly platformName: string;
  readonly lawyerName: string;
  readonly firmName: string;
  readonly status: EscalationStatus;
  readonly requestedAt: string;
  readonly sealedAt: string | null;
  readonly closedAt: string | null;
  readonly pageCount: number | null;
  readonly outcome: EscalationOutcome | null;
  readonly claimFen: number | null;
}

export interface PacketSummary {
  readonly asOf: string;
  readonly claimFen: number;
  readonly byComponent: Readonly<Record<Component, number>>;
  readonly fee: { readonly full: number; readonly half: number; readonly paymentOrder: number };
  readonly contracts: readonly {
    readonly contractNumber: string;
    readonly lender: string;
    readonly totalFen: number;
    readonly limitation: string | null;
  }[];
  readonly exhibits: readonly {
    readonly number: string;
    readonly name: string;
    readonly pageCount: number;
  }[];
}

export interface Escalation {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly borrowerName: string;
  readonly platformName: string;
  readonly status: EscalationStatus;
  readonly lawyer: { readonly id: string; readonly name: string; readonly firm: string };
  readonly requestedAt: string;
  readonly sealedAt: string | null;
  readonly packetSha256: string | null;
  readonly zipSha256: string | null;
  readonly pageCount: number | null;
  readonly manifest: {
    readonly packetNumber: string;
    readonly root: string;
    readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
  } | null;
  readonly summary: PacketSummary | null;
  readonly failure: {
    readonly code: string;
    readonly missing?: readonly { readonly field: string; readonly why: string; readonly detail?: string }[];
  } | null;
  readonly outcome: EscalationOutcome | null;
  readonly outcomeNote: string | null;
  readonly closedAt: string | null;
  readonly abilities: readonly ("retry" | "download" | "conclude" | "read_openings")[];
}

export interface Opening {
  readonly id: string;
  readonly at: string;
  readonly what: "page" | "packet" | "zip";
  readonly byName: string;
}

export function useEscalations(status: EscalationStatus | undefined, enabled = true) {
  return usePages<EscalationRow>(["escalations"], "/api/escalations", { status }, enabled);
}

/** One packet; asked for again while it is being made. */
export function useEscalation(escalationId: string) {
  return useQuery({
    queryKey: ["escalation", escalationId],
    // A lawyer's look is recorded, so coming back to the window is not one more.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
    queryFn: ({ signal }) => apiFetch<Escalation>("GET", `/api/escalations/${escalationId}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "composing" ? 1_500 : false),
  });
}

export function useOpenings(escalationId: string) {
  return useQuery({
    queryKey: ["escalation-openings", escalationId],
    queryFn: async ({ signal }) =>
      (
        await apiFetch<{ items: readonly Opening[] }>("GET", `/api/escalations/${escalationId}/openings`, {
          signal,
        })
      ).items,
  });
}

export interface LawFirm {
  readonly id: string;
  readonly name: string;
  readonly lawyers: readonly { readonly id: string; readonly name: string }[];
}

export function useLawFirms() {
  return useQuery({
    queryKey: ["law-firms"],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly LawFirm[] }>("GET", "/api/law-firms", { signal })).items,
  });
}

export function requestEscalation(caseId: string, lawyerId: string, idempotencyKey: string) {
  return apiFetch<Escalation>("POST", `/api/cases/${caseId}/escalation`, {
    body: { lawyerId },
    idempotencyKey,
  });
}

export function concludeEscalation(
  escalationId: string,
  body: { outcome: EscalationOutcome; note: string | null },
  idempotencyKey: string,
) {
  return apiFetch<Escalation>("POST", `/api/escalations/${escalationId}/outcome`, { body, idempotencyKey });
}
