import { expect } from "chai";
import { type Fen, fen } from "../../../shared/money/fen.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import { TODAY, buildBasis, buildTerms, buildWaiver } from "./buildTerms.ts";

const basis = buildBasis({ principal: 1_000_000, penalty: 50_000 });
type Changes = Parameters<typeof buildTerms>[1];
const found = (changes: Changes, on = basis) =>
  validateTerms(on, buildTerms(on, changes), TODAY).map(({ pointer, code }) => `${pointer} ${code}`);
const bad = (value: unknown) => value as never;

describe("valid terms", () => {
  const sound: Record<string, Changes> = {
    "level instalments": {},
    "a first due date of today": { schedule: { firstDue: TODAY } },
    "a waiver of a whole line": { waivers: [buildWaiver("penalty", 50_000)] },
    "two waivers of one line that fit together": {
      waivers: [buildWaiver("penalty", 20_000), buildWaiver("penalty", 30_000, "on_completion")],
    },
    "a lump sum": { schedule: { family: "lump_sum", count: 1 } },
    "360 instalments": { schedule: { count: 360 } },
    "a rate of one": { schedule: { family: "equal_instalment", annualRate: "1" } },
    "a down payment the day before": { downPaymentFen: fen(1), downPaymentDue: "2026-11-30" },
  };
  for (const [name, changes] of Object.entries(sound)) {
    it(`have no problems: ${name}`, () => expect(found(changes)).to.deep.equal([]));
  }
});

