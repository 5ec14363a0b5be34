import type { CaseStage, TerminationReason } from "../cases/lifecycle.ts";
import type { LineKey } from "../capacity/lines.ts";
import type { Evidence } from "../capacity/statement.ts";
import type { OfferDraftCommand } from "../offers/draftFor.ts";
import type { ContactOutcome, ContactPoint } from "../outreach/contactLimits.ts";
import type { Component } from "../plans/statement.ts";
import type { Terms } from "../plans/terms.ts";
import type { Leave, ProposalAnswer } from "../proposals/answers.ts";
import type { Attended, ConfirmedAttendance } from "../sessions/attendance.ts";
import type { AdjournReason, CancelReason, SessionPhase } from "../sessions/lifecycle.ts";
import type { Attachment } from "../rooms/attachment.ts";
import type { CaucusSide } from "../rooms/caucus.ts";
import type { ReportReason, RequestKind } from "../rooms/safety.ts";
import type { Actor, RepresentationScope } from "../api/roles.ts";
import type { LocalDate } from "../calendar/localDate.ts";
import type { EndReason } from "../representatives/lifecycle.ts";
import type { RepresentativeKind } from "../representatives/representativeView.ts";
import type { FactAnswer, FactStatus } from "../facts/lifecycle.ts";
import type { MinutesAnswer } from "../minutes/lifecycle.ts";
import type { Labels, Party } from "./audience.ts";
import type { SealedKind } from "../seal/report.ts";
import type { ConfirmationParty } from "../confirmations/lifecycle.ts";

