import type { LocalDate } from "../calendar/localDate.ts";
import type { Party } from "../journal/audience.ts";
import type { MinutesAnswer, MinutesStatus } from "./lifecycle.ts";

/** Somebody who took part. `seconds` is null where nobody counted them; `here` as the mediator has it. */
export type Present = {
  personId: string;
  party: Party;
  name: string;
  seconds: number | null;
  here: boolean;
};

/** One thing that was dealt with; `remark` is the mediator's. */
export type MinutesPoint = { key: string; at: string; text: string; remark: string | null };

/** What minutes are about: a session, or a span of dates where there was none. Instants. */
export type MinutesSubject =
  | { kind: "session"; sessionId: string; number: number; from: string; to: string }
  | { kind: "span"; firstDay: LocalDate; lastDay: LocalDate; from: string; to: string };

/** The body of minutes, computed from the joint record, with the mediator's remarks. */
export type MinutesBody = {
  subject: MinutesSubject;
  present: Present[];
  points: MinutesPoint[];
  outcome: string;
  outcomeRemark: string | null;
  general: string | null;
};

export type MinutesAbility = "revise" | "lay_open" | "answer" | "recall" | "finish" | "withdraw";

export type MinutesView = {
  id: string;
  caseId: string;
  number: string;
  status: MinutesStatus;
  body: MinutesBody;
  contentHash: string;
  draftedAt: string;
  openedAt: string | null;
  finishedAt: string | null;
  sealed: boolean;
  answers: { personId: string; name: string; answer: MinutesAnswer; remark: string | null; at: string }[];
  /** The viewer's own id among those present; null for who was not there. */
  ownId: string | null;
  version: number;
  abilities: MinutesAbility[];
};

/** A session of which there are no minutes yet. */
export type SessionWithout = { sessionId: string; number: number; from: string; to: string };

export type MinutesList = { items: MinutesView[]; sessions: SessionWithout[]; abilities: "draft"[] };
