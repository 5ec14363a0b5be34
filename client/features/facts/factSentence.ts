import type { TFunction } from "i18next";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** What happened to a statement of fact or a record, as one sentence in the conversation; null for anything else. */
export function factSentence(event: RoomEvent, t: TFunction): string | null {
  const { name } = event.actor;
  switch (event.type) {
    case "fact.proposed":
      return t("facts.event.proposed", { name, number: event.payload.number, text: event.payload.text });
    case "fact.reworded":
      return t("facts.event.reworded", { name, number: event.payload.number, text: event.payload.text });
    case "fact.answered": {
      const { number, answer, reason } = event.payload;
      if (answer !== "disputed" || reason === null) return t(`facts.event.${answer}`, { name, number });
      return t("facts.event.disputedFor", { name, number, reason });
    }
    case "fact.withdrawn":
      return t("facts.event.withdrawn", { name, number: event.payload.number });
    case "factRecord.drafted":
      return t("facts.event.recordDrafted", { name, count: event.payload.count });
    case "factRecord.voided":
      return t(`facts.event.recordVoided.${event.payload.why}`);
    case "factRecord.signed":
      return t(`facts.event.recordSigned.${event.payload.party}`);
    case "factRecord.sealed":
      return t("facts.event.recordSealed", { number: event.payload.number });
    default:
      return null;
  }
}
