import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import { uploadFile, type UploadOptions } from "../../api/upload.ts";
import type { Disclosure, Party } from "../../../shared/journal/audience.ts";

/** 1 contract, 2 disbursement, 3 repayment and arrears, 4 demands, 5 assignment and guarantees. */
export const EVIDENCE_GROUPS = [1, 2, 3, 4, 5] as const;
export type EvidenceGroup = (typeof EVIDENCE_GROUPS)[number];

export interface Exhibit {
  readonly id: string;
  readonly party: Party;
  readonly name: string;
  readonly groupNo: EvidenceGroup;
  readonly source: string;
  readonly proves: string;
  readonly purpose: string;
  readonly fileName: string;
  readonly pageCount: number | null;
  readonly sha256: string;
  readonly audience: readonly Party[];
  readonly disclosure: Disclosure;
  readonly inPacket: boolean;
  readonly createdAt: string;
  readonly withdrawnAt: string | null;
  readonly abilities: readonly ("download" | "withdraw")[];
}

export function useExhibits(caseId: string) {
  return useQuery({
    queryKey: ["exhibits", caseId],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly Exhibit[] }>("GET", `/api/cases/${caseId}/exhibits`, { signal }))
        .items,
  });
}

export interface NewExhibit {
  readonly name: string;
  readonly groupNo: EvidenceGroup;
  readonly source: string;
  readonly proves: string;
  readonly purpose: string;
  readonly audience: readonly Party[];
  readonly disclosure: Disclosure;
}

export function addExhibit(caseId: string, file: File, given: NewExhibit, options: UploadOptions) {
  const fields = { ...given, groupNo: String(given.groupNo), audience: JSON.stringify(given.audience) };
  return uploadFile<Exhibit>(`/api/cases/${caseId}/exhibits`, file, fields, options);
}

export function withdrawExhibit(exhibitId: string, idempotencyKey: string) {
  return apiFetch<Exhibit>("POST", `/api/exhibits/${exhibitId}/withdrawal`, { body: {}, idempotencyKey });
}
