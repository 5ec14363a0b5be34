import { expect } from "chai";
import { CASE_STAGES, type CaseStage } from "../../../shared/cases/lifecycle.ts";
import {
  decideEntry,
  MEMBERSHIP_COMMANDS,
  MEMBERSHIP_TRANSITIONS,
  MEMBERSHIPS,
} from "../../../shared/rooms/membership.ts";

describe("membership", () => {
  const table: [string, string, string | null][] = [
    ["outside", "join", "member"],
    ["outside", "leave", null],
    ["outside", "remove", null],
    ["member", "join", "member"],
    ["member", "leave", "left"],
    ["member", "remove", "removed"],
    ["left", "join", "member"],
    ["left", "leave", null],
    ["left", "remove", null],
    ["removed", "join", null],
    ["removed", "leave", null],
    ["removed", "remove", null],
  ];

  it("names every cell in this table", () => {
    expect(table).to.have.length(MEMBERSHIPS.length * MEMBERSHIP_COMMANDS.length);
  });

  for (const [from, command, to] of table) {
    it(`${from} × ${command} → ${to ?? "refused"}`, () => {
      const cell = MEMBERSHIP_TRANSITIONS[from as "member"][command as "join"];
      expect(cell).to.equal(to);
    });
  }
});

describe("entry", () => {
  const open: CaseStage[] = ["preparing", "negotiating", "signing", "performing", "breached"];
  for (const stage of CASE_STAGES) {
    const early = stage === "intake" || stage === "invited";
    it(`in ${stage}`, () => {
      const newcomer = early || !open.includes(stage) ? "stage_forbids" : "become_member";
      expect(decideEntry("outside", stage)).to.equal(newcomer);
      expect(decideEntry("left", stage)).to.equal(newcomer);
      expect(decideEntry("member", stage)).to.equal(early ? "stage_forbids" : "enter");
      expect(decideEntry("removed", stage)).to.equal("not_a_member");
    });
  }
});
