import { expect } from "chai";
import { drawnFacts, type DataOfCase } from "../../../shared/facts/drawnFacts.ts";
import { fen } from "../../../shared/money/fen.ts";

const DATA: DataOfCase = {
  asOf: "2026-10-31",
  debts: [
    {
      id: "a",
      contractNumber: "XH-1",
      lenderName: "江南消费金融有限公司",
      termCount: 12,
      disbursedOn: "2025-03-01",
      disbursedFen: fen(2_000_000),
      overdueSince: "2025-11-01",
    },
    {
      id: "b",
      contractNumber: "XH-2",
      lenderName: "江南银行",
      termCount: null,
      disbursedOn: "2025-04-01",
      disbursedFen: null,
      overdueSince: null,
    },
  ],
  lastPayments: [{ debtId: "a", on: "2025-10-05", fen: fen(12_345) }],
  agreedLines: [{ debtId: "b", component: "principal", fen: fen(1_200_000) }],
};

describe("statements drawn from the data of a case", () => {
  it("say what the data has, contract by contract, and nothing where it has nothing", () => {
    expect(drawnFacts(DATA)).to.deep.equal([
      { key: "contract:a", text: "借款人与江南消费金融有限公司订有编号为XH-1的借款合同，约定分12期归还。" },
      {
        key: "disbursed:a",
        text: "编号为XH-1的合同项下，放款机构于2025年3月1日发放借款本金20,000.00元。",
      },
      {
        key: "payment:a:2025-10-05:12345",
        text: "截至2026年10月31日，编号为XH-1的合同项下最近一次还款日期为2025年10月5日，金额为123.45元。",
      },
      { key: "overdue:a", text: "编号为XH-1的合同自2025年11月1日起逾期。" },
      { key: "contract:b", text: "借款人与江南银行订有编号为XH-2的借款合同。" },
      {
        key: "line:b:principal:1200000",
        text: "截至2026年10月31日，编号为XH-2的合同项下尚欠本金12,000.00元。",
      },
    ]);
  });

  it("has another key when the datum is another, so that it can be put anew", () => {
    const later = drawnFacts({ ...DATA, lastPayments: [{ debtId: "a", on: "2025-10-06", fen: fen(1) }] });
    expect(later.map(({ key }) => key)).to.include("payment:a:2025-10-06:1");
  });
});
