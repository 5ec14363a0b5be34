import type { Channel } from "../../../shared/journal/events.ts";
import { formatFen } from "../../i18n/format.ts";
import { texts } from "../../i18n/instance.ts";
import { lookUp } from "../../i18n/text.ts";
import { factSentence } from "../facts/factSentence.ts";
import { safetySentence } from "./safetySentence.ts";
import { minutesSentence } from "../minutes/minutesSentence.ts";
import { proposalSentence } from "../proposals/proposalSentence.ts";
import { sessionSentence } from "../sessions/sessionSentence.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";

/** The two the borrower has; the server sends no others. */
export type TalkChannel = Extract<Channel, "joint" | "caucus_borrower">;

/** Which of the two a room event belongs to: what is said stays where it was said, what happens is for everybody. */
export function channelOf(event: RoomEvent): TalkChannel {
  switch (event.type) {
    case "message.posted":
    case "message.passedOn":
      return event.payload.channel === "caucus_borrower" ? "caucus_borrower" : "joint";
    case "caucus.begun":
    case "caucus.ended":
      return event.payload.announced ? "joint" : "caucus_borrower";
    case "request.made":
    case "request.answered":
    case "request.withdrawn":
    case "member.muted":
    case "member.unmuted":
      return "caucus_borrower";
    default:
      return "joint";
  }
}

/** A sentence for something that happened; `undefined` for what needs no line in a conversation. */
export function happening(event: RoomEvent): string | undefined {
  const say = (key: string, values: Record<string, unknown> = {}) => lookUp(`talk.event.${key}`, values);
  const party = (name: string) => lookUp(`talk.party.${name}`) ?? name;
  switch (event.type) {
    case "member.joined":
      return event.payload.party === "borrower" ? undefined : say("joined", { name: event.payload.name });
    case "member.left":
      return event.payload.party === "borrower" ? undefined : say("left", { name: event.payload.name });
    case "member.removed":
      return say("removed", { name: event.payload.name });
    case "offer.put": {
      const { by, number, totalFen } = event.payload;
      const total = formatFen(totalFen);
      return say(by === "platform" ? "offerPutPlatform" : "offerPutBorrower", { number, total });
    }
    case "offer.withdrawn":
      return say("offerWithdrawn", event.payload);
    case "offer.declined":
      return say("offerDeclined", event.payload);
    case "offer.expired":
      return say("offerExpired", event.payload);
    case "offer.extended":
      return say("offerExtended", event.payload);
    case "offer.draftedFor":
      return say("offerDraftedFor");
    case "offer.draftDecided":
      return say(`offerDraftDecided.${event.payload.how}`);
    case "offer.accepted":
      return say("offerAccepted", event.payload);
    case "fact.proposed":
    case "fact.reworded":
    case "fact.answered":
    case "fact.withdrawn":
    case "factRecord.drafted":
    case "factRecord.voided":
    case "factRecord.signed":
    case "factRecord.sealed":
      return factSentence(event, texts.t) ?? undefined;
    case "minutes.laidOpen":
    case "minutes.recalled":
    case "minutes.answered":
    case "minutes.finished":
    case "minutes.sealed":
      return minutesSentence(event, texts.t) ?? undefined;
    case "proposal.opened":
    case "proposal.answered":
    case "proposal.withdrawn":
    case "proposal.notAgreed":
    case "proposal.agreed":
      return proposalSentence(event, texts.t, texts.language === "en" ? "en" : "zh") ?? undefined;
    case "session.offered":
    case "session.scheduled":
    case "session.lobbyOpened":
    case "session.started":
    case "session.phase":
    case "session.adjourned":
    case "session.resumed":
    case "session.ended":
    case "session.cancelled":
      return sessionSentence(event, texts.t, texts.language === "en" ? "en" : "zh") ?? undefined;
    case "statement.lineAnswered":
      // What is right needs no talk; what is questioned does.
      if (event.payload.answer !== "disputed") return undefined;
      return say(event.actor.party === "borrower" ? "lineDisputed" : "lineDoubted", {
        reason: event.payload.reason ?? "",
      });
    case "statement.corrected": {
      const { component, fromFen, toFen } = event.payload;
      const line = lookUp(`myCase.debt.component.${component}`) ?? component;
      return say("corrected", { line, from: formatFen(fromFen), to: formatFen(toFen) });
    }
    case "capacity.shared":
      return lookUp("myCapacity.told", { amount: formatFen(event.payload.perMonthFen) });
    case "case.paused":
      return say("paused");
    case "case.resumed":
      return say("resumed");
    case "case.stageChanged":
      if (event.payload.to === "invited" || event.payload.to === "preparing") return undefined;
      return say("stage", { stage: lookUp(`stage.${event.payload.to}`) ?? event.payload.to });
    case "caucus.begun":
    case "caucus.ended":
    case "request.made":
    case "request.answered":
    case "request.withdrawn":
    case "member.muted":
    case "member.unmuted":
      return safetySentence(event, texts.t) ?? undefined;
    case "agreement.composed":
      return say("composed");
    case "agreement.released":
      return say("released");
    case "agreement.signed":
      return say("signed", { party: party(event.payload.party) });
    case "agreement.lapsed":
      return say("lapsed");
    case "agreement.voided":
      return say("voided", { reason: event.payload.reason });
    case "agreement.withdrawn":
      return say("withdrawn", { reason: event.payload.reason });
    case "agreement.refused":
      return say("refused", { party: party(event.payload.party) });
    case "agreement.sealed":
      return say("sealed");
    case "case.terminated":
      return say("terminated");
    default:
      return undefined;
  }
}

/** Events that change what other pages show; whoever looks at offers or the case reads them again. */
export function changesCase(event: RoomEvent): boolean {
  return !/^(message|member|caucus|request|report)\./.test(event.type);
}
