import { useQuery } from "@tanstack/react-query";
import type { ContactCounts } from "../../../shared/law/conductHours.ts";
import type { ContactOutcome, ContactPoint, ContactsOfDay } from "../../../shared/outreach/contactLimits.ts";
import { apiFetch } from "../../api/fetch.ts";

export interface Contacts {
  readonly limits: ContactCounts;
  readonly points: readonly {
    readonly point: ContactPoint;
    readonly number: string;
    readonly today: ContactsOfDay;
    readonly refusal: {
      readonly reason: "hours" | "person_limit" | "number_limit";
      readonly nextAt: string;
    } | null;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly point: ContactPoint;
    readonly begunAt: string;
    readonly byName: string;
    readonly outcome: ContactOutcome | null;
  }[];
}

export function useContacts(caseId: string) {
  return useQuery({
    queryKey: ["contacts", caseId],
    queryFn: ({ signal }) => apiFetch<Contacts>("GET", `/api/cases/${caseId}/contacts`, { signal }),
  });
}

export function beginCall(caseId: string, point: ContactPoint, idempotencyKey: string) {
  return apiFetch<Contacts & { readonly number: string }>("POST", `/api/cases/${caseId}/contacts`, {
    body: { point },
    idempotencyKey,
  });
}

export function endCall(contactId: string, outcome: ContactOutcome, idempotencyKey: string) {
  return apiFetch<Contacts>("POST", `/api/contacts/${contactId}/outcome`, {
    body: { outcome },
    idempotencyKey,
  });
}
