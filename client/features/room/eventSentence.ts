import type { TFunction } from "i18next";
import { formatDate, formatFen } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { factSentence } from "../facts/factSentence.ts";
import { safetySentence } from "./safetySentence.ts";
import { minutesSentence } from "../minutes/minutesSentence.ts";
import { proposalSentence } from "../proposals/proposalSentence.ts";
import { sessionSentence } from "../sessions/sessionSentence.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** What happened, as one sentence between the messages; null for what the conversation leaves out. */
export function eventSentence(event: RoomEvent, t: TFunction, language: Language): string | null {
  const { name } = event.actor;
  switch (event.type) {
    case "case.stageChanged":
      return t("room.event.stageChanged", { stage: t(`stage.${event.payload.to}`) });
    case "case.paused":
      return event.payload.until === null
        ? t("room.event.paused")
        : t("room.event.pausedUntil", { until: formatDate(event.payload.until, language) });
    case "case.resumed":
      return t("room.event.resumed");
    case "case.terminated":
      return t("room.event.terminated");
    case "case.terminationNoted":
      return t("room.event.terminationNoted", { note: event.payload.note });
    case "case.mediatorAppointed":
      return t("room.event.mediatorAppointed", { name: event.payload.mediatorName });
    case "party.consented":
      return t("room.event.consented", { party: t(`words.party.${event.payload.party}`) });
    case "party.declined":
      return t("room.event.declined", { party: t(`words.party.${event.payload.party}`) });
    case "party.declineExplained": {
      const { party, note } = event.payload;
      return t("room.event.declineExplained", { party: t(`words.party.${party}`), note });
    }
    case "borrower.reported": {
      const { report, note } = event.payload;
      const said = t("room.event.reported", { report: t(`words.report.${report}`) });
      return note === "" ? said : `${said}（${note}）`;
    }
    case "statement.lineAnswered": {
      const { answer, reason } = event.payload;
      if (answer === "disputed") return t("room.event.lineDisputed", { name, reason: reason ?? "" });
      return t(answer === "confirmed" ? "room.event.lineConfirmed" : "room.event.lineReopened", { name });
    }
    case "statement.corrected": {
      const { component, fromFen, toFen } = event.payload;
      const figures = { from: formatFen(fromFen), to: formatFen(toFen) };
      return t("room.event.corrected", { name, line: t(`words.component.${component}`), ...figures });
    }
    case "debt.paymentsStated":
      return t("room.event.paymentsStated", { name, number: event.payload.contractNumber });
    case "capacity.submitted":
      return t("capacity.handedIn");
    case "capacity.shared":
      return t("capacity.shared", { amount: formatFen(event.payload.perMonthFen) });
    case "member.joined":
      return t("room.event.joined", person(event.payload, t));
    case "member.left":
      return t("room.event.left", person(event.payload, t));
    case "member.removed":
      return t("room.event.removed", person(event.payload, t));
    case "payment.recorded":
      return t("room.event.paymentRecorded", { amount: formatFen(event.payload.fen) });
    case "plan.breached": {
      const { instalmentNo: number, overdueFen } = event.payload;
      return t("room.event.breached", { number, amount: formatFen(overdueFen) });
    }
    case "plan.cured":
      return t("room.event.cured");
    case "plan.completed":
      return t("room.event.completed", { amount: formatFen(event.payload.totalFen) });
    default:
      return (
        factSentence(event, t) ??
        minutesSentence(event, t) ??
        safetySentence(event, t) ??
        offerSentence(event, t) ??
        proposalSentence(event, t, language) ??
        sessionSentence(event, t, language) ??
        agreementSentence(event, t)
      );
  }
}

function person(
  { name, party }: { name: string; party: "borrower" | "platform" | "mediator" },
  t: TFunction,
) {
  return { name, party: t(`words.party.${party}`) };
}

function offerSentence(event: RoomEvent, t: TFunction): string | null {
  const { name } = event.actor;
  switch (event.type) {
    case "offer.put": {
      const { by, number, totalFen, counters } = event.payload;
      const values = { party: t(`words.party.${by}`), number, total: formatFen(totalFen) };
      return t(counters === null ? "room.event.offerPut" : "room.event.offerCounter", values);
    }
    case "offer.approvalRequested":
      return t(`room.event.offerApprovalRequested.${event.payload.for}`, {
        name,
        number: event.payload.number,
      });
    case "offer.approvalAnswered": {
      const { approved, for: what, number } = event.payload;
      return approved
        ? t(`room.event.offerApproved.${what}`, { name, number })
        : t(`room.event.offerRefused.${what}`, { name, number });
    }
    case "offer.withdrawn": {
      const { number } = event.payload;
      return t(number === 0 ? "room.event.draftWithdrawn" : "room.event.offerWithdrawn", { name, number });
    }
    case "offer.expired": {
      const { number } = event.payload;
      return t(number === 0 ? "room.event.draftExpired" : "room.event.offerExpired", { number });
    }
    case "offer.extended":
      return t("room.event.offerExtended", { number: event.payload.number });
    case "offer.draftedFor":
      return t("room.event.offerDraftedFor", { name, party: t(`words.party.${event.payload.for}`) });
    case "offer.draftDecided":
      return t(`room.event.offerDraftDecided.${event.payload.how}`, {
        name,
        party: t(`words.party.${event.payload.for}`),
      });
    case "offer.declined":
      return t("room.event.offerDeclined", { name, number: event.payload.number });
    case "offer.accepted":
      return t("room.event.offerAccepted", { name, number: event.payload.number });
    default:
      return null;
  }
}

function agreementSentence(event: RoomEvent, t: TFunction): string | null {
  switch (event.type) {
    case "agreement.composed":
      return t("room.event.agreementComposed", { number: event.payload.number });
    case "agreement.released":
      return t("room.event.agreementReleased");
    case "agreement.signed":
      return t("room.event.agreementSigned", { party: t(`words.party.${event.payload.party}`) });
    case "agreement.turn":
      return t("room.event.agreementTurn", {
        parties: event.payload.parties
          .map((party) => t(`words.party.${party}`))
          .join(t("journal.listSeparator")),
      });
    case "agreement.lapsed":
      return t("room.event.agreementLapsed");
    case "agreement.voided":
      return t("room.event.agreementVoided", { reason: event.payload.reason });
    case "agreement.withdrawn":
      return t("room.event.agreementWithdrawn", { reason: event.payload.reason });
    case "agreement.refused":
      return t("room.event.agreementRefused", { party: t(`words.party.${event.payload.party}`) });
    case "agreement.refusalExplained": {
      const { party, note } = event.payload;
      return t("room.event.agreementRefusalExplained", { party: t(`words.party.${party}`), note });
    }
    case "agreement.sealed":
      return t("room.event.agreementSealed");
    default:
      return null;
  }
}