describe("bad terms", () => {
  const table: [string, Changes, string][] = [
    ["negative fen", { downPaymentFen: bad(-1) }, "/downPaymentFen negative"],
    ["fractional fen", { downPaymentFen: bad(0.5) }, "/downPaymentFen not_whole_fen"],
    ["NaN fen", { downPaymentFen: bad(Number.NaN) }, "/downPaymentFen not_whole_fen"],
    ["fen beyond safe integers", { downPaymentFen: bad(2 ** 53) }, "/downPaymentFen beyond_safe_integers"],
    [
      "a negative waiver",
      { waivers: [{ ...buildWaiver("penalty", 1), fen: -1 as Fen }] },
      "/waivers/0/fen negative",
    ],
    [
      "more waiver than the component",
      { waivers: [buildWaiver("penalty", 50_001)] },
      "/waivers/0/fen waiver_exceeds_line",
    ],
    [
      "waivers that together exceed it",
      { waivers: [buildWaiver("penalty", 50_000), buildWaiver("penalty", 1)] },
      "/waivers/1/fen waiver_exceeds_line",
    ],
    ["a waiver of what is not owed", { waivers: [buildWaiver("fee", 1)] }, "/waivers/0/debtId unknown_line"],
    [
      "a waiver of another's debt",
      { waivers: [{ ...buildWaiver("penalty", 1), debtId: "x" }] },
      "/waivers/0/debtId unknown_line",
    ],
    ["a date that does not exist", { schedule: { firstDue: "2027-02-29" } }, "/schedule/firstDue not_a_date"],
    [
      "a first due date in the past",
      { schedule: { firstDue: "2026-10-31" } },
      "/schedule/firstDue in_the_past",
    ],
    [
      "a first due date far away",
      { schedule: { firstDue: "2999-01-01" } },
      "/schedule/firstDue date_out_of_range",
    ],
    ["a negative rate", { schedule: { annualRate: "-0.1" } }, "/schedule/annualRate not_a_rate"],
    [
      "a rate over one",
      { schedule: { family: "equal_instalment", annualRate: "1.0001" } },
      "/schedule/annualRate rate_out_of_range",
    ],
    [
      "a rate that would not be charged",
      { schedule: { annualRate: "0.12" } },
      "/schedule/annualRate rate_must_be_zero",
    ],
    ["no instalments", { schedule: { count: 0 } }, "/schedule/count out_of_range"],
    ["10,000 instalments", { schedule: { count: 10_000 } }, "/schedule/count out_of_range"],
    ["half an instalment", { schedule: { count: 1.5 } }, "/schedule/count out_of_range"],
    ["a lump sum in two", { schedule: { family: "lump_sum", count: 2 } }, "/schedule/count lump_sum_count"],
    ["an unknown family", { schedule: { family: bad("bullet") } }, "/schedule/family unknown_value"],
    ["every 13 months", { schedule: { every: { months: 13 } } }, "/schedule/every/months out_of_range"],
    ["every 6 days", { schedule: { every: { days: 6 } } }, "/schedule/every/days out_of_range"],
    [
      "a down payment without a date",
      { downPaymentFen: fen(1) },
      "/downPaymentDue down_payment_date_missing",
    ],
    [
      "a date without a down payment",
      { downPaymentDue: "2026-11-10" },
      "/downPaymentDue down_payment_date_unused",
    ],
    [
      "a down payment in the past",
      { downPaymentFen: fen(1), downPaymentDue: "2026-10-31" },
      "/downPaymentDue in_the_past",
    ],
    [
      "a first instalment on the day of the down payment",
      { downPaymentFen: fen(1), downPaymentDue: "2026-12-01" },
      "/schedule/firstDue not_after_down_payment",
    ],
    [
      "a down payment of everything",
      { downPaymentFen: fen(1_050_000), downPaymentDue: "2026-11-10" },
      "/downPaymentFen not_below_payable",
    ],
    [
      "a waiver of everything",
      { waivers: [buildWaiver("principal", 1_000_000), buildWaiver("penalty", 50_000)] },
      "/waivers nothing_left_to_pay",
    ],
    ["61 months of deferral", { deferralMonths: 61 }, "/deferralMonths out_of_range"],
    ["negative grace", { graceDays: -1 }, "/graceDays out_of_range"],
    ["another statement", { statementId: "other" }, "/statementId other_statement"],
  ];
  for (const [name, changes, expected] of table) {
    it(`${name}: ${expected}`, () => expect(found(changes)).to.deep.equal([expected]));
  }

  it("more instalments than fen", () => {
    const small = buildBasis({ principal: 11 });
    expect(found({}, small)).to.deep.equal(["/schedule/count instalment_below_one_fen"]);
    expect(found({}, buildBasis({ principal: 12 }))).to.deep.equal([]);
  });

  it("payments that never amortise", () => {
    const schedule = { family: "equal_instalment", annualRate: "1", count: 360 } as const;
    expect(found({ schedule }, buildBasis({ principal: 10 }))).to.deep.equal(["/schedule non_amortising"]);
  });

  it("sums beyond safe integers, in the statement and in the result", () => {
    const large = buildBasis({ principal: Number.MAX_SAFE_INTEGER, fee: 1 });
    expect(found({}, large)).to.deep.equal(["/statement/lines beyond_safe_integers"]);
    const schedule = { family: "equal_principal", annualRate: "1" } as const;
    expect(found({ schedule }, buildBasis({ principal: Number.MAX_SAFE_INTEGER }))).to.deep.equal([
      "/schedule beyond_safe_integers",
    ]);
  });

  it("a statement that is itself wrong", () => {
    const broken = {
      ...basis,
      lines: [{ debtId: "debt-1", component: "principal" as const, fen: -5 as Fen }],
    };
    expect(found({}, broken)).to.deep.equal(["/statement/lines/0/fen negative"]);
  });

  it("all problems are reported at once, with the figures a message needs", () => {
    const terms: Terms = buildTerms(basis, { graceDays: -1, schedule: { count: 0 } });
    expect(validateTerms(basis, terms, TODAY)).to.deep.equal([
      { pointer: "/schedule/count", code: "out_of_range", params: { min: 1, max: 360 } },
      { pointer: "/graceDays", code: "out_of_range", params: { min: 0, max: 90 } },
    ]);
  });
});
