import { expect } from "chai";
import {
  decideSession,
  OPEN_SESSION_STATUSES,
  SESSION_COMMANDS,
  SESSION_STATUSES,
  SESSION_TRANSITIONS,
  type SessionCommand,
  type SessionStatus,
} from "../../../shared/sessions/lifecycle.ts";

const LEGAL: Record<SessionStatus, Partial<Record<SessionCommand, SessionStatus>>> = {
  polling: { reoffer: "polling", tick: "polling", fix: "scheduled", cancel: "cancelled" },
  scheduled: { reschedule: "scheduled", open_lobby: "lobby", cancel: "cancelled" },
  lobby: { reschedule: "scheduled", start: "running", cancel: "cancelled" },
  running: { set_phase: "running", adjourn: "adjourned", end: "ended" },
  adjourned: { reschedule: "adjourned", resume: "running", end: "ended" },
  ended: { confirm_attendance: "ended" },
  cancelled: {},
};

describe("the life of a session", () => {
  for (const status of SESSION_STATUSES) {
    for (const command of SESSION_COMMANDS) {
      const to = LEGAL[status][command] ?? null;
      it(`${status}: ${command} ${to === null ? "is refused" : `→ ${to}`}`, () => {
        expect(decideSession(status, command)).to.equal(to);
        expect(SESSION_TRANSITIONS[status][command]).to.equal(to);
      });
    }
  }

  it("is open exactly as long as something other than its record may still change", () => {
    for (const status of SESSION_STATUSES) {
      const moves = SESSION_COMMANDS.some((command) => (decideSession(status, command) ?? status) !== status);
      expect(OPEN_SESSION_STATUSES.includes(status), status).to.equal(moves);
    }
  });

  it("that has begun is ended, never cancelled; one that has not is cancelled, never ended", () => {
    for (const status of SESSION_STATUSES) {
      expect(decideSession(status, "end") === null || decideSession(status, "cancel") === null).to.equal(
        true,
      );
    }
  });
});
