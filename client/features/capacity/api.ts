import { useQuery } from "@tanstack/react-query";
import type { CapacityAbility } from "../../../shared/capacity/abilities.ts";
import type { Assessment } from "../../../shared/capacity/assess.ts";
import type { LineKey } from "../../../shared/capacity/lines.ts";
import type { LivingFloor } from "../../../shared/capacity/livingFloor.ts";
import type { CapacityDraft, CapacityStatement, Evidence } from "../../../shared/capacity/statement.ts";
import { apiFetch } from "../../api/fetch.ts";

/** What was handed in and what follows from it, as both the borrower and the mediator see it. */
export interface CapacityView {
  readonly caseId: string;
  readonly submitted: {
    readonly version: number;
    readonly at: string;
    readonly statement: CapacityStatement;
    readonly assessment: Assessment;
  } | null;
  readonly shared: { readonly perMonthFen: number; readonly at: string } | null;
  readonly abilities: readonly CapacityAbility[];
}

/** The borrower's own, with what is still being filled in. */
export interface OwnCapacity extends CapacityView {
  readonly version: number;
  readonly draft: CapacityDraft;
  readonly savedAt: string | null;
  readonly changed: boolean;
}

export function capacityKey(caseId: string): readonly string[] {
  return ["capacity", caseId];
}

const path = (caseId: string) => `/api/cases/${caseId}/capacity`;

export function useCapacity(caseId: string) {
  return useQuery({
    queryKey: capacityKey(caseId),
    queryFn: ({ signal }) => apiFetch<CapacityView>("GET", path(caseId), { signal }),
  });
}

export function useOwnCapacity(caseId: string) {
  return useQuery({
    queryKey: capacityKey(caseId),
    queryFn: ({ signal }) => apiFetch<OwnCapacity>("GET", path(caseId), { signal }),
  });
}

export function saveDraft(caseId: string, version: number, draft: CapacityDraft, idempotencyKey: string) {
  return apiFetch<OwnCapacity>("PUT", path(caseId), { body: { version, ...draft }, idempotencyKey });
}

export function submitCapacity(caseId: string, version: number, idempotencyKey: string) {
  return apiFetch<OwnCapacity>("POST", `${path(caseId)}/submission`, { body: { version }, idempotencyKey });
}

export function shareCapacity(caseId: string, perMonthFen: number, idempotencyKey: string) {
  return apiFetch<OwnCapacity>("POST", `${path(caseId)}/sharing`, { body: { perMonthFen }, idempotencyKey });
}

export interface LineVerdict {
  readonly version: number;
  readonly evidence: Evidence;
  readonly remark: string | null;
  readonly exhibitId: string | null;
}

export function verifyLine(caseId: string, key: LineKey, verdict: LineVerdict, idempotencyKey: string) {
  const to = `${path(caseId)}/lines/${key}/verification`;
  return apiFetch<CapacityView>("POST", to, { body: verdict, idempotencyKey });
}

export function useLivingFloors() {
  return useQuery({
    queryKey: ["livingFloors"],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly LivingFloor[] }>("GET", "/api/living-floors", { signal })).items,
  });
}

export function setLivingFloor(floor: LivingFloor, idempotencyKey: string) {
  return apiFetch<unknown>("PUT", "/api/living-floors", { body: floor, idempotencyKey });
}
