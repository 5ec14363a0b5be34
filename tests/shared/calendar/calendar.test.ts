import { createRequire } from "node:module";
import { expect } from "chai";
import * as fc from "fast-check";
import { deadlineAfterDays, deadlineAfterMonths } from "../../../shared/calendar/deadlines.ts";
import {
  addDays,
  addMonthsAnchored,
  compareDates,
  dateFrom,
  daysBetween,
  isLocalDate,
  isWeekend,
} from "../../../shared/calendar/localDate.ts";
import { PUBLIC_HOLIDAYS } from "../../../shared/calendar/publicHolidays.ts";
import { shanghaiClockOf, shanghaiDateOf, shanghaiInstant } from "../../../shared/calendar/shanghai.ts";
import { HOLIDAYS_KNOWN_THROUGH, nextWorkingDay, workingDay } from "../../../shared/calendar/workingDays.ts";

describe("dates", () => {
  for (const text of ["2024-02-29", "2026-12-31", "2000-02-29"]) {
    it(`${text} exists`, () => expect(isLocalDate(text)).to.equal(true));
  }
  for (const text of [
    "2023-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-04-31",
    "2026-00-10",
    "2026-1-1",
    "20260101",
    "",
    null,
    5,
  ]) {
    it(`${JSON.stringify(text)} does not`, () => expect(isLocalDate(text as unknown)).to.equal(false));
  }

  it("are added to across leap days and years", () => {
    expect(addDays("2024-02-28", 1)).to.equal("2024-02-29");
    expect(addDays("2026-01-01", -1)).to.equal("2025-12-31");
    expect(daysBetween("2024-01-01", "2025-01-01")).to.equal(366);
    expect(compareDates("2024-01-02", "2024-01-01")).to.be.above(0);
    expect(compareDates("2024-01-01", "2024-01-01")).to.equal(0);
    expect(() => addDays("2023-02-29", 1)).to.throw(RangeError);
    expect(() => addDays("2023-02-28", 0.5)).to.throw(RangeError);
    expect(() => dateFrom(2023, 2, 29)).to.throw(RangeError);
  });

  it("keep the month-end of their anchor: 31 Jan → 28 Feb → 31 Mar", () => {
    expect([0, 1, 2, 3].map((k) => addMonthsAnchored("2026-01-31", k))).to.deep.equal([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
    expect(addMonthsAnchored("2024-02-29", 12)).to.equal("2025-02-28");
    expect(addMonthsAnchored("2024-01-31", -2)).to.equal("2023-11-30");
  });

  it("undo an addition of days", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween("2026-01-01", addDays("2026-01-01", days))).to.equal(days);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("Shanghai time", () => {
  it("decides what day it is", () => {
    expect(shanghaiDateOf(new Date("2026-11-20T15:59:59Z"))).to.equal("2026-11-20");
    expect(shanghaiDateOf(new Date("2026-11-20T16:00:00Z"))).to.equal("2026-11-21");
    expect(shanghaiClockOf(new Date("2026-11-20T23:05:00Z"))).to.deep.equal({
      date: "2026-11-21",
      hour: 7,
      minute: 5,
    });
    expect(shanghaiInstant("2026-11-21", 8, 30).toISOString()).to.equal("2026-11-21T00:30:00.000Z");
  });
});

describe("working days", () => {
  const table: [string, string, string][] = [
    ["an ordinary Monday", "2026-11-02", "2026-11-02"],
    ["a Saturday", "2026-11-07", "2026-11-09"],
    ["National Day", "2026-10-01", "2026-10-08"],
    ["a Saturday worked to make up for a holiday", "2026-10-10", "2026-10-10"],
    ["Spring Festival", "2026-02-17", "2026-02-24"],
  ];
  for (const [name, date, expected] of table) {
    it(`${name}: ${date} → ${expected}`, () => {
      expect(nextWorkingDay(date)).to.deep.equal({ date: expected, provisional: false });
    });
  }

  it("are provisional past the last year whose holidays are known", () => {
    expect(HOLIDAYS_KNOWN_THROUGH >= "2026-12-31").to.equal(true);
    const firstUnknown = addDays(HOLIDAYS_KNOWN_THROUGH, 1);
    expect(workingDay(HOLIDAYS_KNOWN_THROUGH).provisional).to.equal(false);
    expect(workingDay(firstUnknown).provisional).to.equal(true);
    expect(nextWorkingDay("2030-01-01")).to.deep.equal({ date: "2030-01-02", provisional: true });
    expect(nextWorkingDay("2030-06-01")).to.deep.equal({ date: "2030-06-03", provisional: true });
  });
});

describe("public holidays", () => {
  // The package's JSON is plain data; its functions depend on the local time zone.
  const published = createRequire(import.meta.url)("chinese-days/dist/chinese-days.json") as {
    holidays: Record<string, string>;
    workdays: Record<string, string>;
  };

  it("are those chinese-days publishes, for every day of every year we know", () => {
    const first = Math.min(...Object.keys(PUBLIC_HOLIDAYS).map(Number));
    const differing: string[] = [];
    for (let day = `${first}-01-01`; day <= HOLIDAYS_KNOWN_THROUGH; day = addDays(day, 1)) {
      const expected = day in published.workdays || (!isWeekend(day) && !(day in published.holidays));
      if (workingDay(day).working !== expected) differing.push(day);
    }
    expect(differing).to.deep.equal([]);
  });

  it("reach as far as chinese-days does; add the new year to publicHolidays.ts when this fails", () => {
    const last = Object.keys(published.holidays).toSorted().at(-1) ?? "";
    expect(last.slice(0, 4)).to.equal(HOLIDAYS_KNOWN_THROUGH.slice(0, 4));
  });
});

describe("deadlines", () => {
  it("do not count the first day and move off a holiday", () => {
    expect(deadlineAfterDays("2026-09-01", 30)).to.deep.equal({
      lastDay: "2026-10-01",
      date: "2026-10-08",
      provisional: false,
    });
    expect(deadlineAfterMonths("2026-08-31", 1).lastDay).to.equal("2026-09-30");
  });
});
