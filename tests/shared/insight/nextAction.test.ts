import { expect } from "chai";
import { addDays } from "../../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { QUEUE_ROLES, type CaseFacts, type QueueRole } from "../../../shared/insight/caseFacts.ts";
import { ago, ahead, facts, NOW } from "./facts.ts";
import { nextAction } from "../../../shared/insight/nextAction.ts";
import { CASE_STAGES } from "../../../shared/cases/lifecycle.ts";

/** Who, what is so, and what follows: action, why, urgency. */
type Row = [QueueRole, string, Partial<CaseFacts>, [string, string, string] | null];

const offered = { borrowerOfferPutAt: ago(1), borrowerOfferExpiresAt: ahead(2) };
const near = (days: number) => ({
  stage: "performing" as const,
  confirmationDeadline: addDays(shanghaiDateOf(NOW), days),
});
const TABLE: Row[] = [
  ["mediator", "an agreement nobody took to court yet", { ...near(11), confirmationStatus: "open" }, null],
  [
    "mediator",
    "ten days to take it to court",
    { ...near(10), confirmationStatus: "open" },
    ["confirm_agreement", "confirmation_open", "today"],
  ],
  [
    "mediator",
    "three days to take it to court, before messages",
    { ...near(3), confirmationStatus: "open", borrowerSaidAt: ago(5) },
    ["confirm_agreement", "confirmation_open", "now"],
  ],
  [
    "mediator",
    "an application that waits for signatures",
    { ...near(25), confirmationStatus: "preparing" },
    ["confirm_agreement", "confirmation_preparing", "soon"],
  ],
  [
    "mediator",
    "an application to be filed",
    { ...near(0), confirmationStatus: "signed" },
    ["confirm_agreement", "confirmation_signed", "now"],
  ],
  ["mediator", "a limit that is over", { ...near(-1), confirmationStatus: "signed" }, null],
  ["mediator", "an application before the court", { ...near(2), confirmationStatus: "filed" }, null],
  [
    "centre",
    "a new case",
    { stage: "intake", acceptedAt: null, createdAt: ago(1) },
    ["accept_case", "new_case", "today"],
  ],
  ["centre", "a case left lying", { stage: "intake", acceptedAt: null }, ["accept_case", "new_case", "now"]],
  [
    "centre",
    "an accepted case",
    { stage: "intake", acceptedAt: ago(1) },
    ["appoint", "no_mediator", "today"],
  ],
  [
    "centre",
    "a proposal",
    { stage: "intake", proposedAt: ago(1) },
    ["appoint", "declaration_awaited", "waiting"],
  ],
  ["centre", "all signed", { stage: "signing", agreementStatus: "signed" }, ["seal", "all_signed", "now"]],
  ["centre", "not all signed", { stage: "signing", agreementStatus: "signing" }, null],
  ["centre", "a paused case", { stage: "intake", acceptedAt: null, pausedAt: ago(1) }, null],
  [
    "mediator",
    "a proposal to them",
    { stage: "intake", proposedAt: ago(1), proposedToViewer: true },
    ["declare_conflict", "proposed", "today"],
  ],
  ["mediator", "a proposal to another", { stage: "intake", proposedAt: ago(1) }, null],
  ["mediator", "an invitation sent yesterday", {}, ["chase_borrower", "not_opened", "waiting"]],
  [
    "mediator",
    "an invitation unopened two days",
    { invitedAt: ago(2) },
    ["chase_borrower", "not_opened", "today"],
  ],
  [
    "mediator",
    "an invitation unopened a week",
    { invitedAt: ago(7) },
    ["chase_borrower", "not_opened", "now"],
  ],
  [
    "mediator",
    "opened and left",
    { invitedAt: ago(8), openedAt: ago(3) },
    ["chase_borrower", "opened_not_identified", "today"],
  ],
  [
    "mediator",
    "identified and silent",
    { openedAt: ago(9), identifiedAt: ago(8) },
    ["chase_borrower", "identified_not_answered", "now"],
  ],
  ["mediator", "borrower consented, platform not", { borrowerConsented: true }, null],
  [
    "mediator",
    "a report",
    { reportedAt: ago(0.5), report: "not_my_debt" },
    ["answer_report", "not_my_debt", "now"],
  ],
  [
    "mediator",
    "a report they acted on",
    { reportedAt: ago(2), report: "not_my_debt" },
    ["chase_borrower", "not_opened", "waiting"],
  ],
  [
    "mediator",
    "a report in an ended case",
    { stage: "terminated", reportedAt: ago(0.5), report: "need_help" },
    null,
  ],
  ["mediator", "both consented", { stage: "preparing" }, ["open_offers", "both_consented", "today"]],
  [
    "mediator",
    "disputed lines",
    { stage: "preparing", disputedLines: 2 },
    ["open_offers", "lines_disputed", "today"],
  ],
  [
    "mediator",
    "a paused case with a report",
    { stage: "preparing", pausedAt: ago(3), reportedAt: ago(0.5) },
    ["resume", "paused", "waiting"],
  ],
  [
    "mediator",
    "the borrower wrote last",
    { stage: "negotiating", borrowerSaidAt: ago(1), mediatorSaidAt: ago(2) },
    ["reply_message", "borrower_wrote", "today"],
  ],
  [
    "mediator",
    "the platform wrote first",
    { stage: "negotiating", borrowerSaidAt: ago(1), platformSaidAt: ago(3) },
    ["reply_message", "platform_wrote", "now"],
  ],
  [
    "mediator",
    "they wrote last",
    { stage: "negotiating", borrowerSaidAt: ago(2), mediatorSaidAt: ago(1) },
    null,
  ],
  [
    "mediator",
    "an offer about to lapse",
    { stage: "negotiating", borrowerOfferPutAt: ago(3), borrowerOfferExpiresAt: ahead(0.5) },
    ["reply_message", "borrower_offer_lapses", "today"],
  ],
  ["mediator", "an offer with time", { stage: "negotiating", ...offered }, null],
  [
    "mediator",
    "an agreement to review",
    { stage: "signing", agreementStatus: "review" },
    ["review_agreement", "terms_accepted", "today"],
  ],
  [
    "mediator",
    "both parties signed",
    { stage: "signing", agreementStatus: "signing", signedBy: ["borrower", "platform"] },
    ["sign", "both_parties_signed", "now"],
  ],
  [
    "mediator",
    "one party signed",
    { stage: "signing", agreementStatus: "signing", signedBy: ["borrower"] },
    null,
  ],
  [
    "mediator",
    "first in the order the centre set",
    { stage: "signing", agreementStatus: "signing", signingOrder: [["mediator"], ["borrower", "platform"]] },
    ["sign", "signing_turn", "today"],
  ],
  [
    "mediator",
    "between the parties in the order the centre set",
    {
      stage: "signing",
      agreementStatus: "signing",
      signedBy: ["borrower"],
      signingOrder: [["borrower"], ["mediator"], ["platform"]],
    },
    ["sign", "signing_turn", "today"],
  ],
  [
    "platform_approver",
    "not yet in turn in the order the centre set",
    {
      stage: "signing",
      agreementStatus: "signing",
      signedBy: ["borrower"],
      signingOrder: [["borrower"], ["mediator"], ["platform"]],
    },
    null,
  ],
  ["mediator", "a broken plan", { stage: "breached" }, ["check_breach", "plan_breached", "today"]],
  ["platform_agent", "consent open", { platformConsented: false }, ["respond", "consent_open", "today"]],
  ["platform_agent", "consent given", {}, null],
  ["platform_agent", "nothing offered", { stage: "negotiating" }, ["put_offer", "no_offer_open", "soon"]],
  [
    "platform_agent",
    "their own offer open",
    { stage: "negotiating", platformOfferPutAt: ago(1), platformOfferExpiresAt: ahead(2) },
    null,
  ],
  [
    "platform_agent",
    "a borrower's offer",
    { stage: "negotiating", ...offered },
    ["answer_offer", "borrower_offered", "today"],
  ],
  [
    "platform_agent",
    "a borrower's offer ending",
    { stage: "negotiating", ...offered, borrowerOfferExpiresAt: ahead(1) },
    ["answer_offer", "borrower_offered", "now"],
  ],
  [
    "platform_agent",
    "an acceptance outside limits",
    { stage: "negotiating", ...offered, acceptanceApprovalWanted: true },
    ["approve_acceptance", "outside_limits", "waiting"],
  ],
  [
    "platform_approver",
    "an acceptance outside limits",
    { stage: "negotiating", ...offered, acceptanceApprovalWanted: true },
    ["approve_acceptance", "outside_limits", "now"],
  ],
  [
    "platform_agent",
    "an offer outside limits",
    { stage: "negotiating", offerAwaitingApprovalSince: ago(1) },
    ["approve_offer", "outside_limits", "waiting"],
  ],
  [
    "platform_approver",
    "an offer outside limits",
    { stage: "negotiating", offerAwaitingApprovalSince: ago(1) },
    ["approve_offer", "outside_limits", "today"],
  ],
  [
    "platform_agent",
    "the borrower wrote",
    { stage: "preparing", borrowerSaidToPlatformAt: ago(3) },
    ["reply_message", "borrower_wrote", "now"],
  ],
  [
    "platform_agent",
    "the mediator wrote",
    { stage: "preparing", mediatorSaidToPlatformAt: ago(1) },
    ["reply_message", "mediator_wrote", "today"],
  ],
  [
    "platform_agent",
    "they wrote last",
    { stage: "preparing", mediatorSaidToPlatformAt: ago(2), platformSaidAt: ago(1) },
    null,
  ],
  [
    "platform_approver",
    "an agreement to sign",
    { stage: "signing", agreementStatus: "signing" },
    ["sign", "agreement_released", "today"],
  ],
  [
    "platform_agent",
    "an agreement to sign",
    { stage: "signing", agreementStatus: "signing" },
    ["sign", "agreement_released", "waiting"],
  ],
  [
    "platform_approver",
    "an agreement they signed",
    { stage: "signing", agreementStatus: "signing", signedBy: ["platform"] },
    null,
  ],
  ["platform_agent", "an instalment due today", { stage: "performing", nextDue: "2026-11-20" }, null],
  [
    "platform_agent",
    "an instalment in grace",
    { stage: "performing", nextDue: "2026-11-17", graceDays: 3 },
    ["check_breach", "overdue_in_grace", "soon"],
  ],
  [
    "platform_agent",
    "an instalment after grace",
    { stage: "performing", nextDue: "2026-11-16", graceDays: 3 },
    ["check_breach", "overdue", "today"],
  ],
  [
    "platform_agent",
    "an ended mediation",
    { stage: "terminated" },
    ["request_escalation", "mediation_ended", "soon"],
  ],
  ["platform_agent", "a broken plan", { stage: "breached" }, ["request_escalation", "plan_breached", "soon"]],
  [
    "platform_agent",
    "a packet being made",
    { stage: "terminated", escalationId: "e", escalationStatus: "composing" },
    null,
  ],
  [
    "platform_agent",
    "a packet that failed",
    { stage: "terminated", escalationId: "e", escalationStatus: "failed" },
    ["retry_packet", "packet_failed", "today"],
  ],
  ["platform_agent", "a paused case", { stage: "negotiating", ...offered, pausedAt: ago(1) }, null],
  [
    "lawyer",
    "an unread packet",
    { stage: "escalated", escalationId: "e", escalationStatus: "sealed" },
    ["file_packet", "packet_unread", "today"],
  ],
  [
    "lawyer",
    "a packet read",
    { stage: "escalated", escalationId: "e", escalationStatus: "sealed", packetOpened: true },
    ["file_packet", "outcome_open", "soon"],
  ],
  [
    "lawyer",
    "a packet not sealed",
    { stage: "terminated", escalationId: "e", escalationStatus: "composing" },
    null,
  ],
];

describe("the next action", () => {
  for (const [role, what, given, expected] of TABLE) {
    it(`for ${role}, ${what}: ${expected?.join(", ") ?? "nothing"}`, () => {
      const action = nextAction(role, facts(given), NOW);
      expect(action && [action.action, action.why.code, action.urgency]).to.deep.equal(expected);
    });
  }

  for (const stage of ["completed", "closed"] as const) {
    for (const role of QUEUE_ROLES) {
      it(`is none for ${role} once the case is ${stage}`, () => {
        expect(nextAction(role, facts({ stage, reportedAt: NOW, platformConsented: false }), NOW)).to.equal(
          null,
        );
      });
    }
  }

  it("is never about a stage nobody thought of", () => {
    for (const stage of CASE_STAGES) {
      for (const role of QUEUE_ROLES) expect(() => nextAction(role, facts({ stage }), NOW)).to.not.throw();
    }
  });
});
