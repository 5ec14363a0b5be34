import type { CallOver, CallRoster, IncomingSignal } from "../../shared/calls/signals.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Channel, EventPayloads, EventType, JournalActor } from "../../shared/journal/events.ts";

/** An event as this viewer's own stream numbers it: 1, 2, 3 … without a hole. */
export type RoomEvent = {
  [T in EventType]: {
    readonly caseId: string;
    readonly n: number;
    readonly id: string;
    readonly type: T;
    readonly at: string;
    readonly actor: JournalActor;
    readonly payload: EventPayloads[T];
  };
}[EventType];

export interface RoomPerson {
  readonly memberId: string;
  readonly party: Party;
  readonly name: string;
  readonly online: boolean;
  /** There for those who act beside or for a party. */
  readonly as?: "representative" | "co_mediator";
}

export interface RoomViewer {
  readonly party: Party;
  readonly memberId: string | null;
  readonly name: string;
}

export interface ReadResult {
  readonly events: readonly RoomEvent[];
  readonly more: boolean;
}

export interface JoinResult extends ReadResult {
  readonly viewer: RoomViewer;
  readonly people: readonly RoomPerson[];
  readonly channels: readonly Channel[];
  readonly canPost?: readonly Channel[];
  readonly lastN: number;
}

export interface RoomCommand {
  readonly id: string;
  readonly caseId: string;
  readonly type: string;
  readonly payload: unknown;
}

export interface AckError {
  readonly code: string;
  readonly detail?: string;
}

/** The server answers a command only after commit: with its place in the viewer's stream, or a refusal. */
export interface Ack {
  readonly n?: number;
  readonly result?: unknown;
  readonly error?: AckError;
}

export interface ServerEvents {
  event: (event: RoomEvent) => void;
  presence: (hint: { caseId: string; people: RoomPerson[] }) => void;
  typing: (hint: { caseId: string; memberId: string; channel: Channel }) => void;
  removed: (hint: { caseId: string }) => void;
  calls: (roster: CallRoster) => void;
  call_signal: (signal: IncomingSignal) => void;
  call_over: (over: CallOver) => void;
}

export interface ClientEvents {
  /** A hint such as typing is sent without `ack`. */
  command: (command: RoomCommand, ack?: (answer: Ack) => void) => void;
}

/** A command the server refused, or one that nobody answered (`no_answer`). */
export class RoomRefusal extends Error {
  readonly code: string;
  readonly detail: string | undefined;

  constructor(error: AckError) {
    super(error.detail ?? error.code);
    this.name = "RoomRefusal";
    this.code = error.code;
    this.detail = error.detail;
  }
}
