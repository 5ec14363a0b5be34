import { expect } from "chai";
import { caseAbilities, type CaseAbility, type CaseFacts } from "../../../shared/cases/abilities.ts";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { Viewer } from "../../../shared/journal/audience.ts";

const facts = (stage: CaseStage, more: Partial<CaseFacts> = {}): CaseFacts => ({
  stage,
  paused: false,
  accepted: true,
  proposalOpen: false,
  borrowerConsented: false,
  platformConsented: true,
  hasCertificate: false,
  ...more,
});

const TABLE: [string, Viewer, CaseFacts, CaseAbility[]][] = [
  ["a new case", "centre", facts("intake", { accepted: false }), ["accept", "decline"]],
  [
    "a new case",
    "platform",
    facts("intake", { accepted: false }),
    ["withdraw", "statePayments", "setRiskTier"],
  ],
  ["an accepted case", "centre", facts("intake"), ["decline", "appoint"]],
  ["a case with a proposal", "centre", facts("intake", { proposalOpen: true }), ["decline"]],
  ["an invited case", "borrower", facts("invited"), ["decline", "consent", "answerStatement", "report"]],
  [
    "an invited case the borrower has consented to",
    "borrower",
    facts("invited", { borrowerConsented: true }),
    ["decline", "answerStatement", "report"],
  ],
  [
    "an invited case",
    "platform",
    facts("invited"),
    ["decline", "answerStatement", "correctStatement", "statePayments", "setRiskTier"],
  ],
  [
    "an invited case the platform has not answered",
    "platform",
    facts("invited", { platformConsented: false }),
    ["decline", "consent", "answerStatement", "correctStatement", "statePayments", "setRiskTier"],
  ],
  ["an invited case", "mediator", facts("invited"), ["terminate", "pause", "resendInvitation", "call"]],
  ["an invited case", "centre", facts("invited"), ["resendInvitation", "call"]],
  [
    "a prepared case",
    "mediator",
    facts("preparing"),
    ["openOffers", "terminate", "pause", "resendInvitation", "call"],
  ],
  ["a prepared case", "borrower", facts("preparing"), ["withdraw", "answerStatement", "report"]],
  ["a paused case", "mediator", facts("preparing", { paused: true }), ["terminate", "resume"]],
  ["a paused case", "borrower", facts("preparing", { paused: true }), ["withdraw", "report"]],
  ["a paused case", "platform", facts("preparing", { paused: true }), ["withdraw", "setRiskTier"]],
  ["a case being signed", "borrower", facts("signing"), ["withdraw", "report"]],
  ["a running plan", "mediator", facts("performing"), ["pause", "resendInvitation", "call"]],
  ["a running plan", "platform", facts("performing"), []],
  ["an ended case", "borrower", facts("terminated", { hasCertificate: true }), ["readCertificate"]],
  ["an ended case", "platform", facts("terminated"), ["close"]],
  ["an ended case", "platform", facts("closed", { hasCertificate: true }), ["readCertificate"]],
  ["an ended case", "mediator", facts("completed"), []],
];

describe("what may be done with a case", () => {
  for (const [what, viewer, given, expected] of TABLE) {
    it(`${what}, by the ${viewer}: ${expected.join(", ") || "nothing"}`, () => {
      expect(caseAbilities(viewer, given)).to.deep.equal(expected);
    });
  }
});
