import type { Party } from "../journal/audience.ts";

/** The sides that say whether a statement of fact is right; the mediator takes no side. */
export const FACT_SIDES = ["borrower", "platform"] as const;
export type FactSide = (typeof FACT_SIDES)[number];

/** What a side says about a statement of fact. Until it says something, the statement is open for it. */
export const FACT_ANSWERS = ["open", "confirmed", "disputed"] as const;
export type FactAnswer = (typeof FACT_ANSWERS)[number];

/**
 * `proposed` not both have confirmed and nobody disputes · `confirmed` both say it is so · `disputed` somebody says it is
 * not · `withdrawn` taken back · `recorded` it stands in a record that both have signed, for good.
 */
export const FACT_STATUSES = ["proposed", "confirmed", "disputed", "withdrawn", "recorded"] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

export const FACT_COMMANDS = ["reword", "answer", "withdraw", "record"] as const;
export type FactCommand = (typeof FACT_COMMANDS)[number];

/** Where a command leads: a status, one that follows from what the sides say, or nowhere. A missing cell does not compile. */
export const FACT_TRANSITIONS: Record<FactStatus, Record<FactCommand, FactStatus | "by_answers" | null>> = {
  proposed: { reword: "by_answers", answer: "by_answers", withdraw: "withdrawn", record: null },
  confirmed: { reword: "by_answers", answer: "by_answers", withdraw: "withdrawn", record: "recorded" },
  disputed: { reword: "by_answers", answer: "by_answers", withdraw: "withdrawn", record: null },
  withdrawn: { reword: null, answer: null, withdraw: null, record: null },
  recorded: { reword: null, answer: null, withdraw: null, record: null },
};

export type FactAnswers = Record<FactSide, FactAnswer>;

/** The status of a statement from what each side says of it: the borrower's answer, then the platform's. */
export const FACT_STANDING: Record<FactAnswer, Record<FactAnswer, FactStatus>> = {
  open: { open: "proposed", confirmed: "proposed", disputed: "disputed" },
  confirmed: { open: "proposed", confirmed: "confirmed", disputed: "disputed" },
  disputed: { open: "disputed", confirmed: "disputed", disputed: "disputed" },
};

export function standingOf({ borrower, platform }: FactAnswers): FactStatus {
  return FACT_STANDING[borrower][platform];
}

/** What is said of new words: a side stands by what it words itself, everybody else begins anew. */
export function answersToWordsOf(party: Party): FactAnswers {
  return {
    borrower: party === "borrower" ? "confirmed" : "open",
    platform: party === "platform" ? "confirmed" : "open",
  };
}

export type FactState = { status: FactStatus; answers: FactAnswers };

export type FactAct =
  | { command: "reword"; by: Party }
  | { command: "answer"; side: FactSide; answer: FactAnswer }
  | { command: "withdraw" }
  | { command: "record" };

export type FactDecision = { ok: true; to: FactState } | { ok: false; code: "fact_fixed" | "already_done" };

/** Decide one act on a statement of fact. Saying again what one has said is refused, so that nothing is written twice. */
export function decideFact({ status, answers }: FactState, act: FactAct): FactDecision {
  const cell = FACT_TRANSITIONS[status][act.command];
  if (cell === null) {
    return {
      ok: false,
      code: act.command === "withdraw" && status === "withdrawn" ? "already_done" : "fact_fixed",
    };
  }
  const said = answersAfter(answers, act);
  if (act.command === "answer" && answers[act.side] === act.answer)
    return { ok: false, code: "already_done" };
  return { ok: true, to: { status: cell === "by_answers" ? standingOf(said) : cell, answers: said } };
}

function answersAfter(answers: FactAnswers, act: FactAct): FactAnswers {
  if (act.command === "reword") return answersToWordsOf(act.by);
  if (act.command === "answer") return { ...answers, [act.side]: act.answer };
  return answers;
}

/** Who may change the words of a statement or take it back: the side it comes from, and the mediator. */
export function mayEditFact(party: Party, proposedBy: Party): boolean {
  return party === "mediator" || party === proposedBy;
}

/** Characters of one statement at most. */
export const MAX_FACT_LENGTH = 300;
/** Characters of what a side says against it at most. */
export const MAX_FACT_REASON = 300;
/** Statements of one case at most, those taken back included. */
export const MAX_FACTS = 200;
