import type { PolicyBreach } from "../plans/policy.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";
import type { Leave, ProposalAnswer } from "./answers.ts";
import type { ProposalStatus } from "./lifecycle.ts";
import type { Rounds } from "./rounds.ts";

/** The warning in force. Its words are the client's, in both languages; another wording gets another id. */
export const WARNING_TEXT = "proposal-warning-1";

export const PROPOSAL_ABILITIES = [
  "revise",
  "open",
  "withdraw",
  "acknowledge",
  "answer",
  "answer_leave",
] as const;
export type ProposalAbility = (typeof PROPOSAL_ABILITIES)[number];

/** What a side sees of itself, and nobody else of it. */
export type OwnAnswer = {
  /** Whether this person has read the warning. */
  acknowledged: boolean;
  answer: ProposalAnswer | null;
  answeredAt: string | null;
  answeredByName: string | null;
  /** There for the platform only. */
  leave?: Leave;
};

/**
 * A proposal as one viewer sees it. `number` is 0 until it is sent. Nothing in it but `own` depends on what anybody
 * answered, until `status` says that both said yes; `own` is there for the two sides only, `breaches` for the platform.
 */
export type ProposalView = {
  id: string;
  number: number;
  status: ProposalStatus;
  terms: Terms;
  termsHash: string;
  schedule: ScheduleResult;
  totals: ScheduleResult["totals"];
  note: string | null;
  warning: string;
  openedAt: string | null;
  deadline: string | null;
  closedAt: string | null;
  version: number;
  abilities: ProposalAbility[];
  own?: OwnAnswer;
  breaches?: PolicyBreach[];
};

export type ProposalList = { items: ProposalView[]; rounds: Rounds; next: null };

/** Hours a round may last at least, and days at most. */
export const MIN_ROUND_HOURS = 1;
export const MAX_ROUND_DAYS = 30;
