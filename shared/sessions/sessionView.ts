import type { Attended } from "./attendance.ts";
import type { AgendaItem } from "./clock.ts";
import type { AdjournReason, CancelReason, SessionPhase, SessionStatus } from "./lifecycle.ts";

export const SESSION_ABILITIES = [
  "offer",
  "reoffer",
  "tick",
  "fix",
  "reschedule",
  "open_lobby",
  "start",
  "set_phase",
  "adjourn",
  "resume",
  "end",
  "cancel",
  "confirm_attendance",
] as const;
export type SessionAbility = (typeof SESSION_ABILITIES)[number];

/** The ticks of one side, as that side and the mediator see them. */
export type SideTicks = { times: string[]; byName: string; at: string };

/** A session as one viewer sees it; all instants are ISO. Nothing in it depends on what the other side ticked. */
export type SessionView = {
  id: string;
  number: number;
  status: SessionStatus;
  times: string[];
  minutes: number;
  startsAt: string | null;
  resumesAt: string | null;
  phase: SessionPhase | null;
  agenda: AgendaItem[];
  startedAt: string | null;
  runningSince: string | null;
  /** Before `runningSince`; the clock adds what has passed since. */
  elapsedSeconds: number;
  plannedEnd: string | null;
  endedAt: string | null;
  reason: AdjournReason | CancelReason | null;
  attendance: (Attended & { here: boolean; present: boolean | null })[];
  attendanceConfirmedAt: string | null;
  version: number;
  abilities: SessionAbility[];
  /** What this viewer's side ticked; there for the two sides only, null until it has. */
  own?: SideTicks | null;
  /** There for the mediator only, until a time is fixed. */
  ticks?: { borrower: SideTicks | null; platform: SideTicks | null; suggested: string | null };
};

/** `now` is the server's clock, by which the client shows how much time has passed. */
export type SessionList = { items: SessionView[]; now: string; abilities: SessionAbility[]; next: null };
