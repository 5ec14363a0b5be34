import { expect } from "chai";
import { authorityFault, type SigningAuthority } from "../../../shared/agreements/authority.ts";
import {
  isPastDeadline,
  remindersDue,
  settingsProblem,
  signingDeadline,
  USUAL_SETTINGS,
} from "../../../shared/agreements/deadline.ts";
import { pagesLeft } from "../../../shared/agreements/reading.ts";
import { fen } from "../../../shared/money/fen.ts";

describe("the time to sign", () => {
  it("ends with the last day in Shanghai, the day of release not counted", () => {
    const deadline = signingDeadline(new Date("2026-11-02T15:59:00Z"), 7);
    expect(deadline.toISOString()).to.equal("2026-11-09T16:00:00.000Z");
    // One minute later it is the third of November there.
    expect(signingDeadline(new Date("2026-11-02T16:00:00Z"), 7).toISOString()).to.equal(
      "2026-11-10T16:00:00.000Z",
    );
    expect(isPastDeadline(deadline, new Date("2026-11-09T15:59:59.999Z"))).to.equal(false);
    expect(isPastDeadline(deadline, deadline)).to.equal(true);
    expect(isPastDeadline(null, new Date("2999-01-01"))).to.equal(false);
  });

  it("has reminders so many days before its end, none before it began", () => {
    const releasedAt = new Date("2026-11-02T02:00:00Z");
    const deadline = signingDeadline(releasedAt, 7);
    const due = (now: string, days = [3, 1]) => remindersDue({ deadline, releasedAt }, days, new Date(now));
    expect(due("2026-11-06T15:59:59Z")).to.equal(0);
    expect(due("2026-11-06T16:00:00Z")).to.equal(1);
    expect(due("2026-11-08T16:00:00Z")).to.equal(2);
    expect(due("2026-11-09T00:00:00Z", [])).to.equal(0);
    expect(due("2026-11-09T00:00:00Z", [30])).to.equal(0);
  });

  for (const [change, field] of [
    [{}, null],
    [{ deadlineDays: 0 }, "deadlineDays"],
    [{ deadlineDays: 61 }, "deadlineDays"],
    [{ remindDaysBefore: [] }, null],
    [{ remindDaysBefore: [8] }, "remindDaysBefore"],
    [{ remindDaysBefore: [0] }, "remindDaysBefore"],
    [{ remindDaysBefore: [2, 2] }, "remindDaysBefore"],
    [{ remindDaysBefore: [1, 2, 3, 4, 5, 6] }, "remindDaysBefore"],
  ] as const) {
    it(`with ${JSON.stringify(change)} ${field === null ? "is sound" : `is faulty at ${field}`}`, () =>
      expect(settingsProblem({ ...USUAL_SETTINGS, ...change })).to.equal(field));
  }
});

describe("an authority to sign", () => {
  const whole: SigningAuthority = {
    maxTotalFen: fen(1_000_00),
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
    revokedAt: null,
  };
  for (const [change, today, total, fault] of [
    [{}, "2026-06-01", 1_000_00, null],
    [{}, "2026-01-01", 1, null],
    [{}, "2026-12-31", 1, null],
    [{}, "2025-12-31", 1, "not_yet"],
    [{}, "2027-01-01", 1, "expired"],
    [{}, "2026-06-01", 1_000_01, "beyond_scope"],
    [{ maxTotalFen: null }, "2026-06-01", 999_999_99, null],
    [{ validTo: null }, "2090-01-01", 1, null],
    [{ revokedAt: "2026-05-01T00:00:00Z" }, "2026-06-01", 1, "revoked"],
  ] as const) {
    it(`${JSON.stringify(change)} on ${today} over ${total} fen: ${fault ?? "in force"}`, () =>
      expect(authorityFault({ ...whole, ...change }, { totalFen: fen(total), today })).to.equal(fault));
  }
});

describe("reading", () => {
  it("leaves the pages that were not viewed", () => {
    expect(pagesLeft(3, [])).to.deep.equal([1, 2, 3]);
    expect(pagesLeft(3, [3, 1])).to.deep.equal([2]);
    expect(pagesLeft(3, [1, 2, 3, 4])).to.deep.equal([]);
  });
});
