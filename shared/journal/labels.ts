import { EVERYONE, type Labels, type Party } from "./audience.ts";
import type { Channel, EventDraft } from "./events.ts";

const RECORD: Labels = { audience: EVERYONE, disclosure: "shareable" };
const TALK: Labels = { audience: EVERYONE, disclosure: "without_prejudice" };
const OFFICE: Labels = { audience: ["mediator"], disclosure: "shareable" };
const BORROWER_CONFIDENCE: Labels = { audience: ["borrower", "mediator"], disclosure: "without_prejudice" };
const PLATFORM_CONFIDENCE: Labels = { audience: ["platform", "mediator"], disclosure: "without_prejudice" };
const PLATFORM_INTERNAL: Labels = { audience: ["platform"], disclosure: "without_prejudice" };
/** What one side said under seal: its own, and not even the mediator's. */
const BORROWER_SEALED: Labels = { audience: ["borrower"], disclosure: "without_prejudice" };
const PLATFORM_RECORD: Labels = { audience: ["platform"], disclosure: "shareable" };
const MEDIATOR_PRIVATE: Labels = { audience: ["mediator"], disclosure: "mediator_private" };

/** Who may ever read what is said in a channel, and whether it may leave the mediation. */
export const CHANNEL_LABELS: Record<Channel, Labels> = {
  joint: TALK,
  caucus_borrower: BORROWER_CONFIDENCE,
  caucus_platform: PLATFORM_CONFIDENCE,
  mediator_notes: MEDIATOR_PRIVATE,
};

/**
 * The labels of an event, decided here once for every type. Offers, concessions, sealed answers and
 * everything said in order to settle are never shareable.
 */
