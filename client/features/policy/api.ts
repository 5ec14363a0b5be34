import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { PolicyLimits } from "../../../shared/plans/policy.ts";

export interface PlatformPolicy {
  readonly version: number;
  readonly limits: PolicyLimits;
}

export function usePolicy() {
  return useQuery({
    queryKey: ["policy"],
    queryFn: ({ signal }) => apiFetch<PlatformPolicy>("GET", "/api/platform-policy", { signal }),
  });
}

export function setPolicy(policy: PlatformPolicy, idempotencyKey: string) {
  return apiFetch<PlatformPolicy>("PUT", "/api/platform-policy", { body: policy, idempotencyKey });
}
