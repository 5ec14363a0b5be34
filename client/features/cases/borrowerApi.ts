import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { LineAnswer } from "../../../shared/debts/lineAnswer.ts";
import type { CaseFile, CaseSummary } from "./types.ts";

interface Response {
  readonly answer: "consent" | "decline";
  readonly note: string | null;
}

export function respondAsBorrower(caseId: string, body: Response, idempotencyKey: string) {
  return apiFetch<CaseSummary>("POST", `/api/cases/${caseId}/borrower-response`, { body, idempotencyKey });
}

export interface LineAnswered {
  readonly lineId: string;
  readonly answer: LineAnswer;
  readonly reason: string | null;
  readonly exhibitId: string | null;
}

export function answerLine(caseId: string, { lineId, ...body }: LineAnswered, idempotencyKey: string) {
  return apiFetch<CaseFile>("POST", `/api/cases/${caseId}/statement/lines/${lineId}`, {
    body,
    idempotencyKey,
  });
}

interface PauseEvents {
  readonly items: readonly { readonly type: string; readonly payload: { readonly until?: string | null } }[];
  readonly next: string | null;
}

/** When the pause of a case ends by itself; null when only the mediator ends it, or it is not known. */
export function usePauseEnd(caseId: string, paused: boolean) {
  return useQuery({
    queryKey: ["pause", caseId],
    enabled: paused,
    queryFn: async ({ signal }) => {
      let until: string | null = null;
      let cursor: string | undefined;
      do {
        const page: PauseEvents = await apiFetch("GET", `/api/cases/${caseId}/timeline`, {
          query: { limit: 200, cursor },
          signal,
        });
        for (const { type, payload } of page.items) if (type === "case.paused") until = payload.until ?? null;
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return until;
    },
  });
}

export function certificateUrl(caseId: string): string {
  return `/api/cases/${caseId}/certificate.pdf`;
}