export function labelsFor(draft: EventDraft): Labels {
  switch (draft.type) {
    case "case.created":
    case "case.debtAdded":
    case "case.accepted":
    case "case.stageChanged":
    case "case.paused":
    case "case.resumed":
    case "case.terminated":
    case "certificate.issued":
    case "case.mediatorAppointed":
    case "case.coMediatorAdded":
    case "case.coMediatorLeft":
    case "representative.accepted":
    case "representative.identified":
    case "notice.issued":
    case "borrower.identified":
    case "debt.paymentsStated":
    case "contact.ended":
    case "party.consented":
    case "party.declined":
    case "member.joined":
    case "member.left":
    case "member.removed":
    // That people met, and by which rules, is record; what was said there is not.
    case "groundRules.accepted":
    case "session.offered":
    case "session.scheduled":
    case "session.lobbyOpened":
    case "session.started":
    case "session.adjourned":
    case "session.resumed":
    case "session.ended":
    case "session.cancelled":
    case "session.joined":
    case "session.left":
    case "session.attendanceConfirmed":
    case "agreement.sealed":
    case "document.timestamped":
    case "factRecord.sealed":
    case "payment.recorded":
    case "plan.breached":
    case "plan.cured":
    case "plan.completed":
    case "amendment.begun":
    case "amendment.ended":
    case "agreement.superseded":
    case "completion.issued":
    case "confirmation.prepared":
    case "confirmation.signed":
    case "confirmation.dueSoon":
    case "confirmation.sealed":
    case "confirmation.filed":
    case "confirmation.concluded":
    case "confirmation.withdrawn":
      return RECORD;
    case "appointment.proposed":
    case "appointment.declared":
    case "invitation.opened":
    case "caseFile.made":
    case "borrower.identificationFailed":
    case "representative.identificationFailed":
      return OFFICE;
    case "case.terminationNoted":
    case "minutes.drafted":
    case "minutes.withdrawn":
      return MEDIATOR_PRIVATE;
    case "borrower.reported":
    case "capacity.submitted":
    case "capacity.lineVerified":
    case "representative.named":
    case "representative.refused":
      return BORROWER_CONFIDENCE;
    case "representative.ended":
      // Whom the other side never heard of, it does not hear of at the end either.
      return draft.payload.known ? RECORD : BORROWER_CONFIDENCE;
    case "party.declineExplained":
      return draft.payload.party === "borrower" ? BORROWER_CONFIDENCE : PLATFORM_CONFIDENCE;
    case "agreement.refusalExplained":
      if (draft.payload.party === "mediator") return MEDIATOR_PRIVATE;
      return draft.payload.party === "platform" ? PLATFORM_CONFIDENCE : BORROWER_CONFIDENCE;
    case "agreement.opened":
    case "agreement.pageViewed":
    case "agreement.codeSent":
    case "agreement.codeEntered":
    case "agreement.consentShown":
    // When a side has time tells of its life; whether a time was found tells enough.
    case "session.ticked":
      return confidenceOf(draft.payload.party);
    case "statement.lineAnswered":
    case "statement.corrected":
    case "capacity.shared":
    case "fact.proposed":
    case "fact.reworded":
    case "fact.answered":
    case "fact.withdrawn":
    case "factRecord.drafted":
    case "factRecord.voided":
    case "factRecord.signed":
    case "minutes.laidOpen":
    case "minutes.recalled":
    case "minutes.answered":
    case "minutes.finished":
    case "minutes.sealed":
    case "offer.put":
    case "offer.extended":
    case "offer.declined":
    case "offer.accepted":
    case "session.phase":
    case "proposal.opened":
    case "proposal.agreed":
    case "proposal.notAgreed":
    case "agreement.composed":
    case "agreement.released":
    case "agreement.turn":
    case "agreement.reminded":
    case "agreement.lapsed":
    case "agreement.voided":
    case "agreement.withdrawn":
    case "agreement.signed":
    case "agreement.refused":
      return TALK;
    case "message.posted":
    case "message.released":
    case "message.releaseTakenBack":
    case "message.carried":
    case "message.passedOn":
      return CHANNEL_LABELS[draft.payload.channel];
    case "message.reported":
    case "report.dealtWith":
    case "request.made":
    case "request.answered":
    case "request.withdrawn":
    case "member.muted":
    case "member.unmuted":
      return confidenceOf(draft.payload.party);
    case "offer.draftedFor":
    case "offer.draftDecided":
      return confidenceOf(draft.payload.for);
    case "caucus.begun":
    case "caucus.ended":
      // One that is not announced leaves no number in the other side's stream.
      return draft.payload.announced ? TALK : confidenceOf(draft.payload.side);
    case "offer.withdrawn":
    case "offer.expired":
      // Number 0: it was never put, so its end is the platform's own business too.
      return draft.payload.number === 0 ? PLATFORM_INTERNAL : TALK;
    case "proposal.drafted":
      return MEDIATOR_PRIVATE;
    case "proposal.withdrawn":
      return draft.payload.number === 0 ? MEDIATOR_PRIVATE : TALK;
    case "proposal.warningRead":
    case "proposal.answered":
      return draft.payload.party === "borrower" ? BORROWER_SEALED : PLATFORM_INTERNAL;
    case "proposal.leaveAnswered":
    case "case.riskTierSet":
    case "offer.drafted":
    case "offer.approvalRequested":
    case "offer.approvalAnswered":
      return PLATFORM_INTERNAL;
    case "escalation.requested":
    case "escalation.sealed":
    case "escalation.opened":
    case "escalation.concluded":
      return PLATFORM_RECORD;
    case "exhibit.added":
    case "exhibit.withdrawn":
      if (!draft.labels) throw new Error("an exhibit carries the labels its uploader chose");
      return draft.labels;
  }
}

/** How somebody reads and hesitates is between them and the mediator; what they sign is everybody's. */
function confidenceOf(party: Party): Labels {
  if (party === "mediator") return MEDIATOR_PRIVATE;
  return party === "platform" ? PLATFORM_CONFIDENCE : BORROWER_CONFIDENCE;
}
