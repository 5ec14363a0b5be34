import { expect } from "chai";
import fc from "fast-check";
import { shanghaiClockOf } from "../../../shared/calendar/shanghai.ts";
import { workingDay } from "../../../shared/calendar/workingDays.ts";
import { firstForBoth, isOfficeTime, timeFault, usualTimes } from "../../../shared/sessions/times.ts";

const at = (text: string) => new Date(`${text}:00+08:00`);
const NOW = at("2026-11-23T10:00");

describe("a time for a session", () => {
  const CASES: [string, number, ReturnType<typeof timeFault>][] = [
    ["2026-11-23T10:15", 60, null],
    ["2026-11-23T10:00", 60, "past"],
    ["2026-11-23T10:20", 60, "not_whole"],
    ["2026-11-24T08:00", 60, null],
    ["2026-11-24T07:45", 60, "night"],
    ["2026-11-24T21:00", 60, null],
    ["2026-11-24T21:15", 60, "night"],
    ["2026-11-24T22:00", 15, "night"],
    ["2027-01-22T10:00", 60, null],
    ["2027-01-22T10:15", 60, "too_far"],
    // A Sunday evening suits many who work.
    ["2026-11-29T19:00", 60, null],
  ];
  for (const [time, minutes, fault] of CASES) {
    it(`${time} for ${minutes} minutes: ${fault ?? "sound"}`, () => {
      expect(timeFault(at(time), minutes, NOW)).to.equal(fault);
    });
  }

  it("is an office time within working hours of a working day, made-up weekends among them", () => {
    expect(isOfficeTime(at("2026-11-24T09:00"), 60)).to.equal(true);
    expect(isOfficeTime(at("2026-11-24T17:00"), 60)).to.equal(true);
    expect(isOfficeTime(at("2026-11-24T17:15"), 60)).to.equal(false);
    expect(isOfficeTime(at("2026-11-24T08:45"), 60)).to.equal(false);
    expect(isOfficeTime(at("2026-11-28T10:00"), 60)).to.equal(false);
    expect(isOfficeTime(at("2026-10-01T10:00"), 60)).to.equal(false);
    expect(isOfficeTime(at("2026-10-10T10:00"), 60)).to.equal(true);
  });

  it("to begin with is sound whatever the day: working days to come, each another", () => {
    const anyInstant = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyInstant, (now) => {
        const times = usualTimes(now);
        for (const time of times) {
          expect(timeFault(time, 60, now)).to.equal(null);
          expect(workingDay(shanghaiClockOf(time).date).working).to.equal(true);
        }
        expect(new Set(times.map((time) => shanghaiClockOf(time).date)).size).to.equal(times.length);
      }),
    );
  });
});

describe("the first time for both", () => {
  const [one, two, three] = [at("2026-11-24T10:00"), at("2026-11-25T10:00"), at("2026-11-26T10:00")];
  const times = [one, two, three];

  it("is the earliest both have ticked and that is still to come", () => {
    expect(firstForBoth(times, { borrower: [three, two], platform: [one, two, three] }, NOW)).to.deep.equal(
      two,
    );
    expect(firstForBoth(times, { borrower: times, platform: times }, at("2026-11-24T10:00"))).to.deep.equal(
      two,
    );
  });

  it("is none while a side is silent, or when nothing suits both", () => {
    expect(firstForBoth(times, { borrower: null, platform: times }, NOW)).to.equal(null);
    expect(firstForBoth(times, { borrower: times, platform: null }, NOW)).to.equal(null);
    expect(firstForBoth(times, { borrower: [one], platform: [two] }, NOW)).to.equal(null);
    expect(firstForBoth(times, { borrower: [], platform: times }, NOW)).to.equal(null);
  });
});
