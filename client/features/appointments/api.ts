import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { CaseSummary } from "../cases/types.ts";

export interface Proposal {
  readonly id: string;
  readonly priorCasesWithPlatform: number;
  readonly proposedAt: string;
  readonly abilities: readonly string[];
  readonly case: CaseSummary;
}

export function useProposals() {
  return useQuery({
    queryKey: ["appointments"],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly Proposal[] }>("GET", "/api/appointments", { signal })).items,
  });
}

export interface Declaration {
  readonly hasConflict: boolean;
  readonly statement: string;
}

export function declare(appointmentId: string, body: Declaration, idempotencyKey: string) {
  return apiFetch<unknown>("POST", `/api/appointments/${appointmentId}/declaration`, {
    body,
    idempotencyKey,
  });
}
