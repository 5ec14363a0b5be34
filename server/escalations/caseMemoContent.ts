import { needsConfirmation } from "../../shared/law/rule.ts";
import type { RestartKind } from "../../shared/law/limitation.ts";
import type { CapEffect } from "../../shared/law/capRules.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Block } from "../pdf/blocks.ts";
import { chineseAmount, chineseDate } from "../pdf/chineseText.ts";
import type { PacketFacts } from "./packetFacts.ts";
import type { DebtFigures, PacketFigures } from "./packetFigures.ts";

export const CONFIRM = "待代理律师确认";

const BASES: Record<"last_due" | RestartKind, string> = {
  last_due: "最后一期履行期限届满",
  demand: "债权人提出履行请求",
  consent_to_perform: "债务人同意履行",
  filing: "提起诉讼或者申请仲裁",
  part_payment: "债务人部分履行",
  instalment_plan: "债务人承诺分期履行",
  extension_request: "债务人请求延期履行",
  data_message: "催收数据电文到达",
  peoples_mediation: "向人民调解委员会提出请求",
  private_centre_mediation: "向其他调解组织提出请求",
};
const EFFECTS: Record<CapEffect, string> = {
  void_above: "超出部分不予支持",
  reduced_on_request: "经借款人请求予以调减",
  judicial_discretion: "法院可酌情调减",
};

/** The memo a lawyer reads first: what is claimed, until when it can be claimed, what a court may cut, what it costs. */
export function caseMemoBlocks(facts: PacketFacts, figures: PacketFigures): Block[] {
  return [
    heading("一、请求金额"),
    paragraph(
      `截至${chineseDate(facts.asOf)}，各合同项下欠款合计${chineseAmount(figures.claimFen)}，构成如下（单位：元）：`,
    ),
    claimTable(figures),
    heading("二、诉讼时效"),
    limitationTable(figures),
    paragraph(
      "时效期间为三年，分期履行的自最后一期履行期限届满之日起算（民法典第一百八十八条、第一百八十九条）。时效抗辩仅得由债务人提出（第一百九十三条）。表中日期按合同期数推算，中断事由仅列有材料可证明的。",
    ),
    heading("三、利息、违约金和费用的上限核对"),
    capTable(figures),
    paragraph(
      "核对方法：以尚欠本金为基数，自逾期之日起至结算日止，单利，一年按365日计算。差额为请求金额超出上限的部分；差额不为零的，起诉前应当决定是否调减请求。",
    ),
    heading("四、诉讼费用"),
    feeTable(figures),
    paragraph(
      "支付令以给付到期、数额确定、债权人没有其他对待给付义务且支付令能够送达债务人为条件（民事诉讼法第二百二十五条）。",
    ),
    heading("五、管辖"),
    paragraph(
      `一般由被告住所地或者合同履行地人民法院管辖；合同未约定履行地的，以接收货币一方所在地为合同履行地（民诉法解释第十八条）。格式条款中未以合理方式提请注意的管辖条款，消费者可以主张无效（第三十一条）。具体受诉法院${CONFIRM}。`,
    ),
    heading("六、调解情况"),
    paragraph(mediationText(facts)),
    heading("七、需代理律师补充和确认的事项"),
    ...openPoints(facts, figures).map((point, index) => paragraph(`${index + 1}．${point}`)),
  ];
}

