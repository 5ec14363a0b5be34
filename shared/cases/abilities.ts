import type { Viewer } from "../journal/audience.ts";
import type { CaseStage } from "./lifecycle.ts";
import { leavingReason, mediatorReasons } from "./termination.ts";

/** What somebody may do with a case now. The client shows a button for each; the commands check again. */
export const CASE_ABILITIES = [
  "accept",
  "decline",
  "appoint",
  "consent",
  "withdraw",
  "openOffers",
  "terminate",
  "pause",
  "resume",
  "resendInvitation",
  "answerStatement",
  "correctStatement",
  "statePayments",
  "setRiskTier",
  "call",
  "report",
  "readCertificate",
  "close",
] as const;
export type CaseAbility = (typeof CASE_ABILITIES)[number];

export type CaseFacts = {
  stage: CaseStage;
  paused: boolean;
  accepted: boolean;
  /** A mediator was proposed and has not declared yet. */
  proposalOpen: boolean;
  borrowerConsented: boolean;
  platformConsented: boolean;
  hasCertificate: boolean;
};

/** Stages in which both sides may still say what is right and what is not. */
export const ANSWERABLE_STAGES: readonly CaseStage[] = ["invited", "preparing", "negotiating"];
/** Stages in which the platform may state what it received before: until an agreement has changed what is owed. */
export const HISTORY_STAGES: readonly CaseStage[] = ["intake", ...ANSWERABLE_STAGES];
/** Stages in which the borrower can be reached about the mediation. */
export const REACHING_STAGES: readonly CaseStage[] = [
  "invited",
  "preparing",
  "negotiating",
  "signing",
  "performing",
  "breached",
];

/** The abilities of a viewer on a case, in the order of `CASE_ABILITIES`. */
export function caseAbilities(viewer: Viewer, facts: CaseFacts): CaseAbility[] {
  return CASE_ABILITIES.filter((ability) => isAble(ability, viewer, facts));
}

function isAble(ability: CaseAbility, viewer: Viewer, facts: CaseFacts): boolean {
  const { stage, paused } = facts;
  const running = !paused;
  switch (ability) {
    case "accept":
      return viewer === "centre" && stage === "intake" && running && !facts.accepted;
    case "decline":
      if (viewer === "centre") return stage === "intake";
      return (viewer === "borrower" || viewer === "platform") && stage === "invited";
    case "appoint":
      return viewer === "centre" && stage === "intake" && running && facts.accepted && !facts.proposalOpen;
    case "consent":
      if (stage !== "invited" || paused) return false;
      return (
        (viewer === "borrower" && !facts.borrowerConsented) ||
        (viewer === "platform" && !facts.platformConsented)
      );
    case "withdraw":
      if (viewer !== "borrower" && viewer !== "platform") return false;
      return stage !== "invited" && leavingReason(stage, viewer) !== null;
    case "openOffers":
      return viewer === "mediator" && stage === "preparing" && running;
    case "terminate":
      return viewer === "mediator" && mediatorReasons(stage).length > 0;
    case "pause":
      return viewer === "mediator" && running && REACHING_STAGES.includes(stage);
    case "resume":
      return viewer === "mediator" && paused;
    case "resendInvitation":
      return (viewer === "mediator" || viewer === "centre") && running && REACHING_STAGES.includes(stage);
    case "answerStatement":
      return (viewer === "borrower" || viewer === "platform") && running && ANSWERABLE_STAGES.includes(stage);
    case "correctStatement":
      return viewer === "platform" && running && ANSWERABLE_STAGES.includes(stage);
    case "statePayments":
      return viewer === "platform" && running && HISTORY_STAGES.includes(stage);
    case "setRiskTier":
      return viewer === "platform" && HISTORY_STAGES.includes(stage);
    case "call":
      return (viewer === "mediator" || viewer === "centre") && running && REACHING_STAGES.includes(stage);
    case "report":
      return viewer === "borrower" && REACHING_STAGES.includes(stage);
    case "readCertificate":
      return facts.hasCertificate;
    case "close":
      return viewer === "platform" && stage === "terminated";
  }
}
