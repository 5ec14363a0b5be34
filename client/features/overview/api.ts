import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";

export interface Overview {
  readonly byStage: Readonly<Partial<Record<CaseStage, number>>>;
  readonly funnel: {
    readonly invited: number;
    readonly opened: number;
    readonly identified: number;
    readonly consented: number;
  };
  readonly agreementsSealed: number;
  readonly totalSettledFen: number;
}

export function useOverview() {
  return useQuery({
    queryKey: ["overview"],
    queryFn: ({ signal }) => apiFetch<Overview>("GET", "/api/overview", { signal }),
  });
}
