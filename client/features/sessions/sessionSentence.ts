import type { TFunction } from "i18next";
import { formatDateTime } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** What happened to a session, as one sentence in the conversation; null for anything else. */
export function sessionSentence(event: RoomEvent, t: TFunction, language: Language): string | null {
  switch (event.type) {
    case "session.offered":
      return t("sessions.event.offered", { times: event.payload.times.length });
    case "session.ticked":
      return t("sessions.event.ticked", { name: event.actor.name, times: event.payload.times.length });
    case "session.scheduled": {
      const { startsAt, minutes, from } = event.payload;
      const values = { when: formatDateTime(startsAt, language), minutes };
      return t(from === null ? "sessions.event.scheduled" : "sessions.event.moved", values);
    }
    case "session.lobbyOpened":
      return t("sessions.event.lobbyOpened");
    case "session.started":
      return t("sessions.event.started");
    case "session.phase":
      return t("sessions.event.phase", { phase: t(`sessions.phase.${event.payload.phase}`) });
    case "session.adjourned": {
      const { reason, resumesAt } = event.payload;
      const said = t("sessions.event.adjourned", { reason: t(`sessions.adjournReason.${reason}`) });
      if (resumesAt === null) return said;
      return said + t("sessions.event.resumesAt", { when: formatDateTime(resumesAt, language) });
    }
    case "session.resumed":
      return t("sessions.event.resumed");
    case "session.ended":
      return t("sessions.event.ended", { duration: Math.round(event.payload.seconds / 60) });
    case "session.cancelled":
      return t("sessions.event.cancelled", { reason: t(`sessions.cancelReason.${event.payload.reason}`) });
    case "session.joined":
      return t("sessions.event.joined", { name: event.payload.name });
    case "session.left":
      return t("sessions.event.left", { name: event.payload.name });
    case "groundRules.accepted":
      return t("sessions.event.groundRules", { name: event.payload.name });
    default:
      return null;
  }
}
