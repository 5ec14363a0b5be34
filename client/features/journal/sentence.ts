import type { EventPayloads } from "../../../shared/journal/events.ts";
import { formatDate, formatFen } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { lookUp } from "../../i18n/text.ts";
import { sessionWords } from "../sessions/sessionWords.ts";
import type { ReadableEvent } from "./api.ts";

/** What happened, in one sentence without its subject: the row names who did it. */
export function eventSentence(event: ReadableEvent, language: Language): string {
  return (
    lookUp(`journal.event.${event.type}`, {
      ...plainValues(event.payload, language),
      ...words(event, language),
    }) ?? event.type
  );
}

/** Figures named `…Fen` (and `fen`) read as money, days as days; everything else as it is. */
function plainValues(
  payload: EventPayloads[keyof EventPayloads],
  language: Language,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(payload as Record<string, unknown>)) {
    if (typeof value === "number" && /fen$/i.test(name)) values[name] = formatFen(value);
    else if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))
      values[name] = formatDate(value, language);
    else values[name] = value;
  }
  return values;
}

function word(key: string): string {
  return lookUp(key) ?? "";
}

/** The words that stand for codes in a payload. */
function words(event: ReadableEvent, language: Language): Record<string, string> {
  switch (event.type) {
    case "session.offered":
    case "session.ticked":
    case "session.scheduled":
    case "session.phase":
    case "session.adjourned":
    case "session.ended":
    case "session.cancelled":
    case "session.attendanceConfirmed":
      return sessionWords(event, language);
    case "case.stageChanged":
      return { from: word(`stage.${event.payload.from}`), to: word(`stage.${event.payload.to}`) };
    case "case.terminated":
      return { reason: word(`words.reason.${event.payload.reason}`) };
    case "appointment.declared":
      return { conflict: word(event.payload.hasConflict ? "journal.conflictYes" : "journal.conflictNo") };
    case "notice.issued":
      return { noticeKind: word(`outbox.kind.${event.payload.kind}`) };
    case "borrower.reported":
      return { report: word(`words.report.${event.payload.report}`) };
    case "agreement.turn":
    case "agreement.reminded":
      return {
        parties: event.payload.parties
          .map((party) => word(`words.party.${party}`))
          .join(word("journal.listSeparator")),
      };
    case "agreement.codeEntered":
      return { result: word(event.payload.right ? "journal.codeRight" : "journal.codeWrong") };
    case "agreement.signed":
    case "confirmation.signed":
    case "factRecord.signed":
      return { method: word(`journal.${event.payload.method}`) };
    case "representative.named":
    case "representative.accepted":
      return {
        kind: word(`representatives.kind.${event.payload.kind}`),
        scope: word(`representatives.scope.${event.payload.scope}`),
      };
    case "representative.ended":
      return { reason: word(`representatives.endReason.${event.payload.reason}`) };
    case "capacity.lineVerified":
      return {
        line: word(`capacity.line.${event.payload.key}`),
        evidence: word(`capacity.evidence.${event.payload.evidence}`),
      };
    case "minutes.answered":
      return { answer: word(`minutes.answer.${event.payload.answer}`), remark: aside(event.payload.remark) };
    case "fact.answered":
      return { answer: word(`facts.answer.${event.payload.answer}`), reason: aside(event.payload.reason) };
    case "proposal.answered":
      return { answer: word(`proposals.${event.payload.answer}`) };
    case "proposal.leaveAnswered":
      return { given: word(event.payload.given ? "proposals.leave.given" : "proposals.leave.refused") };
    case "statement.lineAnswered":
      return { answer: word(`words.answer.${event.payload.answer}`), reason: aside(event.payload.reason) };
    case "statement.corrected":
      return {
        component: word(`words.component.${event.payload.component}`),
        reason: aside(event.payload.reason),
      };
    case "case.riskTierSet":
      return {
        from: event.payload.from ?? word("words.noTier"),
        to: event.payload.to ?? word("words.noTier"),
      };
    case "contact.ended":
      return {
        point: word(`words.contactPoint.${event.payload.point}`),
        outcome: word(`words.contactOutcome.${event.payload.outcome}`),
      };
    case "message.posted": {
      const { channel, attachment } = event.payload;
      return { channel: word(`journal.channel.${channel}`), attachment: aside(attachment?.name ?? null) };
    }
    case "message.passedOn":
      return {
        channel: word(`journal.channel.${event.payload.channel}`),
        from: word(`words.party.${event.payload.from}`),
      };
    case "message.reported":
      return {
        reason: word(`words.reportReason.${event.payload.reason}`),
        note: aside(event.payload.note),
      };
    case "member.muted":
      return { reason: aside(event.payload.reason) };
    case "request.made":
      return { what: word(`words.request.${event.payload.kind}`), note: aside(event.payload.note) };
    case "request.answered":
      return {
        what: word(`words.request.${event.payload.kind}`),
        granted: word(event.payload.granted ? "journal.granted.yes" : "journal.granted.no"),
      };
    case "request.withdrawn":
      return { what: word(`words.request.${event.payload.kind}`) };
    case "caucus.begun":
    case "caucus.ended":
      return { side: word(`words.party.${event.payload.side}`) };
    case "offer.draftedFor":
      return { forWhom: word(`words.party.${event.payload.for}`) };
    case "offer.draftDecided":
      return {
        forWhom: word(`words.party.${event.payload.for}`),
        how: word(`journal.draftDecided.${event.payload.how}`),
      };
    case "offer.approvalRequested":
      return { forWhat: word(event.payload.for === "put" ? "journal.forPut" : "journal.forAccept") };
    case "offer.approvalAnswered":
      return {
        forWhat: word(event.payload.for === "put" ? "journal.forPut" : "journal.forAccept"),
        approved: word(event.payload.approved ? "journal.approvedYes" : "journal.approvedNo"),
        note: aside(event.payload.note),
      };
    case "escalation.opened":
      return { what: word(`journal.opened.${event.payload.what}`) };
    case "amendment.ended":
      return { outcome: word(`journal.amendmentOutcome.${event.payload.outcome}`) };
    case "confirmation.concluded":
      return { outcome: word(`journal.confirmationOutcome.${event.payload.outcome}`) };
    case "escalation.concluded":
      return { outcome: word(`escalations.outcome.${event.payload.outcome}`) };
    default:
      return {};
  }
}

/** Words somebody added, if they added any. */
function aside(text: string | null): string {
  return text === null || text === "" ? "" : ` · ${text}`;
}
