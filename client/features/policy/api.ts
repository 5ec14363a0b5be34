import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { PolicyTrialAnswer } from "../../../shared/offers/policyTrial.ts";
import type { PolicyTable } from "../../../shared/plans/policyTable.ts";

export interface PlatformPolicy {
  readonly version: number;
  readonly limits: PolicyTable;
}

export interface PolicyVersion extends PlatformPolicy {
  readonly setByName: string | null;
  readonly createdAt: string;
}

const PATH = "/api/platform-policy";

export function usePolicy() {
  return useQuery({
    queryKey: ["policy"],
    queryFn: ({ signal }) => apiFetch<PlatformPolicy>("GET", PATH, { signal }),
  });
}

export function usePolicyVersions() {
  return useQuery({
    queryKey: ["policy", "versions"],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly PolicyVersion[] }>("GET", `${PATH}/versions`, { signal })).items,
  });
}

export function setPolicy(policy: PlatformPolicy, idempotencyKey: string) {
  return apiFetch<PlatformPolicy>("PUT", PATH, { body: policy, idempotencyKey });
}

/** Tries limits on past offers; nothing is stored. */
export function tryPolicy(limits: PolicyTable, idempotencyKey: string) {
  return apiFetch<PolicyTrialAnswer>("POST", `${PATH}/trial`, { body: { limits }, idempotencyKey });
}
