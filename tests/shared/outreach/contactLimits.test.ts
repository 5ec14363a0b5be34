import { expect } from "chai";
import { callRefusal, messageTime } from "../../../shared/outreach/contactLimits.ts";

const rules = {
  hours: { fromHour: 8, untilHour: 22 },
  counts: { effectiveVoicePerDay: 3, unansweredPerContactPointPerDay: 6 },
};
/** An instant by the clock of Shanghai. */
const at = (day: string, time: string) => new Date(`${day}T${time}+08:00`);
const NEXT = "2026-11-03T00:00:00.000Z";

describe("whether a call may begin", () => {
  const TABLE: [string, string, number, number, string | null][] = [
    ["the first of the day", "10:00:00", 0, 0, null],
    ["after two conversations", "10:00:00", 2, 2, null],
    ["after three conversations", "10:00:00", 3, 3, `person_limit ${NEXT}`],
    ["after five rings of the number", "10:00:00", 0, 5, null],
    ["after six rings of the number", "10:00:00", 0, 6, `number_limit ${NEXT}`],
    ["after both limits", "10:00:00", 3, 6, `person_limit ${NEXT}`],
    ["one second before eight", "07:59:59", 0, 0, "hours 2026-11-02T00:00:00.000Z"],
    ["at eight", "08:00:00", 0, 0, null],
    ["one second before ten at night", "21:59:59", 0, 0, null],
    ["at ten at night", "22:00:00", 0, 0, `hours ${NEXT}`],
    ["at ten at night after the limit", "22:00:00", 3, 6, `hours ${NEXT}`],
  ];
  for (const [what, time, effective, attempts, expected] of TABLE) {
    it(`${what}: ${expected ?? "may"}`, () => {
      const refusal = callRefusal(at("2026-11-02", time), rules, { effective, attempts });
      expect(refusal && `${refusal.reason} ${refusal.nextAt.toISOString()}`).to.equal(expected);
    });
  }
});

describe("when a message may go", () => {
  const rung = (days: Record<string, number>) => (day: string) => days[day] ?? 0;
  const TABLE: [string, string, Record<string, number>, string][] = [
    ["by day with room", "10:00:00", { "2026-11-02": 5 }, "2026-11-02T02:00:00.000Z"],
    ["by day when the number has rung six times", "10:00:00", { "2026-11-02": 6 }, NEXT],
    [
      "when tomorrow is full too",
      "10:00:00",
      { "2026-11-02": 6, "2026-11-03": 6 },
      "2026-11-04T00:00:00.000Z",
    ],
    ["at night", "23:00:00", { "2026-11-02": 6 }, NEXT],
    ["at night before a full day", "23:00:00", { "2026-11-03": 7 }, "2026-11-04T00:00:00.000Z"],
    ["early in the morning of a full day", "06:00:00", { "2026-11-02": 6 }, NEXT],
  ];
  for (const [what, time, days, expected] of TABLE) {
    it(`${what}: ${expected}`, () => {
      expect(messageTime(at("2026-11-02", time), rules, rung(days)).toISOString()).to.equal(expected);
    });
  }

  it("comes to an end where every day is full", () => {
    expect(messageTime(at("2026-11-02", "10:00:00"), rules, () => 6)).to.be.instanceOf(Date);
  });
});
