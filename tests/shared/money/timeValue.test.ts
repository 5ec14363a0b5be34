import { expect } from "chai";
import {
  datedFlows,
  interestPart,
  internalRate,
  levelPayment,
  presentValueOf,
  principalPart,
} from "../../../shared/money/timeValue.ts";

describe("time value of money: published figures", () => {
  it("PMT 8 %/12, 10 periods, 10,000: 1,037.03; at the start of periods 1,030.16", () => {
    expect(levelPayment(10_000, 0.08 / 12, 10)).to.be.closeTo(1_037.03, 0.005);
    expect(levelPayment(10_000, 0.08 / 12, 10, "start")).to.be.closeTo(1_030.16, 0.005);
    expect(levelPayment(1_200, 0, 12)).to.equal(100);
  });

  it("IPMT 10 %, period 3 of 3, 8,000: 292.447129909366; monthly, 1 of 36: 66.67", () => {
    expect(interestPart(8_000, 0.1, 3, 3)).to.be.closeTo(292.447129909366, 1e-9);
    expect(interestPart(8_000, 0.1 / 12, 36, 1)).to.be.closeTo(66.67, 0.005);
    expect(interestPart(1_200, 0, 12, 5)).to.equal(0);
  });

  it("PPMT 10 %/12, 1 of 24, 2,000: 75.62; 8 %, 10 of 10, 200,000: 27,598.05", () => {
    expect(principalPart(2_000, 0.1 / 12, 24, 1)).to.be.closeTo(75.62, 0.005);
    expect(principalPart(200_000, 0.08, 10, 10)).to.be.closeTo(27_598.05, 0.005);
  });

  const dated = datedFlows([
    { date: "2008-01-01", amount: -10_000 },
    { date: "2008-03-01", amount: 2_750 },
    { date: "2008-10-30", amount: 4_250 },
    { date: "2009-02-15", amount: 3_250 },
    { date: "2009-04-01", amount: 2_750 },
  ]);

  it("XIRR 0.373362535, XNPV at 9 % 2,086.6476", () => {
    expect(internalRate(dated)).to.be.closeTo(0.373362535, 5e-9);
    expect(presentValueOf(dated, 0.09)).to.be.closeTo(2_086.6476, 5e-5);
  });

  it("Regulation Z, Appendix J (c)(1)(i): 5,000 against 24 × 230 is an APR of 9.69 %", () => {
    const flows = [{ time: 0, amount: -5_000 }];
    for (let month = 1; month <= 24; month += 1) flows.push({ time: month, amount: 230 });
    expect((internalRate(flows) ?? 0) * 1_200).to.be.closeTo(9.69, 0.005);
  });
});

describe("internal rate", () => {
  it("is unknown without exactly one change of sign", () => {
    expect(internalRate([])).to.equal(null);
    expect(internalRate([{ time: 0, amount: -1 }])).to.equal(null);
    expect(internalRate([-1, 3, -2].map((amount, time) => ({ time, amount })))).to.equal(null);
  });

  it("finds negative rates and holds over 360 periods", () => {
    expect(internalRate([-100, 50].map((amount, time) => ({ time, amount })))).to.be.closeTo(-0.5, 1e-9);
    const long = [{ time: 0, amount: -1 / levelPayment(1, 0.01, 360) }];
    for (let time = 1; time <= 360; time += 1) long.push({ time, amount: 1 });
    expect(internalRate(long)).to.be.closeTo(0.01, 1e-9);
  });
});
