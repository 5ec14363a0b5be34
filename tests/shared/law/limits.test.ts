import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { LAW_RULES } from "../../../shared/law/catalogue.ts";
import {
  CONTACT_COUNTS_RULE,
  isContactPermitted,
  nextPermittedContact,
} from "../../../shared/law/conductHours.ts";
import { courtFee } from "../../../shared/law/courtFee.ts";
import { ONE_YEAR_LPR, lprOn } from "../../../shared/law/lpr.ts";
import { type DatedRule, needsConfirmation, ruleOn } from "../../../shared/law/rule.ts";
import { addDays, isLocalDate } from "../../../shared/calendar/localDate.ts";

describe("dated rules", () => {
  const version = (id: string, from: string, to?: string): DatedRule<null> => ({
    id,
    rule: "r",
    from,
    ...(to === undefined ? {} : { to }),
    value: null,
    source: "s",
    confidence: "READ",
  });
  const rules = [
    version("old", "2020-01-01", "2020-12-31"),
    version("new", "2021-01-01"),
    version("newer", "2022-01-01"),
  ];

  it("are judged by the date, both ends included", () => {
    expect(ruleOn(rules, "2019-12-31")).to.equal(null);
    expect(ruleOn(rules, "2020-01-01")?.id).to.equal("old");
    expect(ruleOn(rules, "2020-12-31")?.id).to.equal("old");
    expect(ruleOn(rules, "2021-06-01")?.id).to.equal("new");
    expect(ruleOn(rules, "2022-01-01")?.id).to.equal("newer");
    expect(ruleOn(rules.toReversed(), "2022-01-01")?.id).to.equal("newer");
  });

  it("each carry a unique id, real dates, a source and a confidence", () => {
    expect(new Set(LAW_RULES.map((rule) => rule.id)).size).to.equal(LAW_RULES.length);
    for (const rule of LAW_RULES) {
      expect(isLocalDate(rule.from), rule.id).to.equal(true);
      expect(rule.source, rule.id).not.to.equal("");
    }
    expect(needsConfirmation({ confidence: "READ" })).to.equal(false);
    expect(needsConfirmation(CONTACT_COUNTS_RULE)).to.equal(true);
  });
});

describe("the one-year LPR", () => {
  const table: [string, string | undefined][] = [
    ["2019-08-19", undefined],
    ["2019-08-20", "0.0425"],
    ["2020-08-20", "0.0385"],
    ["2024-03-01", "0.0345"],
    ["2024-07-21", "0.0345"],
    ["2024-07-22", "0.0335"],
    ["2026-06-22", "0.0300"],
  ];
  for (const [date, rate] of table) {
    it(`on ${date} is ${rate ?? "unknown"}`, () => expect(lprOn(date)?.rate).to.equal(rate));
  }

  it("is every value as published, from its day on", () => {
    const published = {
      "2019-08-20": 4.25,
      "2019-09-20": 4.2,
      "2019-11-20": 4.15,
      "2020-02-20": 4.05,
      "2020-04-20": 3.85,
      "2021-12-20": 3.8,
      "2022-01-20": 3.7,
      "2022-08-22": 3.65,
      "2023-06-20": 3.55,
      "2023-08-21": 3.45,
      "2024-07-22": 3.35,
      "2024-10-21": 3.1,
      "2025-05-20": 3,
    };
    let before: number | undefined;
    for (const [day, percent] of Object.entries(published)) {
      const rate = lprOn(day)?.rate;
      expect(Number(rate) * 100, day).to.be.closeTo(percent, 1e-9);
      const dayBefore = lprOn(addDays(day, -1))?.rate;
      if (before === undefined) expect(dayBefore).to.equal(undefined);
      else expect(Number(dayBefore) * 100, `before ${day}`).to.be.closeTo(before, 1e-9);
      before = percent;
    }
  });

  it("says when a date is past the last verified publication", () => {
    expect(lprOn("2026-06-22")?.verified).to.equal(true);
    expect(lprOn("2026-06-23")).to.deep.include({ verified: false, verifiedThrough: "2026-06-22" });
  });

  it("is in date order", () => {
    const dates = ONE_YEAR_LPR.entries.map((entry) => entry.from);
    expect(dates).to.deep.equal(dates.toSorted());
  });
});

describe("court fees", () => {
  const table: [number, number, number, number][] = [
    [58_000, 1_250, 625, 416.67],
    [0, 50, 25, 16.67],
    [10_000, 50, 25, 16.67],
    [10_001, 50.03, 25.02, 16.68],
    [100_000, 2_300, 1_150, 766.67],
    [200_000, 4_300, 2_150, 1_433.33],
    [500_000, 8_800, 4_400, 2_933.33],
    [1_000_000, 13_800, 6_900, 4_600],
    [2_000_000, 22_800, 11_400, 7_600],
    [5_000_000, 46_800, 23_400, 15_600],
    [10_000_000, 81_800, 40_900, 27_266.67],
    [20_000_000, 141_800, 70_900, 47_266.67],
    [30_000_000, 191_800, 95_900, 63_933.33],
  ];
  for (const [claim, ...expected] of table) {
    it(`of ${claim} yuan are ${expected.join(" / ")}`, () => {
      const { full, half, paymentOrder } = courtFee(fen(claim * 100));
      expect([full, half, paymentOrder]).to.deep.equal(expected.map((yuan) => Math.round(yuan * 100)));
    });
  }

  it("of a negative claim do not exist", () => {
    expect(() => courtFee(fen(-1))).to.throw(RangeError);
  });
});

describe("contact hours in Shanghai", () => {
  const at = (clock: string) => new Date(`2026-11-20T${clock}+08:00`);
  const table: [string, boolean, string][] = [
    ["00:00:00", false, "2026-11-20T00:00:00.000Z"],
    ["07:59:59", false, "2026-11-20T00:00:00.000Z"],
    ["08:00:00", true, "2026-11-20T00:00:00.000Z"],
    ["21:59:59", true, "2026-11-20T13:59:59.000Z"],
    ["22:00:00", false, "2026-11-21T00:00:00.000Z"],
    ["23:59:59", false, "2026-11-21T00:00:00.000Z"],
  ];
  for (const [clock, permitted, next] of table) {
    it(`${clock}: ${permitted ? "permitted" : "not permitted"}`, () => {
      expect(isContactPermitted(at(clock))).to.equal(permitted);
      expect(nextPermittedContact(at(clock)).toISOString()).to.equal(next);
    });
  }
});
