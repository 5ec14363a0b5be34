import { expect } from "chai";
import { fen } from "../../../../shared/money/fen.ts";
import { enumeratePlans } from "../../../../shared/plans/finding/enumeratePlans.ts";
import { type PlanSearch, TRADE_OFFS } from "../../../../shared/plans/finding/search.ts";
import { searchProblems } from "../../../../shared/plans/finding/searchProblems.ts";
import { suggestPlans } from "../../../../shared/plans/finding/suggestPlans.ts";
import type { PolicyLimits } from "../../../../shared/plans/policy.ts";
import { TODAY, buildBasis, buildWaiver } from "../buildTerms.ts";
import { PLAN_PROPERTIES } from "./planProperties.ts";

const policy: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 24,
  maxDeferralMonths: 2,
  minInstalmentFen: fen(30_000),
  minDownPaymentBp: 0,
};
const search: PlanSearch = {
  basis: buildBasis({ principal: 1_200_000, penalty: 60_000 }),
  today: TODAY,
  firstDue: "2026-12-01",
  capacityFen: [fen(100_000)],
  policy,
  discountRate: "0.06",
  annualRate: "0",
};
const outcome = (changes: Partial<PlanSearch>) => {
  const found = enumeratePlans({ ...search, ...changes });
  return found.kind === "plans" ? "plans" : found.reason;
};

describe("plans found", () => {
  it("bear the names of what they are best at", () => {
    const found = enumeratePlans({ ...search, waiverOptions: [[], [buildWaiver("penalty", 60_000)]] });
    if (found.kind !== "plans") throw new Error(found.reason);
    const { lowest_monthly, soonest_done, least_in_total } = found.tradeOffs;
    expect(lowest_monthly.parts.schedule).to.include({ family: "level", count: 24 });
    expect(lowest_monthly.figures.peakFen).to.equal(50_000);
    expect(soonest_done.figures).to.include({ months: 12, peakFen: 100_000 });
    expect(least_in_total.figures).to.include({ totalFen: 1_200_000, waivedFen: 60_000 });
    expect(Object.keys(found.tradeOffs)).to.have.members([...TRADE_OFFS]);
  });

  it("follow a season: nothing falls due in months without capacity", () => {
    const season = Array.from({ length: 29 }, (_, month) => fen(month % 6 < 2 ? 250_000 : 0));
    const found = enumeratePlans({ ...search, capacityFen: season });
    if (found.kind !== "plans") throw new Error(found.reason);
    expect(found.plans.map((plan) => plan.parts.schedule.family)).to.satisfy((families: string[]) =>
      families.every((family) => family === "irregular"),
    );
    expect(found.tradeOffs.soonest_done.parts.schedule.dueDates?.slice(0, 3)).to.deep.equal([
      "2026-12-01",
      "2027-01-01",
      "2027-06-01",
    ]);
  });

  it("are none for a reason", () => {
    expect(outcome({})).to.equal("plans");
    expect(outcome({ capacityFen: [fen(0), fen(0)] })).to.equal("capacity_zero");
    expect(outcome({ capacityFen: [fen(52_499)] })).to.equal("beyond_capacity");
    expect(outcome({ capacityFen: [fen(52_500)] })).to.equal("plans");
    expect(outcome({ policy: { ...policy, minInstalmentFen: fen(2_000_000) } })).to.equal("outside_policy");
    expect(outcome({ policy: { ...policy, minDownPaymentBp: 1 } })).to.equal("outside_policy");
    expect(outcome({ caps: { totalFen: fen(1_259_999) } })).to.equal("outside_caps");
    expect(outcome({ caps: { npvFloorFen: fen(1_260_000) } })).to.equal("below_floor");
    const everything = [buildWaiver("principal", 1_200_000), buildWaiver("penalty", 60_000)];
    expect(outcome({ waiverOptions: [everything] })).to.equal("nothing_to_pay");
  });

  it("keep to the waiver limits", () => {
    const over = [buildWaiver("principal", 1)];
    expect(outcome({ waiverOptions: [over] })).to.equal("outside_policy");
    expect(outcome({ waiverOptions: [over], policy: null })).to.equal("plans");
  });
});

