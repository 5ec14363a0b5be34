import { useQuery } from "@tanstack/react-query";
import type { AdjournReason, CancelReason, SessionPhase } from "../../../shared/sessions/lifecycle.ts";
import type { SessionList, SessionView } from "../../../shared/sessions/sessionView.ts";
import { apiFetch } from "../../api/fetch.ts";

export function sessionsKey(caseId: string) {
  return ["sessions", caseId] as const;
}

/** How far the server's clock is ahead of this computer's, in milliseconds. */
export type SessionListHere = SessionList & { readonly aheadMs: number };

/** The sessions of a case, the newest first. Read again now and then: the lobby opens without anybody acting. */
export function useSessions(caseId: string) {
  return useQuery({
    queryKey: sessionsKey(caseId),
    refetchInterval: 15_000,
    queryFn: async ({ signal }): Promise<SessionListHere> => {
      const list = await apiFetch<SessionList>("GET", `/api/cases/${caseId}/sessions`, { signal });
      return { ...list, aheadMs: Date.parse(list.now) - Date.now() };
    },
  });
}

/** The session that is being arranged or held, if there is one. */
export function openSession(list: SessionList | undefined): SessionView | null {
  return list?.items.find(({ status }) => status !== "ended" && status !== "cancelled") ?? null;
}

/** When it begins or goes on; null while nothing is fixed, and once it has begun without a time to go on. */
export function timeToCome({ resumesAt, startsAt, startedAt }: SessionView): string | null {
  return resumesAt ?? (startedAt === null ? startsAt : null);
}

export function calendarPath({ id }: SessionView): string {
  return `/api/sessions/${id}/calendar.ics`;
}

export interface TimesOffered {
  readonly times: readonly string[];
  readonly minutes: number;
}

/** Times for a new session, or others for the one whose time is being looked for. */
export function offerTimes(caseId: string, earlier: SessionView | null, offered: TimesOffered, key: string) {
  if (earlier === null) return send("POST", `/api/cases/${caseId}/sessions`, { ...offered }, key);
  return send("PUT", `/api/sessions/${earlier.id}/times`, { ...offered, version: earlier.version }, key);
}

export function tickTimes({ id }: SessionView, times: readonly string[], key: string) {
  return send("PUT", `/api/sessions/${id}/ticks`, { times }, key);
}

export function fixTime({ id, version }: SessionView, startsAt: string, key: string) {
  return send("POST", `/api/sessions/${id}/time`, { startsAt, version }, key);
}

export function changeTime({ id, version }: SessionView, startsAt: string, minutes: number, key: string) {
  return send("PUT", `/api/sessions/${id}/time`, { startsAt, minutes, version }, key);
}

export function cancelSession({ id }: SessionView, reason: CancelReason, key: string) {
  return send("POST", `/api/sessions/${id}/cancellation`, { reason }, key);
}

/** What needs nothing said with it. */
export type Step = "lobby" | "start" | "resumption" | "end";
export function takeStep({ id }: SessionView, step: Step, key: string) {
  return send("POST", `/api/sessions/${id}/${step}`, {}, key);
}

export function setPhase({ id }: SessionView, phase: SessionPhase, key: string) {
  return send("PUT", `/api/sessions/${id}/phase`, { phase }, key);
}

export function adjourn({ id }: SessionView, reason: AdjournReason, key: string) {
  return send("POST", `/api/sessions/${id}/adjournment`, { reason, resumesAt: null }, key);
}

export function confirmAttendance({ id }: SessionView, present: readonly string[], key: string) {
  return send("PUT", `/api/sessions/${id}/attendance`, { present }, key);
}

function send(method: "POST" | "PUT", path: string, body: object, idempotencyKey: string) {
  return apiFetch<SessionView>(method, path, { body, idempotencyKey });
}
