import { expect } from "chai";
import { composeAgreement } from "../../server/agreements/agreementContent.ts";
import { policySentences as sentences } from "../../server/agreements/agreementPolicies.ts";
import { chinese } from "../../server/agreements/wording.ts";
import { SHIPPED_CLAUSES } from "../../shared/agreements/clauseTexts.ts";
import type { AgreementFacts } from "../../shared/agreements/facts.ts";
import type { PaymentPolicies } from "../../shared/plans/terms.ts";
import { buildAgreementFacts } from "./agreementFacts.ts";

const policySentences = (facts: AgreementFacts) => sentences(facts, chinese(SHIPPED_CLAUSES));

const FREE = "乙方可以提前付清全部或者部分款项，甲方不收取提前还款的费用。";
const EARLIEST = "付款在付清已到期各期和当期款项后有余额的，余额依次抵充其后最先到期的各期应还款项。";
const ANY_SUM = "乙方可以部分支付当期款项，甲方应当接受；未付部分仍应当付清。";
const STAYS = "乙方未按期付清的款项，应还日期不变，仍为到期应付款项。";

function factsWith(payments: PaymentPolicies | undefined, annualRate = "0.0435") {
  return buildAgreementFacts({
    family: annualRate === "0" ? "level" : "equal_instalment",
    annualRate,
    count: 12,
    ...(payments === undefined ? {} : { terms: { payments } }),
  });
}

describe("payment policies of the terms, as sentences of the agreement", () => {
  it("say what absent policies mean", () => {
    expect(policySentences(factsWith(undefined, "0"))).to.deep.equal([FREE, EARLIEST, ANY_SUM, STAYS]);
    expect(policySentences(factsWith({}))).to.deep.equal([
      FREE,
      EARLIEST,
      "乙方提前付清全部款项的，约定利息仍按还款安排所列的金额支付。",
      ANY_SUM,
      STAYS,
    ]);
  });

  it("say every other choice", () => {
    const chosen: PaymentPolicies = {
      early: "latest_first",
      settledEarly: "future_interest_dropped",
      partial: "must_cover_interest",
      missed: "moves_to_end",
    };
    expect(policySentences(factsWith(chosen))).to.deep.equal([
      FREE,
      "付款在付清已到期各期和当期款项后有余额的，余额自最后一期起由后向前依次抵充，其余各期的应还日期和金额不变。",
      "乙方提前付清全部款项的，付清之日尚未开始的各期的约定利息不再支付。",
      "乙方可以部分支付当期款项，但同一日的付款合计不得少于最早一期未付清款项中尚未支付的约定利息；少于该利息的，甲方可以不予接受并退还。",
      "宽限期届满仍未付清的一期，其未付部分顺延至最后一期之后，按还款安排的间隔依次支付，不因顺延加收利息和违约金。",
      "顺延前已经逾期的期数，仍计入本协议约定的提前到期的期数。",
    ]);
    expect(policySentences(factsWith({ early: "evenly" }, "0"))[1]).to.equal(
      "付款在付清已到期各期和当期款项后有余额的，余额按其后各期未付金额的比例抵充，各期应还金额相应减少，应还日期不变。",
    );
  });

  it("stand in the agreement, with the number of instalments that must be missed", () => {
    const facts = factsWith({ missedBeforeAcceleration: 3, missed: "moves_to_end" });
    const composed = composeAgreement(facts);
    if (!composed.ok) throw new Error("refused");
    const texts = composed.content.blocks.flatMap((block) => ("text" in block ? [block.text] : []));
    expect(texts).to.include(policySentences(facts).join(""));
    expect(texts.join("")).to.include("乙方同时有3期以上（含本数）款项未付清的，甲方有权书面通知乙方");
    const once = JSON.stringify(composeAgreement(factsWith({ missedBeforeAcceleration: 1 })));
    expect(once).to.include("乙方同时有1期以上（含本数）款项未付清的");
    expect(JSON.stringify(composeAgreement(factsWith(undefined)))).to.equal(once);
  });
});
