import { expect } from "chai";
import type { CaseFacts } from "../../../shared/insight/caseFacts.ts";
import { sessionAction } from "../../../shared/insight/sessionAction.ts";

/** 10:00 in Shanghai. */
const NOW = new Date("2026-11-20T02:00:00.000Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

type Facts = Pick<
  CaseFacts,
  "sessionStatus" | "sessionAt" | "sessionSince" | "sessionPlatformTicked" | "sessionSidesTicked"
>;
const NONE: Facts = {
  sessionStatus: null,
  sessionAt: null,
  sessionSince: null,
  sessionPlatformTicked: false,
  sessionSidesTicked: 0,
};
type Row = [string, Partial<Facts>, string | null, string | null];

const polling = { sessionStatus: "polling" as const, sessionSince: hours(-1) };
const scheduled = { sessionStatus: "scheduled" as const, sessionSince: hours(-48) };
const ROWS: Row[] = [
  ["none", {}, null, null],
  ["times offered, nobody has ticked", polling, null, "tick_times times_offered today"],
  ["offered two days ago", { ...polling, sessionSince: hours(-48) }, null, "tick_times times_offered now"],
  [
    "the borrower alone has ticked",
    { ...polling, sessionSidesTicked: 1 },
    null,
    "tick_times times_offered today",
  ],
  ["the platform has ticked", { ...polling, sessionPlatformTicked: true, sessionSidesTicked: 1 }, null, null],
  [
    "both have",
    { ...polling, sessionPlatformTicked: true, sessionSidesTicked: 2 },
    "fix_session both_ticked today",
    null,
  ],
  ["tomorrow", { ...scheduled, sessionAt: hours(24) }, null, null],
  ...both("later today", { ...scheduled, sessionAt: hours(5) }, "join_session session_today today"),
  ...both("within the hour", { ...scheduled, sessionAt: hours(1) }, "join_session session_today now"),
  ...both("overdue", { ...scheduled, sessionAt: hours(-1) }, "join_session session_today now"),
  ...both(
    "lobby",
    { ...scheduled, sessionStatus: "lobby", sessionAt: hours(0) },
    "join_session session_now now",
  ),
  ...both(
    "running",
    { ...scheduled, sessionStatus: "running", sessionAt: NOW },
    "join_session session_now now",
  ),
  ["adjourned without a time", { ...scheduled, sessionStatus: "adjourned" }, null, null],
];

function both(name: string, facts: Partial<Facts>, action: string): Row[] {
  return [[name, facts, action, action]];
}

describe("the next action about a session", () => {
  for (const [name, facts, mediator, platform] of ROWS) {
    it(name, () => {
      // Only what is named above is looked at.
      const all = { ...NONE, ...facts } as CaseFacts;
      const said = (party: "mediator" | "platform") => {
        const found = sessionAction(party, all, NOW);
        return found && `${found.action} ${found.why.code} ${found.urgency}`;
      };
      expect(said("mediator")).to.equal(mediator);
      expect(said("platform")).to.equal(platform);
    });
  }
});
