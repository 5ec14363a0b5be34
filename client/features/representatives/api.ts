import { useQuery } from "@tanstack/react-query";
import type { RepresentationScope } from "../../../shared/api/roles.ts";
import type {
  RepresentativeKind,
  RepresentativeList,
  RepresentativeView,
} from "../../../shared/representatives/representativeView.ts";
import { apiFetch } from "../../api/fetch.ts";
import { addExhibit } from "../exhibits/api.ts";

export function useRepresentatives(caseId: string) {
  return useQuery({
    queryKey: ["representatives", caseId],
    queryFn: ({ signal }) =>
      apiFetch<RepresentativeList>("GET", `/api/cases/${caseId}/representatives`, { signal }),
  });
}

export interface NewRepresentative {
  readonly name: string;
  readonly kind: RepresentativeKind;
  readonly standing: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly scope: RepresentationScope;
  readonly grantedOn: string;
  readonly endsOn: string;
}

interface Handing {
  readonly key: string;
  /** The words the paper is filed under. */
  readonly words: { readonly paper: string; readonly source: string };
  readonly onProgress: (fraction: number) => void;
}

/** The paper goes into the case first, for the borrower and the mediator alone; then the person is named by it. */
export async function nameRepresentative(
  caseId: string,
  given: NewRepresentative,
  file: File,
  { key, words, onProgress }: Handing,
) {
  const name = `${words.paper} ${given.name}`;
  const about = { name, source: words.source, proves: words.paper, purpose: words.paper };
  const exhibit = await addExhibit(
    caseId,
    file,
    { ...about, groupNo: 5, audience: ["borrower", "mediator"], disclosure: "without_prejudice" },
    { idempotencyKey: `${key} paper`, onProgress },
  );
  const body = { ...given, exhibitId: exhibit.id };
  return await send(`/api/cases/${caseId}/representatives`, body, key);
}

export function endRepresentative(id: string, key: string) {
  return send(`/api/representatives/${id}/end`, {}, key);
}

export function decideRepresentative(
  id: string,
  decision: { accept: boolean; reason?: string },
  key: string,
) {
  return send(`/api/representatives/${id}/decision`, decision, key);
}

export function inviteRepresentative(id: string, key: string) {
  return apiFetch<void>("POST", `/api/representatives/${id}/invitations`, { body: {}, idempotencyKey: key });
}

function send(path: string, body: object, idempotencyKey: string) {
  return apiFetch<RepresentativeView>("POST", path, { body, idempotencyKey });
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface CoMediatorList {
  readonly items: readonly Named[];
  readonly asked: readonly Named[];
  readonly candidates: readonly (Named & {
    readonly openCases: number;
    readonly declaredConflictWithPlatform: boolean;
  })[];
  readonly mayAdd: boolean;
}

export function useCoMediators(caseId: string) {
  return useQuery({
    queryKey: ["coMediators", caseId],
    queryFn: ({ signal }) => apiFetch<CoMediatorList>("GET", `/api/cases/${caseId}/co-mediators`, { signal }),
  });
}

export function askCoMediator(caseId: string, mediatorId: string, idempotencyKey: string) {
  return apiFetch<CoMediatorList>("POST", `/api/cases/${caseId}/co-mediators`, {
    body: { mediatorId },
    idempotencyKey,
  });
}

export function endCoMediator(caseId: string, mediatorId: string, idempotencyKey: string) {
  return apiFetch<void>("POST", `/api/cases/${caseId}/co-mediators/${mediatorId}/end`, {
    body: {},
    idempotencyKey,
  });
}
