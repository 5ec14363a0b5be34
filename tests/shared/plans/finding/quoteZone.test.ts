import { expect } from "chai";
import { quoteZone } from "../../../../shared/plans/finding/quoteZone.ts";

const request = {
  capacityFen: [50_000, 50_000, 50_000],
  discountRate: "0.12",
  debtCapFen: 140_000,
  floorNpvFen: 120_000,
};
const refused = (changes: object) => {
  const answer = quoteZone({ ...request, ...changes });
  return answer.ok ? [] : answer.problems.map(({ pointer, code }) => `${pointer} ${code}`);
};
const answered = (changes: object = {}) => {
  const answer = quoteZone({ ...request, ...changes });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.zone;
};

describe("a zone quote", () => {
  it("gives the least total and the payments that make it", () => {
    // 50,000 × 1.12^(−1/12) + 50,000 × 1.12^(−2/12) = 98,594.47; the rest of 21,405.53 ÷ 0.972066 in the third month.
    expect(answered()).to.deep.equal({
      exists: true,
      leastTotalFen: 122_021,
      scheduleFen: [50_000, 50_000, 22_021],
    });
  });

  it("at rate zero asks for the floor itself", () => {
    expect(answered({ discountRate: "0" }).leastTotalFen).to.equal(120_000);
    expect(answered({ discountRate: "0", debtCapFen: 120_000 }).exists).to.equal(true);
    expect(answered({ discountRate: "0", debtCapFen: 119_999 })).to.deep.equal({
      exists: false,
      leastTotalFen: 120_000,
      scheduleFen: null,
    });
  });

  it("says when capacity never reaches the floor", () => {
    expect(answered({ floorNpvFen: 150_000 })).to.deep.equal({
      exists: false,
      leastTotalFen: null,
      scheduleFen: null,
    });
    expect(answered({ capacityFen: [0] })).to.include({ exists: false, leastTotalFen: null });
  });

  it("names the field that is wrong", () => {
    expect(refused({ capacityFen: [] })).to.deep.equal(["/capacityFen out_of_range"]);
    expect(refused({ capacityFen: Array(361).fill(1) })).to.deep.equal(["/capacityFen out_of_range"]);
    expect(refused({ capacityFen: [1, -1] })).to.deep.equal(["/capacityFen/1 negative"]);
    expect(refused({ capacityFen: [Number.NaN] })).to.deep.equal(["/capacityFen/0 not_whole_fen"]);
    expect(refused({ capacityFen: "1" })).to.deep.equal(["/capacityFen missing"]);
    expect(refused({ capacityFen: [Number.MAX_SAFE_INTEGER, 1] })).to.deep.equal([
      "/capacityFen beyond_safe_integers",
    ]);
    expect(refused({ discountRate: "1.01" })).to.deep.equal(["/discountRate rate_out_of_range"]);
    expect(refused({ discountRate: 0.1 })).to.deep.equal(["/discountRate not_a_rate"]);
    expect(refused({ debtCapFen: 0.5, floorNpvFen: -1 })).to.deep.equal([
      "/debtCapFen not_whole_fen",
      "/floorNpvFen negative",
    ]);
    expect(quoteZone(null as never)).to.deep.include({ ok: false });
  });
});
