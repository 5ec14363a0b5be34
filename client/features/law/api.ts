import { useQuery } from "@tanstack/react-query";
import type { LawBook } from "../../../shared/law/lawBook.ts";
import type { LawRule } from "../../../shared/law/lawRules.ts";
import type { NewVersion } from "../../../shared/law/newVersion.ts";
import { apiFetch } from "../../api/fetch.ts";
import type { LegalChecksView } from "./types.ts";

export interface LawBookView {
  readonly version: number;
  readonly items: readonly (LawRule & { readonly toBeConfirmed: boolean })[];
  readonly abilities: readonly "add"[];
}

export function useLawBook() {
  return useQuery({
    queryKey: ["law"],
    queryFn: ({ signal }) => apiFetch<LawBookView>("GET", "/api/law/rules", { signal }),
  });
}

/** The book as the pure rules take it. */
export function bookOf({ version, items }: LawBookView): LawBook {
  return { version, rules: items };
}

export function addVersion(draft: NewVersion & { version: number }, idempotencyKey: string) {
  return apiFetch<LawBookView>("POST", "/api/law/rules", { body: draft, idempotencyKey });
}

export function useLegalChecks(caseId: string) {
  return useQuery({
    queryKey: ["legal-checks", caseId],
    queryFn: ({ signal }) =>
      apiFetch<LegalChecksView>("GET", `/api/cases/${caseId}/legal-checks`, { signal }),
  });
}
