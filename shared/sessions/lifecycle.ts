/** What a session can be, as stored. `polling`: times are offered and nothing is fixed yet. */
export const SESSION_STATUSES = [
  "polling",
  "scheduled",
  "lobby",
  "running",
  "adjourned",
  "ended",
  "cancelled",
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const SESSION_COMMANDS = [
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
export type SessionCommand = (typeof SESSION_COMMANDS)[number];

/** The parts of a session, in their usual order; the mediator may take them as the talk needs. */
export const SESSION_PHASES = ["opening", "facts", "options", "bargaining", "closing"] as const;
export type SessionPhase = (typeof SESSION_PHASES)[number];

/** Why a session does not take place. Fixed words: the record that a meeting was cancelled may go to court. */
export const CANCEL_REASONS = ["unavailable", "not_needed", "technical", "not_held", "case_ended"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Why a session stops for a while. */
export const ADJOURN_REASONS = ["break", "time_up", "documents", "technical"] as const;
export type AdjournReason = (typeof ADJOURN_REASONS)[number];

/** For each status and command the next status, or null where the command is refused. A missing cell does not compile. */
export const SESSION_TRANSITIONS: Record<SessionStatus, Record<SessionCommand, SessionStatus | null>> = {
  polling: row({ reoffer: "polling", tick: "polling", fix: "scheduled", cancel: "cancelled" }),
  scheduled: row({ reschedule: "scheduled", open_lobby: "lobby", cancel: "cancelled" }),
  lobby: row({ reschedule: "scheduled", start: "running", cancel: "cancelled" }),
  running: row({ set_phase: "running", adjourn: "adjourned", end: "ended" }),
  // An adjourned session has taken place, so it is ended and never cancelled; its going on can be put off.
  adjourned: row({ reschedule: "adjourned", resume: "running", end: "ended" }),
  ended: row({ confirm_attendance: "ended" }),
  cancelled: row({}),
};

function row(
  legal: Partial<Record<SessionCommand, SessionStatus>>,
): Record<SessionCommand, SessionStatus | null> {
  return {
    reoffer: null,
    tick: null,
    fix: null,
    reschedule: null,
    open_lobby: null,
    start: null,
    set_phase: null,
    adjourn: null,
    resume: null,
    end: null,
    cancel: null,
    confirm_attendance: null,
    ...legal,
  };
}

/** Statuses in which a session is still to come or going on; a case has at most one such session. */
export const OPEN_SESSION_STATUSES: readonly SessionStatus[] = [
  "polling",
  "scheduled",
  "lobby",
  "running",
  "adjourned",
];

/** The status after a command, or null where it is refused. */
export function decideSession(status: SessionStatus, command: SessionCommand): SessionStatus | null {
  return SESSION_TRANSITIONS[status][command];
}
