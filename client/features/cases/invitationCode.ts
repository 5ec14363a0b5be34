import { useQuery } from "@tanstack/react-query";
import { announce } from "../../api/fetch.ts";
import { readProblem } from "../../api/problem.ts";

/** The invitation's link as a square code, as a data address; read anew when a new invitation goes out. */
export function useInvitationCode(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["invitation-code", caseId],
    enabled,
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/cases/${caseId}/invitation.svg`, {
        credentials: "same-origin",
        signal,
      });
      const text = await response.text();
      if (!response.ok) throw announce(readProblem(response.status, text));
      return `data:image/svg+xml,${encodeURIComponent(text)}`;
    },
  });
}
