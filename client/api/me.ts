import { forgetDrafts } from "./forgetDrafts.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../i18n/language.ts";
import { apiFetch } from "./fetch.ts";
import { forgetCsrfToken } from "./csrf.ts";
import type { Permission } from "../../shared/api/permissions.ts";
import type { OrganisationKind, StaffRole } from "../../shared/api/roles.ts";
import { ApiProblem } from "./problem.ts";

interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn?: string | null;
}

export interface StaffUser {
  readonly id: string;
  readonly kind: "staff";
  readonly role: StaffRole;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly username: string;
  readonly organisation: Organisation;
  readonly permissions: readonly Permission[];
}

/** A name as the chosen language writes it, where that has been given. */
export function inLanguage(
  named: { readonly name: string; readonly nameEn?: string | null },
  language: Language,
): string {
  return language === "en" ? (named.nameEn ?? named.name) : named.name;
}

export const ME = ["me"] as const;

/** The signed-in staff member; `null` when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<StaffUser | null> => {
      try {
        const answer = await apiFetch<{ user: StaffUser | { kind: "borrower" } }>("GET", "/api/auth/me", {
          signal,
        });
        return answer.user.kind === "staff" ? answer.user : null;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** What the shell does about the session. Each forgets everything the former session had loaded. */
export function useSession() {
  const queries = useQueryClient();
  const restart = () => {
    forgetCsrfToken();
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
    queries.setQueryData(ME, null);
  };
  return {
    restart,
    signIn: async (username: string, password: string) => {
      const answer = await apiFetch<{ user: StaffUser }>("POST", "/api/auth/sign-in", {
        body: { username, password },
      });
      restart();
      queries.setQueryData(ME, answer.user);
    },
    signOut: async () => {
      await apiFetch<void>("POST", "/api/auth/sign-out");
      forgetDrafts();
      restart();
    },
    signOutEverywhere: async () => {
      await apiFetch<void>("POST", "/api/auth/sign-out-everywhere");
      forgetDrafts();
      restart();
    },
    changePassword: (currentPassword: string, newPassword: string) =>
      apiFetch<void>("POST", "/api/auth/password", { body: { currentPassword, newPassword } }),
  };
}
