import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { capCheck } from "../../../shared/law/capCheck.ts";
import { checkClaim, limitationOf, type CheckedContract } from "../../../shared/law/contractCheck.ts";
import { explainClaim } from "../../../shared/law/explainClaim.ts";
import {
  capSources,
  contactRulesOn,
  feeScaleOn,
  lawBook,
  lawOn,
  SHIPPED_LAW,
  type EnteredRule,
} from "../../../shared/law/lawBook.ts";
import { LAW_MATTERS, rulesOf, type LawRule } from "../../../shared/law/lawRules.ts";
import { smallClaims } from "../../../shared/law/smallClaims.ts";

function entered(rule: LawRule, replaces: string | null = null): EnteredRule {
  return { ...rule, replaces };
}

const lpr = (from: string, rate: string, confidence: "READ" | "PRESS" = "READ"): EnteredRule =>
  entered({
    matter: "lpr",
    id: `new-${from}`,
    rule: "LPR",
    from,
    value: { rate, verifiedThrough: from },
    source: "公告",
    confidence,
  });

const contract: CheckedContract = {
  lenderType: "microloan",
  product: null,
  disbursedOn: "2024-03-01",
  termCount: 12,
  overdueSince: "2024-03-01",
  components: { principal: fen(2_000_000), interest: fen(355_068), penalty: fen(0), fee: fen(0) },
};

describe("the book of law", () => {
  it("ships rules for every matter but small claims, which nobody has entered", () => {
    const empty = LAW_MATTERS.filter((matter) => rulesOf(SHIPPED_LAW.rules, matter).length === 0);
    expect(empty).to.deep.equal(["small_claims"]);
  });

  it("answers by the date of the case, before and from the day a new version begins", () => {
    const hours: EnteredRule = entered({
      matter: "contact_hours",
      id: "later",
      rule: "联系时间",
      from: "2027-01-01",
      value: { fromHour: 9, untilHour: 20 },
      source: "新标准",
      confidence: "READ",
    });
    const book = lawBook([hours], 1);
    expect(contactRulesOn(book, "2026-12-31").hours).to.deep.equal({ fromHour: 8, untilHour: 22 });
    expect(contactRulesOn(book, "2027-01-01").hours).to.deep.equal({ fromHour: 9, untilHour: 20 });
    expect(contactRulesOn(book, "2020-01-01").hours).to.deep.equal({ fromHour: 8, untilHour: 22 });
  });

  it("counts a corrected version no longer", () => {
    const card = rulesOf(SHIPPED_LAW.rules, "limitation")[0]!;
    const book = lawBook([entered({ ...card, id: "corrected", value: { months: 24 } }, card.id)], 1);
    expect(lawOn(book, "limitation", "2024-01-01")?.id).to.equal("corrected");
    expect(rulesOf(book.rules, "limitation")).to.have.length(1);
  });

  it("measures private loans by the LPR entered later, verified only when it was read", () => {
    const question = {
      lenderType: "private" as const,
      contractDate: "2026-09-01",
      days: 365,
      principalFen: fen(1_000_000),
      claimedFen: fen(0),
    };
    const read = capSources(lawBook([lpr("2026-08-20", "0.0290"), lpr("2026-09-21", "0.0280")], 2));
    const reported = capSources(lawBook([lpr("2026-08-20", "0.0290", "PRESS")], 1));
    expect(capCheck(question, read)).to.deep.include({ allowedFen: 116_000, confidence: "READ" });
    expect(capCheck(question, reported)).to.deep.include({ allowedFen: 116_000, confidence: "RECALLED" });
    expect(capCheck(question, capSources(SHIPPED_LAW))?.allowedFen).to.equal(120_000);
  });

  it("finds the fee scale of the day", () => {
    expect(feeScaleOn(SHIPPED_LAW, "2026-01-01").id).to.equal("court-fee-2007");
    expect(feeScaleOn(SHIPPED_LAW, "1999-01-01").id).to.equal("court-fee-2007");
  });
});

