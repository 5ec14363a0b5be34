import type { CallOver, CallRoster, IncomingSignal } from "../calls/signals.ts";
import type { Party } from "../journal/audience.ts";
import type { Channel, EventPayloads, EventType, JournalActor } from "../journal/events.ts";
import type { FieldProblem } from "./refusal.ts";

/** An event as one party sees it. `n` counts this party's own stream: 1, 2, 3 … without a hole. */
export type RoomEvent = {
  caseId: string;
  n: number;
  id: string;
  type: EventType;
  at: string;
  actor: JournalActor;
  payload: EventPayloads[EventType];
};

/** Somebody who belongs to a room; `online` is a hint and never stored. */
export type RoomPerson = {
  memberId: string;
  party: Party;
  name: string;
  online: boolean;
  /** There for those who act beside or for a party. */
  as?: "representative" | "co_mediator";
};

/** Who is looking; `memberId` is null until they have joined. */
export type RoomViewer = { party: Party; memberId: string | null; name: string };

/** A page of a viewer's stream; `more` when another page follows. */
export type EventPage = { events: RoomEvent[]; more: boolean };

export const ROOM_ABILITIES = ["join", "leave", "post", "remove_member", "mute_member"] as const;
export type RoomAbility = (typeof ROOM_ABILITIES)[number];

/** The room as a viewer finds it, without its history. */
export type RoomView = {
  caseId: string;
  number: string;
  stage: string;
  viewer: RoomViewer;
  people: RoomPerson[];
  channels: Channel[];
  canPost: Channel[];
  lastN: number;
  abilities: RoomAbility[];
  /** The version in force, and whether this viewer has to accept it before entering. */
  groundRules: { version: string; mustAccept: boolean };
};

/** What a client sends as `command`. The same `id` again is the same command, whatever became of the first answer. */
export type CommandEnvelope = { id: string; caseId: string; type: string; payload: unknown };

export type AckError = {
  code: string;
  detail: string;
  errors: FieldProblem[];
  params: Record<string, string | number | boolean | null>;
};

/** Given only after commit. `n` is the place in the sender's own stream of the event the command caused. */
export type Ack = { n?: number; result: unknown } | { error: AckError };

/** What the server sends of its own accord. */
export type ServerMessages = {
  event: RoomEvent;
  presence: { caseId: string; people: RoomPerson[] };
  typing: { caseId: string; memberId: string; channel: Channel };
  removed: { caseId: string };
  calls: CallRoster;
  call_signal: IncomingSignal;
  call_over: CallOver;
  /** The last word before the server hangs up. */
  cut_off: { code: "rate_limited" | "not_signed_in" | "unavailable"; detail: string };
};

/** Events of a stream come in pages of at most this many. */
export const EVENT_PAGE = 200;
