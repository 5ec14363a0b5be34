import { expect } from "chai";
import { clarityFaults, type ClarityItem } from "../../../shared/agreements/clarity.ts";
import type { AgreementFacts } from "../../../shared/agreements/facts.ts";
import { capitalYuan } from "../../../shared/money/capitalYuan.ts";
import { fen, type Fen } from "../../../shared/money/fen.ts";
import { formatYuan } from "../../../shared/money/formatYuan.ts";
import { buildAgreementFacts } from "../../documents/agreementFacts.ts";

const both = (amount: Fen) => `人民币${formatYuan(amount)}元（大写：${capitalYuan(amount)}）`;

function wordsFor({ schedule }: AgreementFacts): string[] {
  const { statementFen, waivedFen, totalFen } = schedule.totals;
  return [both(statementFen), both(waivedFen), both(totalFen)];
}

const clear = buildAgreementFacts({ count: 12 });
const faultsOf = (facts: AgreementFacts, words = wordsFor(facts)) =>
  clarityFaults(facts, words).map(({ item, field, why }) => `${item} ${field} ${why}`);

describe("the clarity of an agreement", () => {
  it("has nothing to say against a clear one", () => {
    expect(clarityFaults(clear, wordsFor(clear))).to.deep.equal([]);
  });

  const { terms, borrower, platform, schedule, debts } = clear;
  const agent = {
    name: "代理人",
    kind: "entrusted",
    idNumber: "110101198503070000",
    phone: "19900000001",
    powerOfAttorney: null,
  } as const;
  const withTerms = (change: Partial<AgreementFacts["terms"]>) => ({ terms: { ...terms, ...change } });
  const withAgent = (change: object) => ({
    borrower: { ...borrower, representative: { ...agent, ...change } },
  });
  const account = (number: string) => withTerms({ payeeAccount: { ...terms.payeeAccount, number } });
  const rows = (change: (rows: typeof schedule.rows) => typeof schedule.rows) => ({
    schedule: { ...schedule, rows: change(schedule.rows) },
  });
  const table: [ClarityItem, string, Partial<AgreementFacts>, string[]][] = [
    ["parties", "no name", { borrower: { ...borrower, name: " " } }, ["/borrower/name missing"]],
    [
      "parties",
      "a short number",
      { borrower: { ...borrower, idNumber: "1" } },
      ["/borrower/idNumber missing"],
    ],
    ["parties", "a nameless recorder", { recorder: { name: "" } }, ["/recorder/name missing"]],
    [
      "representation",
      "an agent without a power of attorney",
      withAgent({}),
      ["/borrower/representative/powerOfAttorney missing"],
    ],
    [
      "representation",
      "“full power” (全权代理)",
      withAgent({ powerOfAttorney: { grantedOn: "2026-11-10", scope: "general" } }),
      ["/borrower/representative/powerOfAttorney/scope ambiguous"],
    ],
    [
      "representation",
      "a power granted afterwards",
      withAgent({ powerOfAttorney: { grantedOn: "2026-12-10", scope: "special" } }),
      ["/borrower/representative/powerOfAttorney/grantedOn contradictory"],
    ],
    [
      "debts",
      "no contract number",
      { debts: [{ ...debts[0]!, contractNumber: "" }, debts[1]!] },
      ["/debts/0/contractNumber missing"],
    ],
    [
      "debts",
      "one contract twice",
      {
        debts: [
          debts[0]!,
          { ...debts[1]!, lender: debts[0]!.lender, contractNumber: debts[0]!.contractNumber },
        ],
      },
      ["/debts ambiguous"],
    ],
    [
      "sums",
      "a row changed",
      rows((all) =>
        all.map((row, index) => (index === 1 ? { ...row, totalFen: fen(row.totalFen + 1) } : row)),
      ),
      ["/schedule/rows contradictory", "/schedule/rows/1 contradictory"],
    ],
    [
      "waivers",
      "more waived than owed",
      withTerms({ waivers: terms.waivers.map((waiver) => ({ ...waiver, component: "fee" as const })) }),
      ["/terms/waivers contradictory"],
    ],
    [
      "dates",
      "two instalments on one day",
      rows((all) => all.map((row, index) => (index === 2 ? { ...row, due: all[1]!.due } : row))),
      ["/schedule/rows/2/due ambiguous"],
    ],
    [
      "dates",
      "no such day",
      rows((all) => all.map((row, index) => (index === 12 ? { ...row, due: "2027-12-32" } : row))),
      ["/schedule/rows/12/due ambiguous"],
    ],
    [
      "account",
      "letters in the account",
      account("6222O21234567890123"),
      ["/terms/payeeAccount/number ambiguous"],
    ],
    ["account", "no account", account(""), ["/terms/payeeAccount/number missing"]],
    ["conditions", "half a day of grace", withTerms({ graceDays: 0.5 }), ["/terms/graceDays ambiguous"]],
    [
      "conditions",
      "acceleration after no instalment",
      withTerms({ payments: { missedBeforeAcceleration: 0 } }),
      ["/terms/payments/missedBeforeAcceleration ambiguous"],
    ],
    ["service", "no address", { platform: { ...platform, address: "" } }, ["/platform/address missing"]],
    [
      "service",
      "no number to call",
      { borrower: { ...borrower, phone: "无" } },
      ["/borrower/phone ambiguous"],
    ],
  ];
  for (const [item, what, change, expected] of table)
    it(`${item}: finds ${what}`, () => {
      const facts = { ...clear, ...change };
      expect(faultsOf(facts, wordsFor(clear))).to.have.members(expected.map((fault) => `${item} ${fault}`));
    });

  it("capitals: finds figures and capitals that differ, and totals not stated", () => {
    const [owed, waived, payable] = wordsFor(clear);
    const wrong = payable!.replace("肆万", "伍万");
    expect(faultsOf(clear, [owed!, waived!, wrong])).to.deep.equal(["capitals /text/sums contradictory"]);
    expect(faultsOf(clear, [owed!, payable!])).to.deep.equal(["capitals /text/sums contradictory"]);
  });

  it("wording: finds a place left open", () => {
    for (const open of ["", "于{due}前", "于undefined前", "NaN元"])
      expect(faultsOf(clear, [...wordsFor(clear), open])).to.deep.equal(["wording /text/3 ambiguous"]);
  });
});
