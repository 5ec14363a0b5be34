import { useQuery } from "@tanstack/react-query";
import type { RoomView } from "../../../shared/api/messages.ts";
import { apiFetch } from "../../api/fetch.ts";

/** Whether this person has to accept the ground rules before entering; what keeps them out otherwise is the room's to say. */
export function useGroundRules(caseId: string) {
  return useQuery({
    queryKey: ["ground-rules", caseId],
    queryFn: async ({ signal }) => {
      const { groundRules } = await apiFetch<RoomView>("GET", `/api/cases/${caseId}/room`, { signal });
      return groundRules;
    },
    retry: false,
    // Read once on the way in: entering is what changes it.
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Accept the rules of this version, and enter. */
export function acceptGroundRules(caseId: string, version: string, idempotencyKey: string) {
  return apiFetch<RoomView>("POST", `/api/cases/${caseId}/room/join`, {
    body: { groundRules: version },
    idempotencyKey,
  });
}
