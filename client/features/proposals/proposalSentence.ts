import type { TFunction } from "i18next";
import { formatDateTime, formatFen } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** What happened to a proposal, as one sentence in the conversation; null for anything else. */
export function proposalSentence(event: RoomEvent, t: TFunction, language: Language): string | null {
  switch (event.type) {
    case "proposal.drafted":
      return t("proposals.event.drafted", { name: event.actor.name });
    case "proposal.opened": {
      const { number, totalFen, deadline } = event.payload;
      return t("proposals.event.opened", {
        number,
        total: formatFen(totalFen),
        deadline: formatDateTime(deadline, language),
      });
    }
    case "proposal.answered": {
      const { number, party } = event.payload;
      return t(party === "borrower" ? "proposals.event.answeredByYou" : "proposals.event.answered", {
        number,
      });
    }
    case "proposal.leaveAnswered": {
      const { given, number } = event.payload;
      return t(given ? "proposals.event.leaveGiven" : "proposals.event.leaveRefused", { number });
    }
    case "proposal.withdrawn": {
      const { number } = event.payload;
      return t(number === 0 ? "proposals.event.discarded" : "proposals.event.withdrawn", { number });
    }
    case "proposal.notAgreed":
      return t("proposals.event.notAgreed", { number: event.payload.number });
    case "proposal.agreed":
      return t("proposals.event.agreed", { number: event.payload.number });
    default:
      return null;
  }
}