describe("a contract's claim", () => {
  it("is measured and explained: rule, period, claimed, allowed, difference, confidence", () => {
    const claim = checkClaim(SHIPPED_LAW, contract, "2024-08-28");
    if (claim.status !== "measured") throw new Error(claim.status);
    expect(claim.check).to.deep.include({ claimedFen: 355_068, allowedFen: 236_712, differenceFen: 118_356 });
    const { zh, en } = explainClaim(claim);
    expect(zh).to.equal(
      "利息、违约金和费用合计3,550.68元；自2024-03-01起180日按年24%计，上限2,367.12元；超出1,183.56元，超出部分法院可酌情调减。规则待法律顾问确认。",
    );
    expect(en).to.include("¥1,183.56 above it").and.to.include("confirmed by counsel");
  });

  it("says so when it is within the cap", () => {
    const within = { ...contract, components: { ...contract.components, interest: fen(100) } };
    expect(explainClaim(checkClaim(SHIPPED_LAW, within, "2024-08-28")).zh).to.include("没有超出");
  });

  it("says that the LPR of a day past the last verified one may not be the last", () => {
    const late = { ...contract, lenderType: "private" as const, disbursedOn: "2026-07-01" };
    const claim = checkClaim(SHIPPED_LAW, { ...late, overdueSince: "2026-07-01" }, "2026-08-30");
    const { zh, en } = explainClaim(claim);
    expect(zh).to.include("2025-05-20公布的一年期LPR 3.00%的4倍").and.to.include("LPR只核实到2026-06-22");
    expect(en).to.include("4 times the one-year LPR of 3.00 %").and.to.include("verified through 2026-06-22");
    expect(zh).to.include("规则待法律顾问确认");
  });

  it("splits a private loan from before 20 August 2020, each part with its own rule", () => {
    const old = {
      ...contract,
      lenderType: "private" as const,
      disbursedOn: "2020-03-01",
      overdueSince: "2020-08-10",
    };
    const { zh } = explainClaim(checkClaim(SHIPPED_LAW, old, "2020-08-30"));
    expect(zh).to.include(
      "自2020-08-10起10日按年24%计；自2020-08-20起10日按年15.4%（2020-04-20公布的一年期LPR 3.85%的4倍）计",
    );
  });

  it("counts as principal of a private loan only what was paid out", () => {
    const loan = { ...contract, lenderType: "private" as const, preDeductedFen: fen(200_000) };
    const claim = checkClaim(SHIPPED_LAW, loan, "2024-08-28");
    if (claim.status !== "measured") throw new Error(claim.status);
    // 18,000.00 at 13.8 % for 180 days.
    expect(claim.check.allowedFen).to.equal(122_499);
    expect(explainClaim(claim).zh).to.include("预先扣除的利息2,000.00元不计入本金");
    const more = { ...loan, preDeductedFen: fen(9_000_000) };
    const nothing = checkClaim(SHIPPED_LAW, more, "2024-08-28");
    expect(nothing.status === "measured" && nothing.check.allowedFen).to.equal(0);
  });

  it("has no fixed cap on a credit card of a bank", () => {
    const card = { ...contract, lenderType: "bank" as const, product: "金穗信用卡" };
    expect(checkClaim(SHIPPED_LAW, card, "2024-08-28").status).to.equal("no_fixed_cap");
    expect(explainClaim(checkClaim(SHIPPED_LAW, card, "2024-08-28")).zh).to.include("没有固定上限");
    const loan = { ...card, product: "消费贷" };
    expect(checkClaim(SHIPPED_LAW, loan, "2024-08-28").status).to.equal("measured");
    const notABank = { ...card, lenderType: "microloan" as const };
    expect(checkClaim(SHIPPED_LAW, notABank, "2024-08-28").status).to.equal("measured");
  });

  it("is not measured without its dates, nor before any rule", () => {
    expect(checkClaim(SHIPPED_LAW, { ...contract, disbursedOn: null }, "2024-08-28")).to.deep.equal({
      status: "not_enough_data",
      missing: ["disbursedOn"],
    });
    expect(checkClaim(SHIPPED_LAW, contract, "2024-02-29").status).to.equal("not_enough_data");
    const old = { ...contract, disbursedOn: "2014-01-01" };
    expect(checkClaim(SHIPPED_LAW, old, "2024-08-28")).to.deep.equal({ status: "no_rule" });
    expect(explainClaim({ status: "no_rule" }).en).to.include("not checked");
  });

  it("expires three years after the last due date", () => {
    expect(limitationOf(SHIPPED_LAW, contract, [])?.date).to.equal("2028-03-01");
    expect(limitationOf(SHIPPED_LAW, { disbursedOn: null, termCount: 12 }, [])).to.equal(null);
    expect(limitationOf(SHIPPED_LAW, { disbursedOn: "2015-01-01", termCount: 12 }, [])).to.equal(null);
  });
});

describe("small claims", () => {
  const row = (from: string, averageWageFen: number) => ({
    id: from,
    rule: "年平均工资",
    from,
    value: { province: "浙江省", averageWageFen: fen(averageWageFen) },
    source: "统计公报",
    confidence: "READ" as const,
  });
  const table = [row("2025-07-01", 10_000_001), row("2026-07-01", 12_000_000)];
  const on = "2026-01-01";

  it("are not assessed with an empty table, an unknown province or no address", () => {
    const nothing = { status: "not_assessed" };
    expect(smallClaims([], { address: "浙江省杭州市", claimFen: fen(1), on })).to.deep.equal(nothing);
    expect(smallClaims(table, { address: "江苏省南京市", claimFen: fen(1), on })).to.deep.equal(nothing);
    expect(smallClaims(table, { address: null, claimFen: fen(1), on })).to.deep.equal(nothing);
    expect(smallClaims(table, { address: "浙江省", claimFen: fen(1), on: "2025-06-30" })).to.deep.equal(
      nothing,
    );
  });

  it("reach to half of the wage of that date, with or without the word for province", () => {
    const at = (claim: number, day = on) =>
      smallClaims(table, { address: "浙江杭州市西湖区", claimFen: fen(claim), on: day });
    expect(at(5_000_001)).to.deep.include({ status: "within", limitFen: 5_000_001 });
    expect(at(5_000_002).status).to.equal("above");
    expect(at(6_000_000, "2026-07-01").status).to.equal("within");
  });
});
