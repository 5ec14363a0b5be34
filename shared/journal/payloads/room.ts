import type { Attended, ConfirmedAttendance } from "../../sessions/attendance.ts";
import type { AdjournReason, CancelReason, SessionPhase } from "../../sessions/lifecycle.ts";
import type { Attachment } from "../../rooms/attachment.ts";
import type { CaucusSide } from "../../rooms/caucus.ts";
import type { ReportReason, RequestKind } from "../../rooms/safety.ts";
import type { RepresentationScope } from "../../api/roles.ts";
import type { LocalDate } from "../../calendar/localDate.ts";
import type { EndReason } from "../../representatives/lifecycle.ts";
import type { RepresentativeKind } from "../../representatives/representativeView.ts";
import type { MinutesAnswer } from "../../minutes/lifecycle.ts";
import type { Party } from "../audience.ts";
import type { Channel } from "../channels.ts";

/** What happens in the room: people, live meetings, words, confidences, minutes. */
export type RoomPayloads = {
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
};
