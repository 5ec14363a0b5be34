import { EVERYONE, type Party } from "../../../shared/journal/audience.ts";
import type { Channel, JournalEvent } from "../../../shared/journal/events.ts";

/**
 * Who may hear of an event, said once more and otherwise than shared/journal/labels.ts says it. An event that no
 * schedule was meant to cause is a mistake in the test.
 */
export function mayHearOf(event: JournalEvent): readonly Party[] {
  const { type, payload } = event;
  if (OPEN.some((prefix) => type.startsWith(prefix))) return EVERYONE;
  switch (event.type) {
    case "message.posted":
    case "message.released":
    case "message.releaseTakenBack":
    case "message.carried":
    case "message.passedOn":
      return inChannel(event.payload.channel);
    case "member.muted":
    case "member.unmuted":
    case "message.reported":
    case "report.dealtWith":
    case "request.made":
    case "request.answered":
    case "request.withdrawn":
      return [event.payload.party, "mediator"];
    case "caucus.begun":
    case "caucus.ended":
      return event.payload.announced ? EVERYONE : [event.payload.side, "mediator"];
    case "offer.draftedFor":
    case "offer.draftDecided":
      return [event.payload.for, "mediator"];
    case "exhibit.added":
      // Every document of a schedule is its side's and the mediator's.
      return [event.actor.party === "borrower" ? "borrower" : "platform", "mediator"];
    case "proposal.answered":
    case "proposal.warningRead":
      return [event.payload.party];
    case "offer.drafted":
    case "offer.approvalRequested":
    case "offer.approvalAnswered":
    case "proposal.leaveAnswered":
      return ["platform"];
    case "proposal.drafted":
    case "case.terminationNoted":
    case "minutes.drafted":
    case "caseFile.made":
      return ["mediator"];
    case "proposal.withdrawn":
      return event.payload.number === 0 ? ["mediator"] : EVERYONE;
    case "offer.withdrawn":
    case "offer.expired":
      return event.payload.number === 0 ? ["platform"] : EVERYONE;
    default:
      throw new Error(`who may hear of ${type}? ${JSON.stringify(payload)}`);
  }
}

/** What all three may know of. */
const OPEN = [
  "case.created",
  "case.debtAdded",
  "case.stageChanged",
  "case.terminated",
  "certificate.issued",
  "document.timestamped",
  "party.consented",
  "groundRules.accepted",
  "member.joined",
  "member.left",
  "member.removed",
  "fact.",
  "offer.put",
  "offer.accepted",
  "proposal.opened",
  "proposal.agreed",
  "proposal.notAgreed",
  "agreement.composed",
  "minutes.laidOpen",
];

function inChannel(channel: Channel): readonly Party[] {
  if (channel === "joint") return EVERYONE;
  if (channel === "mediator_notes") return ["mediator"];
  return [channel === "caucus_borrower" ? "borrower" : "platform", "mediator"];
}
