import { formatYuan } from "../../shared/money/formatYuan.ts";
import { COMPONENT_NAMES } from "../../shared/debts/componentNames.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { Block } from "../pdf/blocks.ts";
import { chineseAmount, chineseDate, chineseNumber } from "../pdf/chineseText.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import { paymentClause } from "./agreementPayment.ts";

/** The agreed clauses in order. A clause that does not apply is left out and the numbers close up. */
export function agreementClauses(facts: AgreementFacts): Block[] {
  const clauses: { heading: string; blocks: Block[] }[] = [
    { heading: "欠款的确认", blocks: debtClause(facts) },
    { heading: "减免", blocks: waiverClause(facts) },
    { heading: "还款安排", blocks: paymentClause(facts) },
    { heading: "宽限期", blocks: [text(graceText(facts))] },
    { heading: "逾期的责任", blocks: breachClause(facts) },
    { heading: "清偿顺序", blocks: [text(allocationText(facts))] },
    { heading: "征信信息", blocks: [text(CREDIT_REPORTING)] },
    { heading: "停止催收", blocks: [text(STOP_COLLECTION)] },
    { heading: "送达地址确认", blocks: [text(serviceText(facts))] },
    { heading: "调解中陈述的效力", blocks: [text(WITHOUT_PREJUDICE)] },
    { heading: "签署方式", blocks: [text(SIGNING_CONSENT)] },
    { heading: "协议的效力", blocks: [text(EFFECT)] },
  ];
  return clauses.flatMap(({ heading, blocks }, index) => [
    { kind: "paragraph", text: `第${chineseNumber(index + 1)}条　${heading}`, bold: true },
    ...blocks,
  ]);
}

function text(words: string): Block {
  return { kind: "paragraph", text: words };
}

function debtClause(facts: AgreementFacts): Block[] {
  const total = (component: Component) => sumFen(facts.debts.map((debt) => debt.components[component]));
  const row = (amounts: Fen[]) => [...amounts, sumFen(amounts)].map(formatYuan);
  return [
    text(
      `双方确认，截至${chineseDate(facts.statementAsOf)}，乙方在下列借款合同项下尚欠款项合计${chineseAmount(facts.schedule.totals.statementFen)}。明细如下（币种：人民币，单位：元）：`,
    ),
    {
      kind: "table",
      table: {
        columns: [
          { header: "合同编号", share: 22 },
          { header: "放款机构", share: 20 },
          ...COMPONENTS.map((component) => ({
            header: COMPONENT_NAMES[component].replace("（", "\n（"),
            share: component === "penalty" ? 17 : 13,
            align: "right" as const,
          })),
          { header: "合计", share: 14, align: "right" },
        ],
        rows: facts.debts.map((debt) => [
          debt.contractNumber,
          debt.lender,
          ...row(COMPONENTS.map((component) => debt.components[component])),
        ]),
        total: ["合计", "", ...row(COMPONENTS.map(total))],
        size: 9,
      },
    },
  ];
}

function waiverClause({ terms, debts, schedule }: AgreementFacts): Block[] {
  const contract = (debtId: string) => debts.find((debt) => debt.debtId === debtId)?.contractNumber ?? "";
  const table = (when: "at_signing" | "on_completion"): Block => {
    const chosen = terms.waivers.filter((waiver) => waiver.when === when && waiver.fen > 0);
    return {
      kind: "table",
      table: {
        columns: [
          { header: "合同编号", share: 40 },
          { header: "科目", share: 30, align: "center" },
          { header: "减免金额（元）", share: 30, align: "right" },
        ],
        rows: chosen.map((w) => [contract(w.debtId), COMPONENT_NAMES[w.component], formatYuan(w.fen)]),
        total: ["合计", "", formatYuan(sumFen(chosen.map((waiver) => waiver.fen)))],
      },
    };
  };
  const has = (when: "at_signing" | "on_completion") =>
    terms.waivers.some((waiver) => waiver.when === when && waiver.fen > 0);
  const blocks: Block[] = [];
  if (has("at_signing"))
    blocks.push(text("甲方同意自本协议生效之日起免除乙方下列款项，免除后不再主张："), table("at_signing"));
  if (has("on_completion"))
    blocks.push(
      text(
        "甲方同意，乙方按本协议约定付清全部应付款项之日，免除乙方下列款项。乙方未按约付清，且依本协议约定全部款项提前到期的，该项免除不发生效力：",
      ),
      table("on_completion"),
    );
  if (blocks.length === 0) return [text("甲方未减免第一条确认的款项。")];
  return [...blocks, text(`以上减免合计${chineseAmount(schedule.totals.waivedFen)}。`)];
}

