import { useQuery, useQueryClient } from "@tanstack/react-query";
import { apiFetch } from "../api/fetch.ts";
import { forgetCsrfToken } from "../api/csrf.ts";
import { forgetDrafts } from "../api/forgetDrafts.ts";
import type { Permission } from "../../shared/api/permissions.ts";
import type { RepresentationScope } from "../../shared/api/roles.ts";
import { ApiProblem } from "../api/problem.ts";

/** Who proved themselves on this phone, and the one case they may see. */
export interface Borrower {
  readonly kind: "borrower";
  readonly id: string;
  /** Masked, such as 张*. */
  readonly name: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly permissions: readonly Permission[];
  /** There for somebody who acts for the borrower; the name is theirs then. */
  readonly representative: { readonly scope: RepresentationScope; readonly borrowerName: string } | null;
}

export const BORROWER = ["borrower"] as const;

/** The signed-in borrower; `null` when nobody is, or when staff use the same browser. */
export function useBorrower() {
  return useQuery({
    queryKey: BORROWER,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Borrower | null> => {
      try {
        const { user } = await apiFetch<{ user: Borrower | { kind: "staff" } }>("GET", "/api/auth/me", {
          signal,
        });
        return user.kind === "borrower" ? user : null;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Whether whoever is signed in may attempt this; true until that is known, because the server decides anyway. */
export function useMay(permission: Permission): boolean {
  const { data } = useBorrower();
  return data?.permissions.includes(permission) ?? true;
}

/** Another session begins or ends: its token and everything the former one had read are forgotten. */
export function useSwitchBorrower() {
  const queries = useQueryClient();
  return (borrower: Borrower | null) => {
    if (borrower === null) forgetDrafts();
    forgetCsrfToken();
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== BORROWER[0] });
    queries.setQueryData(BORROWER, borrower);
  };
}

const CODE = "parley.invitation";

/** The invitation this tab came in by, so that a session that ran out finds its way back. Gone with the tab. */
export function rememberInvitation(code: string): void {
  try {
    window.sessionStorage.setItem(CODE, code);
  } catch {
    // A private window may forbid storage; the link in the notice still works.
  }
}

export function rememberedInvitation(): string | null {
  try {
    return window.sessionStorage.getItem(CODE);
  } catch {
    return null;
  }
}
