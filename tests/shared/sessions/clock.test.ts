import { expect } from "chai";
import fc from "fast-check";
import { attendanceOf, type Stay } from "../../../shared/sessions/attendance.ts";
import { elapsedAt, plannedEnd, usualAgenda } from "../../../shared/sessions/clock.ts";
import { GROUND_RULES, GROUND_RULES_TEXT } from "../../../shared/sessions/groundRules.ts";
import { SESSION_PHASES } from "../../../shared/sessions/lifecycle.ts";

const NOW = new Date("2026-11-24T02:00:00.000Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe("the clock of a session", () => {
  it("counts what has run, and stands while it does not", () => {
    expect(elapsedAt({ elapsedSeconds: 90, runningSince: null }, after(500))).to.equal(90);
    expect(elapsedAt({ elapsedSeconds: 90, runningSince: NOW }, after(30.9))).to.equal(120);
    expect(elapsedAt({ elapsedSeconds: 90, runningSince: NOW }, after(-5))).to.equal(90);
  });

  it("plans the end by what is left, and never less than a quarter of an hour", () => {
    expect(plannedEnd(60, 0, NOW)).to.deep.equal(after(3600));
    expect(plannedEnd(60, 1800, NOW)).to.deep.equal(after(1800));
    expect(plannedEnd(60, 3500, NOW)).to.deep.equal(after(900));
  });

  it("shares the time out among all phases to the minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 240 }), (minutes) => {
        const agenda = usualAgenda(minutes);
        expect(agenda.map(({ phase }) => phase)).to.deep.equal([...SESSION_PHASES]);
        expect(agenda.reduce((sum, item) => sum + item.minutes, 0)).to.equal(minutes);
        for (const item of agenda) expect(item.minutes).to.be.greaterThan(0);
      }),
    );
  });
});

describe("attendance", () => {
  const stay = (memberId: string, from: number, to: number | null): Stay => ({
    memberId,
    party: "borrower",
    name: memberId,
    joinedAt: after(from),
    leftAt: to === null ? null : after(to),
  });

  it("adds up the stays of each, in the order they first came", () => {
    const stays = [stay("b", 60, 120), stay("a", 0, 30), stay("b", 200, null)];
    const found = attendanceOf(stays, after(300));
    expect(found.map(({ memberId, seconds }) => [memberId, seconds])).to.deep.equal([
      ["a", 30],
      ["b", 160],
    ]);
  });
});

describe("the ground rules", () => {
  it("say the same four things in both languages, under a version", () => {
    expect(GROUND_RULES).to.match(/^\d{4}-\d{2}$/);
    expect(GROUND_RULES_TEXT.zh.rules).to.have.length(4);
    expect(GROUND_RULES_TEXT.en.rules).to.have.length(4);
    for (const { title, text } of Object.values(GROUND_RULES_TEXT).flatMap(({ rules }) => rules)) {
      expect(title).not.to.equal("");
      expect(text.length).to.be.greaterThan(40);
    }
  });
});
