import { expect } from "chai";
import { balancePoints } from "../../../client/features/offers/balancePoints.ts";
import { rowsFor } from "../../../client/features/offers/offerRows.ts";
import { fen } from "../../../shared/money/fen.ts";
import { firstTerms, type TermsBasis, withDownPayment } from "../../../shared/offers/draftTerms.ts";
import { figuresOf } from "../../../shared/offers/offerFigures.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";

const basis: TermsBasis = {
  statementId: "s",
  statementHash: "h",
  asOf: "2026-10-31",
  lines: [{ debtId: "d", component: "principal", fen: fen(120_000) }],
  payeeAccount: { name: "平台", bank: "银行", number: "1" },
  capacity: null,
  today: "2026-11-02",
};
const plain = firstTerms(basis)!;
const withDown = withDownPayment(plain, 20_000, "2026-11-10");
const figures = (terms: typeof plain) => figuresOf(terms, computeSchedule(basis, terms));

describe("the rows of a comparison", () => {
  it("leave out what no offer has", () => {
    const keys = rowsFor([figures(plain)]).map(({ key }) => key);
    expect(keys).to.include.members(["total", "instalment", "firstDue", "waived", "grace"]);
    expect(keys).to.not.include.members(["downPayment"]);
    expect(keys).to.not.include.members(["waivedPrincipal"]);
  });

  it("show for all what one of them has", () => {
    expect(rowsFor([figures(plain), figures(withDown)]).map(({ key }) => key)).to.include("downPayment");
  });

  it("tell of every figure exactly once", () => {
    const told = rowsFor([figures(withDown)]).flatMap((row) => row.figures);
    expect(new Set(told).size).to.equal(told.length);
  });
});

describe("the balance over time", () => {
  it("starts with all of the settled sum and ends with nothing", () => {
    const points = balancePoints(computeSchedule(basis, withDown), basis.today);
    expect(points[0]).to.deep.equal({ date: "2026-11-02", balanceFen: 120_000 });
    expect(points[1]).to.deep.equal({ date: "2026-11-10", balanceFen: 100_000 });
    expect(points.at(-1)?.balanceFen).to.equal(0);
    expect(points).to.have.length(14);
  });
});
