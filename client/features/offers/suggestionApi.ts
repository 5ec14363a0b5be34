import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { Suggestions } from "../../../shared/offers/suggestions.ts";

export interface Asked {
  /** Null until somebody types one. */
  readonly monthlyFen: number | null;
  /** What plans with new interest are to charge. */
  readonly annualRate: string;
}

/** Plans for whoever asks; asked for anew only when what is asked for changes. */
export function useSuggestions(caseId: string, { monthlyFen, annualRate }: Asked, enabled: boolean) {
  return useQuery({
    queryKey: ["suggestions", caseId, monthlyFen, annualRate],
    enabled,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      apiFetch<Suggestions>("POST", `/api/cases/${caseId}/suggestions`, {
        body: { monthlyFen, annualRate },
        signal,
      }),
  });
}
