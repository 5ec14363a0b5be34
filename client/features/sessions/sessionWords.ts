import { formatDateTime } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { lookUp } from "../../i18n/text.ts";
import type { ReadableEvent } from "../journal/api.ts";

type SessionEvent = Extract<ReadableEvent, { type: `session.${string}` }>;

/** The words of a session's event in the timeline that stand for codes, instants and lists. */
export function sessionWords(event: SessionEvent, language: Language): Record<string, string> {
  switch (event.type) {
    case "session.offered":
    case "session.ticked":
      return { count: String(event.payload.times.length) };
    case "session.scheduled": {
      const { from, startsAt } = event.payload;
      return {
        when: formatDateTime(startsAt, language),
        from: from === null ? "" : word("sessions.putOff", { from: formatDateTime(from, language) }),
      };
    }
    case "session.phase":
      return { phase: word(`sessions.phase.${event.payload.phase}`) };
    case "session.adjourned":
      return { reason: word(`sessions.adjournReason.${event.payload.reason}`) };
    case "session.cancelled":
      return { reason: word(`sessions.cancelReason.${event.payload.reason}`) };
    case "session.ended": {
      const { seconds, attendance } = event.payload;
      return { duration: String(Math.round(seconds / 60)), count: String(attendance.length) };
    }
    case "session.attendanceConfirmed":
      return { count: String(event.payload.attendance.filter(({ present }) => present).length) };
    default:
      return {};
  }
}

function word(key: string, values: Record<string, string> = {}): string {
  return lookUp(key, values) ?? "";
}
