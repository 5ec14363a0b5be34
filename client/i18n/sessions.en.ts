import type { sessions as zh } from "./sessions.zh.ts";
import type { Translation } from "./translation.ts";

export const sessions: Translation<typeof zh> = {
  status: {
    polling: "Choosing a time",
    scheduled: "Scheduled",
    lobby: "Lobby open",
    running: "Under way",
    adjourned: "Adjourned",
    ended: "Ended",
    cancelled: "Cancelled",
  },
  phase: {
    opening: "Opening",
    facts: "Facts",
    options: "Options",
    bargaining: "Bargaining",
    closing: "Closing",
  },
  cancelReason: {
    unavailable: "somebody cannot come",
    not_needed: "not needed any more",
    technical: "technical reasons",
    not_held: "it was not held",
    case_ended: "the case is no longer in mediation",
  },
  adjournReason: {
    break: "a break",
    time_up: "time is up",
    documents: "waiting for documents",
    technical: "technical reasons",
  },
  rules: { version: "Version {{version}}", enter: "Accept and enter", back: "Back to the case" },
  putOff: " (before: {{from}})",
  event: {
    offered: "The mediator offered {{times}} times for a session; please tick those that suit",
    ticked: "Your side's {{times}} times are noted (the other side does not see them)",
    scheduled: "The session is set for {{when}}, about {{minutes}} minutes",
    moved: "The session is moved to {{when}}, about {{minutes}} minutes",
    lobbyOpened: "The lobby of the session is open; you can come in and wait",
    started: "The session has started",
    phase: "Now: {{phase}}",
    adjourned: "The session is adjourned: {{reason}}",
    resumesAt: "; it goes on {{when}}",
    resumed: "The session goes on",
    ended: "The session has ended after {{duration}} minutes",
    cancelled: "The session is cancelled: {{reason}}",
    joined: "{{name}} came into the session",
    left: "{{name}} left the session",
    groundRules: "{{name}} accepted the ground rules",
  },
};