function graceText({ terms }: AgreementFacts): string {
  if (terms.graceDays === 0) return "乙方应于每期应还日当日或之前付款，本协议不另设宽限期。";
  return `每期应还日后设${terms.graceDays}日宽限期（按自然日计算）。乙方在宽限期内付清当期款项的，视为按期履行，不计收任何额外费用。`;
}

function breachClause({ terms }: AgreementFacts): Block[] {
  if (terms.acceleration === "none")
    return [text("乙方逾期付款的，应当继续支付该期款项；其余各期款项仍按本协议约定的日期支付。")];
  const restored = terms.waivers.some((waiver) => waiver.when === "on_completion" && waiver.fen > 0);
  const after = terms.graceDays === 0 ? "应还日" : "宽限期届满";
  const count = terms.payments?.missedBeforeAcceleration ?? 1;
  const together = count === 1 ? "" : `，且同时未付清的期数达到${count}期`;
  const formula = [
    "第一条确认的欠款总额",
    "减去自本协议生效之日起免除的金额",
    ...(Number(terms.schedule.annualRate) === 0 ? [] : ["加上截至提前到期之日已到期各期的约定利息"]),
    "减去乙方已付金额",
  ];
  return [
    text(
      `乙方在${after}后仍未付清当期款项${together}的，甲方有权书面通知乙方，自通知送达之日起本协议项下全部未付款项提前到期。提前到期应付金额按下列方法计算：${formula.join("，")}。${restored ? "附条件的减免不再适用。" : ""}`,
    ),
    text("甲方通知乙方提前到期前，乙方付清全部逾期款项的，甲方不得再以该次逾期为由主张提前到期。"),
  ];
}

function allocationText({ terms }: AgreementFacts): string {
  const order =
    terms.allocation === "fees_interest_principal" ? "费用、违约金、利息、本金" : "本金、利息、违约金、费用";
  return `乙方的付款不足以清偿到期全部款项的，按${order}的顺序抵充；同一顺序内先到期的先抵充。`;
}

function serviceText({ borrower, platform }: AgreementFacts): string {
  return `双方确认下列地址和电话为本协议履行以及后续人民调解、司法确认、诉讼、执行程序中文书的送达地址。甲方：${platform.address}，电话${platform.phone}；乙方：${borrower.address}，电话${borrower.phone}。地址或者电话变更的，应当自变更之日起三日内书面告知对方及调解组织；未告知的，按原地址送达视为有效送达。`;
}

const CREDIT_REPORTING =
  "乙方付清本协议约定的全部应付款项后，甲方应当自付清之日起五个工作日内，如实向金融信用信息基础数据库报送或者协助放款机构报送该笔债务已结清的信息，并向乙方出具结清证明。双方知悉，已经形成的不良信息自不良行为终止之日起依照《征信业管理条例》第十六条的规定保存，甲方不承诺删除。";
const STOP_COLLECTION =
  "自本协议签订之日起，甲方停止并通知其委托的机构停止对本协议所涉债务的催收。乙方按约履行期间，甲方仅可向乙方本人发送还款提醒。";
const WITHOUT_PREJUDICE =
  "双方为达成调解协议作出妥协而认可的事实，以及调解过程中提出的方案、作出的让步，除双方另行签字确认的无争议事实外，不得在后续的仲裁、诉讼中作为对其不利的根据。";
const SIGNING_CONSENT =
  "双方同意以数据电文形式、采用电子签名签订本协议，确认经身份核验后由本人手写或者键入的签名是本人真实意思的表示，与手写签名或者盖章具有同等的法律效力（《中华人民共和国电子签名法》第十三条、第十四条）。";
const EFFECT =
  "本协议自双方当事人签名、调解员签名并加盖调解组织印章之日起生效，对双方具有法律约束力，应当按照约定履行。双方认为有必要的，可以自本协议生效之日起三十日内共同向有管辖权的人民法院申请司法确认；司法确认不收取费用。因本协议的履行或者内容发生争议的，一方可以向人民法院提起诉讼（《中华人民共和国人民调解法》第三十一条至第三十三条）。";
