import type { TFunction } from "i18next";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** What happened around a caucus, a request, a report or a muting, in both apps; null for anything else. */
export function safetySentence(event: RoomEvent, t: TFunction): string | null {
  const { name } = event.actor;
  switch (event.type) {
    case "caucus.begun":
      return t("safety.event.caucusBegun", { side: t(`safety.side.${event.payload.side}`) });
    case "caucus.ended":
      return t("safety.event.caucusEnded", { side: t(`safety.side.${event.payload.side}`) });
    case "request.made": {
      const { kind, note } = event.payload;
      return withNote(t(`safety.event.requestMade.${kind}`, { name }), note);
    }
    case "request.answered": {
      const { kind, granted } = event.payload;
      return granted ? t(`safety.event.requestGranted.${kind}`) : t(`safety.event.requestDeclined.${kind}`);
    }
    case "request.withdrawn":
      return t(`safety.event.requestWithdrawn.${event.payload.kind}`);
    case "member.muted":
      return withNote(t("safety.event.muted", { name: event.payload.name }), event.payload.reason);
    case "member.unmuted":
      return t("safety.event.unmuted", { name: event.payload.name });
    case "message.reported": {
      const { reason, note } = event.payload;
      return withNote(
        t("safety.event.reported", { name, reason: t(`safety.report.reasons.${reason}`) }),
        note,
      );
    }
    case "report.dealtWith":
      return t("safety.event.dealtWith", { note: event.payload.note });
    default:
      return null;
  }
}

function withNote(sentence: string, note: string | null): string {
  return note === null ? sentence : `${sentence} · ${note}`;
}