describe("a bad search", () => {
  const table: [string, object, string][] = [
    ["no capacities", { capacityFen: [] }, "/capacityFen out_of_range"],
    ["too many", { capacityFen: Array(361).fill(1) }, "/capacityFen out_of_range"],
    ["a negative one", { capacityFen: [1, -1] }, "/capacityFen/1 negative"],
    ["half a fen", { capacityFen: [0.5] }, "/capacityFen/0 not_whole_fen"],
    ["a first due date in the past", { firstDue: "2026-10-31" }, "/firstDue in_the_past"],
    ["a date that does not exist", { today: "2026-02-30" }, "/today not_a_date"],
    ["a rate above one", { annualRate: "1.1" }, "/annualRate rate_out_of_range"],
    ["a negative rate", { discountRate: "-1" }, "/discountRate not_a_rate"],
    ["61 instalments", { maxCount: 61 }, "/maxCount out_of_range"],
    ["no instalments", { maxCount: 0 }, "/maxCount out_of_range"],
    ["six months of deferral", { maxDeferralMonths: 6 }, "/maxDeferralMonths out_of_range"],
    ["an unknown family", { families: ["bullet"] }, "/families/0 unknown_value"],
    ["no waiver option at all", { waiverOptions: [] }, "/waiverOptions out_of_range"],
    [
      "more waiver than owed",
      { waiverOptions: [[], [buildWaiver("penalty", 60_001)]] },
      "/waiverOptions/1/0/fen waiver_exceeds_line",
    ],
    [
      "a down payment after the first instalment",
      { downPayment: { fen: 5, due: "2026-12-01" } },
      "/firstDue not_after_down_payment",
    ],
  ];
  for (const [name, changes, expected] of table) {
    it(`${name}: ${expected}`, () => {
      const problems = searchProblems({ ...search, ...changes });
      expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).to.deep.equal([expected]);
    });
  }
});

describe("suggestions", () => {
  const { basis, today, firstDue, discountRate, annualRate } = search;
  const shared = { basis, today, firstDue, discountRate, annualRate };
  const open = { ...shared, publishedPolicy: null, disclosedCapacityFen: null, offeredWaivers: [] };

  it("to the borrower come from the borrower's own capacity", () => {
    const own = { capacityFen: [fen(40_000)], mostInTotalFen: null };
    const found = suggestPlans({ side: "borrower", shared: open, own });
    if (found.kind !== "plans") throw new Error(found.reason);
    expect(found.plans.every((plan) => plan.figures.peakFen <= 40_000)).to.equal(true);
    const published = { ...open, publishedPolicy: policy };
    expect(suggestPlans({ side: "borrower", shared: published, own })).to.deep.equal({
      kind: "no_plan",
      reason: "beyond_capacity",
    });
  });

  it("to the platform come from its policy, and from capacity only once disclosed", () => {
    const own = { policy, waiverOptions: [[]], floorNpvFen: null };
    const found = suggestPlans({ side: "platform", shared: open, own });
    if (found.kind !== "plans") throw new Error(found.reason);
    expect(found.tradeOffs.soonest_done.figures.months).to.equal(1);
    const disclosed = suggestPlans({
      side: "platform",
      shared: { ...open, disclosedCapacityFen: [fen(100_000)] },
      own,
    });
    if (disclosed.kind !== "plans") throw new Error(disclosed.reason);
    expect(disclosed.tradeOffs.soonest_done.figures.months).to.equal(13);
  });
});

describe("finding plans, on random searches", () => {
  for (const [name, check] of Object.entries(PLAN_PROPERTIES)) it(name, () => check(200)).timeout(300_000);
});
