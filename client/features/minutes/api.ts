import { useQuery } from "@tanstack/react-query";
import type { MinutesAnswer } from "../../../shared/minutes/lifecycle.ts";
import type { MinutesList, MinutesView } from "../../../shared/minutes/minutesView.ts";
import { apiFetch } from "../../api/fetch.ts";

export function minutesKey(caseId: string) {
  return ["minutes", caseId] as const;
}

/** The minutes of a case that this person may read, the newest first. */
export function useMinutes(caseId: string, enabled = true) {
  return useQuery({
    queryKey: minutesKey(caseId),
    enabled,
    refetchInterval: 20_000,
    queryFn: ({ signal }) => apiFetch<MinutesList>("GET", `/api/cases/${caseId}/minutes`, { signal }),
  });
}

/** A session that has ended, or from a day to a day. */
export type WhatOf = { readonly sessionId: string } | { readonly firstDay: string; readonly lastDay: string };

export function draftMinutes(caseId: string, what: WhatOf, idempotencyKey: string) {
  return apiFetch<MinutesView>("POST", `/api/cases/${caseId}/minutes`, { body: what, idempotencyKey });
}

export interface Corrections {
  readonly remarks: Readonly<Record<string, string>>;
  readonly outcomeRemark: string | null;
  readonly general: string | null;
  readonly absent: readonly string[];
}

export function reviseMinutes({ id, version }: MinutesView, given: Corrections, idempotencyKey: string) {
  return apiFetch<MinutesView>("PUT", `/api/minutes/${id}`, { body: { ...given, version }, idempotencyKey });
}

export type MinutesStep = "laying-open" | "recall" | "finish" | "withdrawal";

export function stepMinutes({ id }: MinutesView, step: MinutesStep, idempotencyKey: string) {
  return apiFetch<MinutesView>("POST", `/api/minutes/${id}/${step}`, { body: {}, idempotencyKey });
}

export interface Said {
  readonly answer: MinutesAnswer;
  readonly remark?: string;
}

/** Answers exactly the minutes shown. */
export function answerMinutes({ id, contentHash }: MinutesView, said: Said, idempotencyKey: string) {
  return apiFetch<MinutesView>("POST", `/api/minutes/${id}/answer`, {
    body: { ...said, contentHash },
    idempotencyKey,
  });
}

export function minutesUrl({ id }: MinutesView): string {
  return `/api/minutes/${id}/minutes.pdf`;
}
