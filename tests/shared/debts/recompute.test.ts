import { expect } from "chai";
import fc from "fast-check";
import { compareLines } from "../../../shared/debts/compareLines.ts";
import { recompute, type ContractTerms, type PaymentMade } from "../../../shared/debts/recompute.ts";
import { fen } from "../../../shared/money/fen.ts";

/** 10,000 yuan at 0.1 % a day; in arrears half as much again. */
const contract: ContractTerms = {
  disbursedOn: "2025-01-01",
  disbursedFen: fen(1_000_000),
  annualRate: "0.365",
  penaltyMarkup: "0.5",
  termCount: 12,
  overdueSince: "2025-01-31",
  repaidFen: fen(130_000),
};
const paid: PaymentMade[] = [{ on: "2025-01-31", fen: fen(130_000) }];
const ORDER = "fees_interest_principal";

function computed(
  changes: Partial<ContractTerms> = {},
  payments: PaymentMade[] | null = paid,
  asOf = "2025-02-10",
) {
  const result = recompute({ ...contract, ...changes }, payments, asOf, ORDER);
  if (result.status !== "computed") throw new Error(result.missing.join());
  return result;
}

describe("recomputing a contract", () => {
  it("30 days cost 300, 1,300 paid leave 9,000; ten days of arrears cost 90 and a penalty of 45", () => {
    const result = computed();
    expect(result).to.deep.include({
      principalFen: 900_000,
      interestFen: 9_000,
      penaltyFen: 4_500,
      overpaidFen: 0,
    });
    expect(result.segments).to.deep.equal([
      {
        from: "2025-01-01",
        to: "2025-01-31",
        days: 30,
        principalFen: 1_000_000,
        interestFen: 30_000,
        penaltyFen: 0,
      },
      {
        from: "2025-01-31",
        to: "2025-02-10",
        days: 10,
        principalFen: 900_000,
        interestFen: 9_000,
        penaltyFen: 4_500,
      },
    ]);
    expect(result.assumptions).to.not.include("repayments_spread_evenly");
  });

  it("pays principal first where that is the order", () => {
    const result = recompute(contract, paid, "2025-02-10", "principal_interest_fees");
    expect(result).to.deep.include({ principalFen: 870_000, interestFen: 38_700 });
  });

  it("spreads a sum over the months before the arrears when only the sum is known, and says so", () => {
    const spread = computed({ overdueSince: "2025-04-01" }, null, "2025-04-01");
    const dated = computed(
      { overdueSince: "2025-04-01" },
      [
        { on: "2025-02-01", fen: fen(65_000) },
        { on: "2025-03-01", fen: fen(65_000) },
      ],
      "2025-04-01",
    );
    expect(spread.segments).to.deep.equal(dated.segments);
    expect(spread.assumptions).to.include("repayments_spread_evenly");
    expect(computed({ overdueSince: "2025-01-20" }, null).segments[0]?.to).to.equal("2025-01-20");
  });

  it("leaves payments after the day out, and makes an overpayment visible", () => {
    expect(computed({}, [{ on: "2025-02-11", fen: fen(5) }]).principalFen).to.equal(1_000_000);
    const over = computed({}, [{ on: "2025-01-31", fen: fen(1_030_001) }]);
    expect(over).to.deep.include({ principalFen: 0, interestFen: 0, penaltyFen: 0, overpaidFen: 1 });
  });

  it("has no penalty without a markup", () => {
    const result = computed({ penaltyMarkup: null });
    expect(result.penaltyFen).to.equal(null);
    expect(result.assumptions).to.not.include("penalty_on_all_principal_in_arrears");
  });

  it("names what is missing, or does not fit", () => {
    const missing = (
      changes: Partial<ContractTerms>,
      payments: PaymentMade[] | null = null,
      asOf = "2025-02-10",
    ) => {
      const result = recompute({ ...contract, ...changes }, payments, asOf, ORDER);
      return result.status === "computed" ? [] : result.missing;
    };
    expect(missing({ disbursedOn: null, annualRate: null })).to.deep.equal(["disbursedOn", "annualRate"]);
    expect(missing({ repaidFen: null })).to.deep.equal(["repaidFen"]);
    expect(missing({ repaidFen: null }, paid)).to.deep.equal([]);
    expect(missing({ overdueSince: "2024-12-31" })).to.deep.equal(["overdueSince"]);
    expect(missing({}, null, "2024-12-31")).to.deep.equal(["asOf"]);
  });

  it("neither creates nor loses a fen, whatever was paid when", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-02-${String(n).padStart(2, "0")}`);
    const payments = fc.array(fc.record({ on: day, fen: fc.integer({ min: 0, max: 400_000 }).map(fen) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(payments, fc.constantFrom(ORDER, "principal_interest_fees" as const), (made, order) => {
        const result = recompute(contract, made, "2025-03-15", order);
        if (result.status !== "computed") throw new Error("not computed");
        const { principalFen, interestFen, penaltyFen, overpaidFen, segments } = result;
        const accrued = segments.reduce((sum, each) => sum + each.interestFen + each.penaltyFen, 0);
        const total = made.reduce((sum, each) => sum + each.fen, 0);
        expect(principalFen + interestFen + (penaltyFen ?? 0)).to.equal(
          1_000_000 + accrued - total + overpaidFen,
        );
        expect(Math.min(principalFen, interestFen, penaltyFen ?? 0, overpaidFen)).to.be.at.least(0);
        expect(segments.reduce((sum, each) => sum + each.days, 0)).to.equal(73);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the platform's figures beside ours", () => {
  const stated = { principal: fen(910_000), interest: fen(8_000), penalty: fen(4_500), fee: fen(700) };

  it("differ by what is claimed beyond the contract, or below it; a fee has no basis in it", () => {
    const lines = compareLines(stated, computed());
    expect(lines.map((line) => [line.component, line.differenceFen, line.reason])).to.deep.equal([
      ["principal", 10_000, null],
      ["interest", -1_000, null],
      ["penalty", 0, null],
      ["fee", null, "no_basis_in_contract"],
    ]);
  });

  it("stand alone where there is not enough to compute from", () => {
    const lines = compareLines(
      stated,
      recompute({ ...contract, annualRate: null }, paid, "2025-02-10", ORDER),
    );
    expect(lines.map((line) => [line.computedFen, line.reason])).to.deep.equal([
      [null, "not_enough_data"],
      [null, "not_enough_data"],
      [null, "not_enough_data"],
      [null, "no_basis_in_contract"],
    ]);
    expect(compareLines(stated, computed({ penaltyMarkup: null }))[2]?.reason).to.equal("not_enough_data");
  });
});
