import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { Suggestions } from "../../../shared/offers/suggestions.ts";

/** Plans for whoever asks; asked for anew only when the amount changes. `monthlyFen` is null until somebody types one. */
export function useSuggestions(caseId: string, monthlyFen: number | null, enabled: boolean) {
  return useQuery({
    queryKey: ["suggestions", caseId, monthlyFen],
    enabled,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      apiFetch<Suggestions>("POST", `/api/cases/${caseId}/suggestions`, { body: { monthlyFen }, signal }),
  });
}
