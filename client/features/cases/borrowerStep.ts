import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import type { ProposalView } from "../../../shared/proposals/proposalView.ts";
import type { Agreement } from "../agreements/api.ts";
import type { Plan } from "../performance/api.ts";
import type { LineAnswer } from "../../../shared/debts/lineAnswer.ts";
import type { CaseFile, StatementLine } from "./types.ts";

/** The one thing the borrower's start page leads with; each has its words under `myCase.step`. */
export type StepName =
  | "decide"
  | "waitPlatform"
  | "check"
  | "prepare"
  | "answerProposal"
  | "waitRound"
  | "answer"
  | "waitAnswer"
  | "offer"
  | "review"
  | "sign"
  | "waitOthers"
  | "waitSeal"
  | "pay"
  | "late"
  | "breached"
  | "completed"
  | "terminated"
  | "escalated"
  | "closed";

export interface Around {
  readonly offers: readonly OfferView[];
  readonly proposals: readonly ProposalView[];
  readonly agreement: Agreement | null;
  readonly plan: Plan | null;
}

/** What is next for the borrower, from what they may do now. */
export function nextStep(file: CaseFile, { offers, proposals, agreement, plan }: Around): StepName {
  switch (file.stage) {
    case "intake":
    case "invited":
      return file.participation.borrowerConsented ? "waitPlatform" : "decide";
    case "preparing":
      return openLines(file) > 0 ? "check" : "prepare";
    case "negotiating": {
      const round = proposals.find(({ status }) => status === "open");
      if (round) return round.own?.answer ? "waitRound" : "answerProposal";
      if (offers.some((offer) => offer.abilities.includes("accept"))) return "answer";
      return offers.some((offer) => offer.abilities.includes("withdraw")) ? "waitAnswer" : "offer";
    }
    case "signing":
      return signingStep(agreement);
    case "performing":
      return plan?.instalments.some((row) => row.overdue) === true ? "late" : "pay";
    case "breached":
    case "completed":
    case "terminated":
    case "escalated":
    case "closed":
      return file.stage;
  }
}

function signingStep(agreement: Agreement | null): StepName {
  if (agreement === null || agreement.status === "review") return "review";
  if (agreement.status === "signed") return "waitSeal";
  return agreement.abilities.includes("sign") ? "sign" : "waitOthers";
}

/** Where the next thing is done; null where nothing is. */
export const STEP_PATHS: Record<StepName, string | null> = {
  decide: "/case/consent",
  waitPlatform: "/case/debt",
  check: "/case/debt",
  prepare: "/case/talk?with=caucus",
  answerProposal: "/case/offers",
  waitRound: "/case/offers",
  answer: "/case/offers",
  waitAnswer: "/case/offers",
  offer: "/case/offers/new",
  review: "/case/agreement",
  sign: "/case/agreement",
  waitOthers: "/case/agreement",
  waitSeal: "/case/agreement",
  pay: "/case/plan",
  late: "/case/plan",
  breached: "/case/plan",
  completed: "/case/plan",
  terminated: "/case/ended",
  escalated: null,
  closed: null,
};

/** Steps in which there is nothing for the borrower to do but to know. */
export const WAITING_STEPS: readonly StepName[] = [
  "waitPlatform",
  "waitAnswer",
  "waitRound",
  "review",
  "waitOthers",
  "waitSeal",
];

/** Lines of the statement that have not been answered yet. */
export function openLines(file: Pick<CaseFile, "statement">): number {
  return file.statement.lines.filter((line) => borrowerAnswer(line) === "open").length;
}

/** What the borrower says of a line. */
export function borrowerAnswer(line: Pick<StatementLine, "standing">): LineAnswer {
  return line.standing?.borrower?.answer ?? "open";
}

/** Place on the way that a case usually goes (join, check, negotiate, sign, repay); null when it has left that way. */
export function progressOf(stage: CaseStage): number | null {
  switch (stage) {
    case "intake":
    case "invited":
      return 0;
    case "preparing":
      return 1;
    case "negotiating":
      return 2;
    case "signing":
      return 3;
    case "performing":
    case "breached":
      return 4;
    case "completed":
      return 5;
    case "terminated":
    case "escalated":
    case "closed":
      return null;
  }
}
