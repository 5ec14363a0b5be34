import type { OfferDraftCommand } from "../../offers/draftFor.ts";
import type { Terms } from "../../plans/terms.ts";
import type { Leave, ProposalAnswer } from "../../proposals/answers.ts";
import type { FactAnswer, FactStatus } from "../../facts/lifecycle.ts";
import type { Party } from "../audience.ts";

/** What is put, answered and agreed as fact. */
export type BargainingPayloads = {
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
};
