import type { TFunction } from "i18next";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** What happened to minutes, as one sentence in the conversation; null for anything else. */
export function minutesSentence(event: RoomEvent, t: TFunction): string | null {
  const { name } = event.actor;
  switch (event.type) {
    case "minutes.drafted":
      return t("minutes.event.drafted", { name, number: event.payload.number });
    case "minutes.withdrawn":
      return t("minutes.event.withdrawn", { name, number: event.payload.number });
    case "minutes.laidOpen":
      return t("minutes.event.laidOpen", { number: event.payload.number });
    case "minutes.recalled":
      return t("minutes.event.recalled", { number: event.payload.number });
    case "minutes.answered": {
      const { number, answer, remark } = event.payload;
      return t(`minutes.event.${answer}`, { name, number, remark: remark ?? "" });
    }
    case "minutes.finished":
      return t("minutes.event.finished", { number: event.payload.number });
    case "minutes.sealed":
      return t("minutes.event.sealed", { number: event.payload.number });
    default:
      return null;
  }
}