function heading(text: string): Block {
  return { kind: "heading", text };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function claimTable({ debts, byComponent, claimFen }: PacketFigures): Block {
  return {
    kind: "table",
    table: {
      size: 9,
      columns: [
        { header: "合同编号", share: 24 },
        { header: "本金", share: 15, align: "right" },
        { header: "利息", share: 14, align: "right" },
        { header: "违约金\n（罚息）", share: 14, align: "right" },
        { header: "费用", share: 12, align: "right" },
        { header: "合计", share: 16, align: "right" },
      ],
      rows: debts.map(({ debt, totalFen }) => [
        debt.contractNumber,
        ...COMPONENTS.map((component) => formatYuan(debt.components[component])),
        formatYuan(totalFen),
      ]),
      total: [
        "合计",
        ...COMPONENTS.map((component) => formatYuan(byComponent[component])),
        formatYuan(claimFen),
      ],
    },
  };
}

function limitationTable({ debts }: PacketFigures): Block {
  return {
    kind: "table",
    table: {
      size: 9,
      columns: [
        { header: "合同编号", share: 24 },
        { header: "起算依据", share: 40 },
        { header: "届满日", share: 20, align: "center" },
        { header: "说明", share: 24 },
      ],
      rows: debts.map(({ debt, limitation }) => {
        if (limitation === null) return [debt.contractNumber, "放款日期或者期数不明，无法推算", "—", CONFIRM];
        const { basis } = limitation;
        const moved =
          limitation.extendedTo === limitation.date
            ? ""
            : `最后一日为休息日，顺延至${chineseDate(limitation.extendedTo)}${limitation.provisional ? "（该年度节假日安排尚未公布）" : ""}`;
        return [
          debt.contractNumber,
          `${chineseDate(basis.date)}${BASES[basis.kind]}（${basis.source}）`,
          chineseDate(limitation.date),
          moved === "" ? "—" : moved,
        ];
      }),
    },
  };
}

function capTable({ debts }: PacketFigures): Block {
  return {
    kind: "table",
    table: {
      size: 9,
      columns: [
        { header: "合同编号", share: 21 },
        { header: "适用规则", share: 34 },
        { header: "请求", share: 15, align: "right" },
        { header: "上限", share: 15, align: "right" },
        { header: "差额", share: 14, align: "right" },
        { header: "状态", share: 16, align: "center" },
      ],
      rows: debts.map(capRow),
    },
  };
}

function capRow({ debt, claim, cap }: DebtFigures): string[] {
  if (claim.status === "no_fixed_cap") {
    const { rule } = claim;
    const status = needsConfirmation(rule) ? CONFIRM : "已核条文";
    return [debt.contractNumber, `${rule.rule}（${rule.source}）`, "—", "—", "—", status];
  }
  if (cap === null)
    return [debt.contractNumber, "放款日、逾期日或者适用规则不明，未能核对", "—", "—", "—", CONFIRM];
  const parts = cap.parts.map(
    (part) =>
      `${part.rule.rule}，年${part.annualPercent}%，${part.period.from}起${part.period.days}日（${part.rule.source}）`,
  );
  return [
    debt.contractNumber,
    `${parts.join("；")}；${EFFECTS[cap.effect]}`,
    formatYuan(cap.claimedFen),
    formatYuan(cap.allowedFen),
    formatYuan(cap.differenceFen),
    needsConfirmation(cap) ? CONFIRM : "已核条文",
  ];
}

function feeTable({ claimFen, fee }: PacketFigures): Block {
  return {
    kind: "table",
    table: {
      columns: [
        { header: "项目", share: 50 },
        { header: "金额（元）", share: 25, align: "right" },
      ],
      rows: [
        ["诉讼请求金额", formatYuan(claimFen)],
        ["案件受理费（普通程序）", formatYuan(fee.full)],
        ["减半收取（简易程序、调解结案或者撤诉）", formatYuan(fee.half)],
        ["支付令申请费（三分之一）", formatYuan(fee.paymentOrder)],
      ],
    },
  };
}

function mediationText({ certificate }: PacketFacts): string {
  if (certificate === null)
    return "本案曾经调解达成协议，债务人未按约履行。协议及履行情况以证据目录所列材料为准。";
  return `本案经调解组织调解，调解已于${chineseDate(certificate.endedOn)}终止，见所附调解终止证明（编号${certificate.number}）。本材料包不含调解过程中的任何陈述、方案和意见。`;
}

function openPoints(facts: PacketFacts, figures: PacketFigures): string[] {
  const lenders = new Set(facts.debts.map((debt) => debt.lender));
  return [
    ...(facts.plaintiff.legalRepresentative === null ? ["原告法定代表人的姓名和职务。"] : []),
    "被告的民族、工作单位和职务（立案系统要求时填写）。",
    "受诉法院，以及是否申请诉前保全。",
    "授权委托书；代为承认、放弃、变更诉讼请求，进行和解的，须有特别授权（民诉法解释第八十九条）。",
    ...(lenders.size > 1 ? ["本案涉及多个放款机构，是否分案起诉，以及原告的主体资格。"] : []),
    ...(figures.debts.some(({ limitation }) => limitation === null)
      ? ["未能推算诉讼时效的合同的履行期限。"]
      : []),
    ...(figures.debts.some((debt) => isUnsettled(debt))
      ? ["上限核对中标注“待代理律师确认”的规则的现行效力。"]
      : []),
    smallClaimsPoint(figures),
  ];
}

/** A claim that no rule measured, or one that is not certain. */
function isUnsettled({ claim, cap }: DebtFigures): boolean {
  if (claim.status === "no_fixed_cap") return needsConfirmation(claim.rule);
  return cap === null || needsConfirmation(cap);
}

function smallClaimsPoint({ smallClaims }: PacketFigures): string {
  if (smallClaims.status === "not_assessed")
    return "小额诉讼程序的适用：以当地上年度就业人员年平均工资为准，本材料未作判断。";
  const { province, limitFen, rule, status } = smallClaims;
  const result = status === "within" ? "本案标的额未超过" : "本案标的额超过";
  const confirm = needsConfirmation(rule) ? `，${CONFIRM}` : "";
  return `小额诉讼程序的适用：按${province}上年度就业人员年平均工资的一半（${formatYuan(limitFen)}元，${rule.source}），${result}该限额${confirm}。`;
}
