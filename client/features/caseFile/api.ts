import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";

interface CaseFileMaking {
  readonly id: string;
  readonly status: "composing" | "ready" | "failed";
  readonly done: number;
  readonly total: number;
  readonly pageCount: number | null;
  readonly failure: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
  readonly finishedAt: string | null;
}

interface CaseFileState {
  readonly latest: CaseFileMaking | null;
  /** The one that can be downloaded, while another is being made. */
  readonly ready: CaseFileMaking | null;
}

const ASK_AGAIN_MS = 1500;

/** The mediation file of a case; asked again while it is being made. */
export function useMediationFile(caseId: string) {
  return useQuery({
    queryKey: ["mediation-file", caseId],
    queryFn: ({ signal }) => apiFetch<CaseFileState>("GET", pathOf(caseId), { signal }),
    refetchInterval: (query) => (query.state.data?.latest?.status === "composing" ? ASK_AGAIN_MS : false),
  });
}

function pathOf(caseId: string): string {
  return `/api/cases/${caseId}/case-file`;
}

export function mediationFileUrl(caseId: string): string {
  return `${pathOf(caseId)}/document.pdf`;
}

export function makeMediationFile(caseId: string, idempotencyKey: string) {
  return apiFetch<CaseFileMaking>("POST", pathOf(caseId), { body: {}, idempotencyKey });
}