/** Where something is said: the joint channel, a caucus with one side, or the mediator's own notes. */
export const CHANNELS = ["joint", "caucus_borrower", "caucus_platform", "mediator_notes"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the borrower can tell the mediator before or instead of taking part. */
export const BORROWER_REPORTS = ["not_my_debt", "wrong_number", "need_help"] as const;
export type BorrowerReport = (typeof BORROWER_REPORTS)[number];

/** Everything that can happen to a case: one type, one payload. Ids and figures; text only where text is the matter. */
export type EventPayloads = {
  "case.created": { number: string; source: "import" | "platform"; debts: number; claimedFen: number };
  "case.debtAdded": { debtId: string; contractNumber: string; claimedFen: number };
  "case.accepted": Record<string, never>;
  "case.stageChanged": { from: CaseStage; to: CaseStage };
  "case.paused": { by: Party; until: string | null };
  "case.resumed": { by: Party };
  "case.terminated": { reason: TerminationReason };
  "case.terminationNoted": { note: string };
  "certificate.issued": { sha256: string };
  /** A sealed document was given the timestamp that could not be had at first: the same document in a longer file. */
  "document.timestamped": { kind: Exclude<SealedKind, "packet">; sha256: string };
  "appointment.proposed": {
    appointmentId: string;
    mediatorId: string;
    mediatorName: string;
    priorCases: number;
  };
  "appointment.declared": { appointmentId: string; hasConflict: boolean; statement: string };
  "case.mediatorAppointed": { mediatorId: string; mediatorName: string };
  "case.coMediatorAdded": { mediatorId: string; mediatorName: string };
  "case.coMediatorLeft": { mediatorId: string; mediatorName: string };
  "notice.issued": { noticeId: string; kind: string; channel: string };
  "invitation.opened": Record<string, never>;
  "borrower.identified": { method: "one_time_code_and_id" };
  "borrower.identificationFailed": { triesLeft: number };
  "borrower.reported": { report: BorrowerReport; note: string; identified: boolean };
  "party.consented": { party: "borrower" | "platform" };
  "party.declined": { party: "borrower" | "platform" };
  "party.declineExplained": { party: "borrower" | "platform"; note: string };
  "statement.lineAnswered": {
    lineId: string;
    answer: "confirmed" | "disputed" | "open";
    reason: string | null;
    /** A document of the case shown for it; absent before there were any. */
    exhibitId?: string | null;
  };
  /** The platform made a line smaller; `version` is that of the statement which came of it. */
  "statement.corrected": {
    statementId: string;
    version: number;
    debtId: string;
    component: Component;
    fromFen: number;
    toFen: number;
    reason: string | null;
    exhibitId: string | null;
  };
  "debt.paymentsStated": {
    debtId: string;
    contractNumber: string;
    version: number;
    count: number;
    totalFen: number;
  };
  "case.riskTierSet": { from: string | null; to: string | null };
  "contact.ended": { contactId: string; point: ContactPoint; outcome: ContactOutcome };
  /** Which version was handed in, and which line was looked at: the amounts stay in the statement. */
  "capacity.submitted": { version: number };
  "capacity.lineVerified": { key: LineKey; evidence: Evidence };
  /** The one figure the borrower chose to let the platform know. */
  "capacity.shared": { perMonthFen: number };
  "member.joined": { memberId: string; party: Party; name: string };
  "member.left": { memberId: string; party: Party; name: string };
  "member.removed": { memberId: string; party: Party; name: string };
  /** This person has read the ground rules of this version and keeps to them. */
  "groundRules.accepted": { memberId: string; party: Party; name: string; version: string };
  /** Times to choose from; again with the same `sessionId` when others are offered. Instants; each lasts `minutes`. */
  "session.offered": { sessionId: string; number: number; times: readonly string[]; minutes: number };
  /** Which of them suit one side; the other side never learns it. */
  "session.ticked": {
    sessionId: string;
    number: number;
    party: "borrower" | "platform";
    times: readonly string[];
  };
  /** Fixed, or put off: `from` is the time it had before. `sequence` counts the calendar entries sent for it. */
  "session.scheduled": {
    sessionId: string;
    number: number;
    startsAt: string;
    minutes: number;
    from: string | null;
    sequence: number;
  };
  "session.lobbyOpened": { sessionId: string; number: number };
  "session.started": { sessionId: string; number: number; plannedEnd: string };
  "session.phase": { sessionId: string; number: number; phase: SessionPhase };
  /** `resumesAt` is null where it goes on when the mediator says so. */
  "session.adjourned": { sessionId: string; number: number; reason: AdjournReason; resumesAt: string | null };
  "session.resumed": { sessionId: string; number: number; plannedEnd: string };
  /** `seconds` without adjournments; everybody who was there while it was running. */
  "session.ended": { sessionId: string; number: number; seconds: number; attendance: readonly Attended[] };
  /** `startsAt` is null when no time had been fixed. */
  "session.cancelled": {
    sessionId: string;
    number: number;
    reason: CancelReason;
    startsAt: string | null;
    minutes: number;
    sequence: number;
  };
  /** Somebody came into a running session, or left it. `at` is when, which may be before it was written down. */
  "session.joined": { sessionId: string; memberId: string; party: Party; name: string; at: string };
  "session.left": { sessionId: string; memberId: string; party: Party; name: string; at: string };
  "session.attendanceConfirmed": {
    sessionId: string;
    number: number;
    attendance: readonly ConfirmedAttendance[];
  };
  /** Muted in the whole room, or allowed to speak again; between that side and the mediator. */
  "member.muted": { memberId: string; party: CaucusSide; name: string; reason: string | null };
  "member.unmuted": { memberId: string; party: CaucusSide; name: string };
  /** `mayPassOn` and `attachment` are there only where they say something. */
  "message.posted": {
    channel: Channel;
    text: string;
    memberId: string;
    mayPassOn?: true;
    attachment?: Attachment;
  };
  /** Its side lets the mediator carry a statement over; `channel` is the caucus it was made in. */
  "message.released": { messageId: string; channel: Channel };
  "message.releaseTakenBack": { messageId: string; channel: Channel };
  /** For those who made the statement and the mediator: which one went out. Not where to. */
  "message.carried": { messageId: string; channel: Channel };
  /** The words as they were said, and whose they are. Nothing here names the statement they come from. */
  "message.passedOn": { channel: Channel; from: CaucusSide; text: string };
  "message.reported": {
    reportId: string;
    messageId: string;
    party: CaucusSide;
    reason: ReportReason;
    note: string | null;
  };
  "report.dealtWith": { reportId: string; messageId: string; party: CaucusSide; note: string };
  "request.made": { requestId: string; kind: RequestKind; party: CaucusSide; note: string | null };
  "request.answered": { requestId: string; kind: RequestKind; party: CaucusSide; granted: boolean };
  "request.withdrawn": { requestId: string; kind: RequestKind; party: CaucusSide };
  "caucus.begun": { caucusId: string; side: CaucusSide; announced: boolean };
  "caucus.ended": { caucusId: string; side: CaucusSide; announced: boolean };
  /** Somebody is to act for the borrower; `sha256` is that of the power of attorney. */
  "representative.named": {
    representativeId: string;
    name: string;
    kind: RepresentativeKind;
    scope: RepresentationScope;
    endsOn: LocalDate;
    exhibitId: string;
    sha256: string;
  };
  "representative.accepted": {
    representativeId: string;
    name: string;
    kind: RepresentativeKind;
    scope: RepresentationScope;
    endsOn: LocalDate;
    sha256: string;
  };
  "representative.refused": { representativeId: string; name: string; reason: string };
  "representative.identified": { representativeId: string; method: "one_time_code_and_id" };
  "representative.identificationFailed": { representativeId: string; triesLeft: number };
  /** `known`: had been accepted, so that the other side had heard of them. */
  "representative.ended": { representativeId: string; name: string; reason: EndReason; known: boolean };
  "fact.proposed": { factId: string; number: number; text: string; by: Party; fromData: boolean };
  "fact.reworded": { factId: string; number: number; text: string; by: Party };
  "fact.answered": {
    factId: string;
    number: number;
    party: "borrower" | "platform";
    answer: FactAnswer;
    reason: string | null;
    status: FactStatus;
  };
  "fact.withdrawn": { factId: string; number: number; by: Party };
  "factRecord.drafted": { recordId: string; number: string; count: number; contentHash: string };
  "factRecord.voided": {
    recordId: string;
    number: string;
    why: "fact_changed" | "drafted_anew" | "mediator";
  };
  "factRecord.signed": {
    recordId: string;
    number: string;
    party: "borrower" | "platform";
    method: "drawn" | "typed";
    contentHash: string;
  };
  /** Both have signed: the one thing said in a room that may go to court. */
  "factRecord.sealed": {
    recordId: string;
    number: string;
    count: number;
    sha256: string;
    pageCount: number;
  };
  /** An offer's `number` is 0 until it is put: the other side must not be able to count what was not. */
  "offer.drafted": { offerId: string; number: number; terms: Terms; termsHash: string };
  "offer.approvalAnswered": {
    offerId: string;
    number: number;
    approved: boolean;
    for: "put" | "accept";
    note: string | null;
  };
  "offer.approvalRequested": { offerId: string; number: number; for: "put" | "accept" };
  "offer.put": {
    offerId: string;
    number: number;
    by: "borrower" | "platform";
    counters: string | null;
    terms: Terms;
    termsHash: string;
    totalFen: number;
    note: string | null;
    expiresAt: string;
    /** A document of the case shown with it; absent where there is none. */
    exhibitId?: string;
  };
  /** Its answer was being written when its time ran out; once only. */
  "offer.extended": { offerId: string; number: number; expiresAt: string };
  /** The mediator wrote terms down for one side, which alone can put them. */
  "offer.draftedFor": {
    draftId: string;
    for: "borrower" | "platform";
    terms: Terms;
    termsHash: string;
    note: string | null;
  };
  "offer.draftDecided": { draftId: string; for: "borrower" | "platform"; how: OfferDraftCommand };
  "offer.withdrawn": { offerId: string; number: number };
  "offer.declined": { offerId: string; number: number };
  "offer.expired": { offerId: string; number: number };
  "offer.accepted": { offerId: string; number: number; termsHash: string };
  "proposal.drafted": { proposalId: string; terms: Terms; termsHash: string };
  "proposal.opened": {
    proposalId: string;
    number: number;
    terms: Terms;
    termsHash: string;
    totalFen: number;
    note: string | null;
    deadline: string;
    /** Which wording of the warning everybody is shown with it. */
    warning: string;
    roundsLeft: number;
  };
  "proposal.warningRead": { proposalId: string; party: "borrower" | "platform"; warning: string };
  /** Sealed: for the side that said it and nobody else, before the deadline and after. */
  "proposal.answered": {
    proposalId: string;
    number: number;
    party: "borrower" | "platform";
    answer: ProposalAnswer;
    leave: Leave;
    warning: string;
  };
  "proposal.leaveAnswered": { proposalId: string; number: number; given: boolean };
  /** A proposal's `number` is 0 when it was never sent. */
  "proposal.withdrawn": { proposalId: string; number: number };
  /** Says nothing of who said what, and is the same however the two sides came not to agree. */
  "proposal.notAgreed": { proposalId: string; number: number };
  "proposal.agreed": {
    proposalId: string;
    number: number;
    termsHash: string;
    offerId: string;
    offerNumber: number;
  };
  "minutes.drafted": { minutesId: string; number: string };
  "minutes.withdrawn": { minutesId: string; number: string };
  "minutes.laidOpen": { minutesId: string; number: string; contentHash: string };
  "minutes.recalled": { minutesId: string; number: string };
  "minutes.answered": {
    minutesId: string;
    number: string;
    party: Party;
    answer: MinutesAnswer;
    remark: string | null;
  };
  "minutes.finished": { minutesId: string; number: string };
  "minutes.sealed": { minutesId: string; number: string; sha256: string; pageCount: number };
  "agreement.composed": { agreementId: string; number: string; termsHash: string; contentHash: string };
  "agreement.released": { agreementId: string };
  "agreement.signed": { agreementId: string; party: Party; method: "drawn" | "typed"; contentHash: string };
  /** Whose turn it is to sign now. */
  "agreement.turn": { agreementId: string; parties: readonly Party[] };
  "agreement.opened": { agreementId: string; party: Party; contentHash: string };
  "agreement.pageViewed": { agreementId: string; party: Party; page: number; pageCount: number };
  "agreement.codeSent": { agreementId: string; party: Party; sentTo: string };
  "agreement.codeEntered": { agreementId: string; party: Party; right: boolean; failures: number };
  "agreement.consentShown": { agreementId: string; party: Party; version: string };
  "agreement.reminded": { agreementId: string; parties: readonly Party[]; deadline: string };
  "agreement.lapsed": { agreementId: string; deadline: string };
  /** Another text takes its place before it was sealed: what was signed counts no more. */
  "agreement.voided": {
    agreementId: string;
    nextId: string;
    signedBy: readonly Party[];
    reason: string;
  };
  "agreement.withdrawn": {
    agreementId: string;
    by: "proposer" | "mediator" | "centre";
    signedBy: readonly Party[];
    reason: string;
  };
  "agreement.refused": { agreementId: string; party: Party };
  "agreement.refusalExplained": { agreementId: string; party: Party; note: string };
  "agreement.sealed": {
    agreementId: string;
    number: string;
    sha256: string;
    pageCount: number;
    totalFen: number;
  };
  "payment.recorded": { paymentId: string; fen: number; paidOn: string; creditFen: number };
  "plan.breached": { instalmentNo: number; overdueFen: number };
  "plan.cured": Record<string, never>;
  "plan.completed": { totalFen: number };
  /** The agreement in force goes back to the table; it stays in force until another takes its place. */
  "amendment.begun": { amendmentId: string; agreementId: string; number: string };
  "amendment.ended": { amendmentId: string; outcome: "superseded" | "kept" | "ended" };
  "agreement.superseded": { agreementId: string; number: string; byAgreementId: string; byNumber: string };
  "completion.issued": { certificateId: string; number: string; sha256: string; pageCount: number };
  "confirmation.prepared": { confirmationId: string; court: string; deadline: string };
  "confirmation.signed": {
    confirmationId: string;
    party: Party;
    method: "drawn" | "typed";
    contentHash: string;
  };
  "confirmation.dueSoon": {
    confirmationId: string;
    daysLeft: number;
    deadline: string;
    /** Parties who can still do something for it themselves; absent before they were told. */
    waitsFor?: readonly ConfirmationParty[];
  };
  /** Both signed, and the centre sealed what goes to the court. */
  "confirmation.sealed": { confirmationId: string; sha256: string; pageCount: number };
  "confirmation.filed": { confirmationId: string; filedOn: string; courtCaseNumber: string };
  "confirmation.concluded": {
    confirmationId: string;
    outcome: "confirmed" | "refused";
    concludedOn: string;
    sha256: string;
  };
  "confirmation.withdrawn": { confirmationId: string };
  "caseFile.made": { caseFileId: string; sha256: string; pageCount: number };
  "exhibit.added": { exhibitId: string; name: string; sha256: string };
  "exhibit.withdrawn": { exhibitId: string };
  "escalation.requested": { escalationId: string; lawyerId: string; lawyerName: string };
  "escalation.sealed": { escalationId: string; packetSha256: string; zipSha256: string; pageCount: number };
  "escalation.opened": { escalationId: string; what: "page" | "packet" | "zip"; byName: string };
  "escalation.concluded": { escalationId: string; outcome: string };
};

export type EventType = keyof EventPayloads;

/** What a service asks the journal to write; labels follow from the type and payload. */
export type EventDraft = {
  [T in EventType]: {
    type: T;
    payload: EventPayloads[T];
    /** Only for exhibits, whose audience the uploader chose; everything else has fixed labels. */
    labels?: Labels;
  };
}[EventType];

/** One line of a case's journal as stored. `at` is an ISO instant; hashes are lower-case hex SHA-256. */
export type JournalEvent = {
  [T in EventType]: {
    caseId: string;
    seq: number;
    id: string;
    type: T;
    payload: EventPayloads[T];
    audience: readonly Party[];
    disclosure: Labels["disclosure"];
    actor: JournalActor;
    at: string;
    previousHash: string;
    hash: string;
    /** Position in each party's own stream; null where the party may not read the event. */
    n: Record<Party, number | null>;
  };
}[EventType];

/** Who did it, as the record names them. `as` is there where somebody acts for another person. */
export type JournalActor = {
  party: Party | "centre" | "lawyer" | "system";
  id: string | null;
  name: string;
  as?: "representative";
};

/** The record's name for an actor. */
export function journalActor(actor: Actor): JournalActor {
  if (actor.kind === "system") return { party: "system", id: null, name: actor.name };
  if (actor.kind === "borrower") {
    const { borrowerId, representative, name } = actor;
    if (!representative) return { party: "borrower", id: borrowerId, name };
    return { party: "borrower", id: representative.id, name, as: "representative" };
  }
  switch (actor.role) {
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return { party: "platform", id: actor.staffId, name: actor.name };
    case "mediator":
      return { party: "mediator", id: actor.staffId, name: actor.name };
    case "lawyer":
      return { party: "lawyer", id: actor.staffId, name: actor.name };
    case "centre_admin":
      return { party: "centre", id: actor.staffId, name: actor.name };
  }
}
