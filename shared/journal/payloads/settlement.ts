import type { Party } from "../audience.ts";
import type { SealedKind } from "../../seal/report.ts";
import type { ConfirmationParty } from "../../confirmations/lifecycle.ts";

/** What was agreed, how it is kept, and where it goes. */
export type SettlementPayloads = {
  /** A sealed document was given the timestamp that could not be had at first: the same document in a longer file. */
  "document.timestamped": { kind: Exclude<SealedKind, "packet">; sha256: string };
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
