import { formatYuan } from "../../shared/money/formatYuan.ts";
import type { Block } from "../pdf/blocks.ts";
import { choice } from "../pdf/checkBox.ts";
import { chineseAmount, chineseDate, percentOf } from "../pdf/chineseText.ts";
import type { PacketDebt, PacketFacts } from "./packetFacts.ts";
import type { PacketFigures } from "./packetFigures.ts";

const BY_COUNSEL = "（由代理律师补充）";

export type CauseOfAction = "金融借款合同纠纷" | "小额借款合同纠纷" | "民间借贷纠纷";

/** The cause of action follows the kind of lender: microloan and unlicensed lenders have their own. */
export function causeOfAction(debts: readonly PacketDebt[]): CauseOfAction {
  const types = new Set(debts.map((debt) => debt.lenderType));
  if (types.has("bank") || types.has("consumer_finance")) return "金融借款合同纠纷";
  return types.has("microloan") ? "小额借款合同纠纷" : "民间借贷纠纷";
}

/** The element-form complaint (要素式民事起诉状, 法〔2025〕82号), filled from the case; choices are drawn boxes. */
export function complaintBlocks(facts: PacketFacts, figures: PacketFigures): Block[] {
  const parts: (Block | Section)[] = [
    { kind: "title", text: "民事起诉状" },
    { kind: "paragraph", text: `（${causeOfAction(facts.debts)}）`, align: "center", indent: 0 },
    {
      kind: "note",
      text: "说明：为了方便您更好地参加诉讼，保护您的合法权利，请填写本表。起诉时需向人民法院提交证明您身份的材料，如身份证复印件、营业执照复印件等。本表所列内容是您提起诉讼以及人民法院查明案件事实所需，请务必如实填写。本表由案件记录填写，标注“由代理律师补充”之处须在递交前补充。",
    },
    { kind: "space", points: 4 },
    section("当事人信息", partyRows(facts)),
    section("诉讼请求", claimRows(facts, figures)),
    section("约定管辖和诉前保全", [
      ["1．有无仲裁、法院管辖约定", `有□　无□　${BY_COUNSEL}`],
      ["2．是否申请财产保全", `是□　否□　${BY_COUNSEL}`],
    ]),
    section("事实与理由", factRows(facts, figures)),
    section("对纠纷解决方式的意愿", [
      ["是否了解调解", `${choice(true, "了解")}　${choice(false, "不了解")}`],
      ["是否考虑先行调解", `是□　否□　${BY_COUNSEL}`],
    ]),
    { kind: "space", points: 10 },
    { kind: "paragraph", text: `具状人（签字、盖章）：${facts.plaintiff.name}`, indent: 12, align: "left" },
    { kind: "paragraph", text: "日期：　　　　年　　月　　日", indent: 12, align: "left" },
  ];
  return parts.map(withBoxes);
}

/** `□` is written for an open choice and drawn like the others. */
function withBoxes(block: Block | Section): Block {
  if (block.kind !== "section") return block;
  const rows = block.rows.map((row) => row.map((cell) => cell.replaceAll("□", choice(false, ""))));
  return {
    kind: "table",
    table: {
      size: 10,
      headless: true,
      banner: block.title,
      columns: [
        { header: "", share: 32 },
        { header: "", share: 68 },
      ],
      rows,
    },
  };
}

interface Section {
  kind: "section";
  title: string;
  rows: string[][];
}

function section(title: string, rows: string[][]): Section {
  return { kind: "section", title, rows };
}

function partyRows({ plaintiff, attorney, defendant }: PacketFacts): string[][] {
  const representative = plaintiff.legalRepresentative;
  const id = defendant.idNumber;
  const male = Number(id.charAt(16)) % 2 === 1;
  return [
    [
      "原告（法人、非法人组织）",
      [
        `名称：${plaintiff.name}`,
        `住所地：${plaintiff.address}`,
        `统一社会信用代码：${plaintiff.creditCode}`,
        `法定代表人／负责人：${representative === null ? BY_COUNSEL : `${representative.name}　职务：${representative.title}`}`,
        `联系电话：${plaintiff.phone}`,
      ].join("\n"),
    ],
    [
      "委托诉讼代理人",
      `${choice(true, "有")}　${choice(false, "无")}\n姓名：${attorney.name}　单位：${attorney.firm}\n联系电话：${attorney.phone}\n代理权限：一般授权□　特别授权□　${BY_COUNSEL}`,
    ],
    [
      "被告（自然人）",
      [
        `姓名：${defendant.name}　性别：${choice(male, "男")}　${choice(!male, "女")}`,
        `出生日期：${chineseDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)}　民族：${BY_COUNSEL}`,
        `工作单位、职务：${BY_COUNSEL}`,
        `联系电话：${defendant.phone}`,
        `户籍所在地：${defendant.registeredAddress ?? BY_COUNSEL}`,
        `经常居住地：${defendant.residentialAddress ?? BY_COUNSEL}`,
        `证件类型：居民身份证　证件号码：${id}`,
      ].join("\n"),
    ],
    ["第三人", `有□　${choice(true, "无")}`],
  ];
}

function claimRows(facts: PacketFacts, { byComponent, claimFen }: PacketFigures): string[][] {
  const asOf = chineseDate(facts.asOf);
  const charges = byComponent.penalty + byComponent.fee;
  return [
    ["1．本金", `截至${asOf}，尚欠本金${formatYuan(byComponent.principal)}元`],
    [
      "2．利息（复利、罚息）",
      `截至${asOf}，欠利息${formatYuan(byComponent.interest)}元、违约金（罚息）${formatYuan(byComponent.penalty)}元；自${asOf}的次日起的利息、罚息，按合同约定且不超过法律、司法解释规定的上限计算至实际清偿之日止\n是否请求支付至实际清偿之日：${choice(true, "是")}　${choice(false, "否")}`,
    ],
    ["3．提前还款或解除合同", `是□　否□　${BY_COUNSEL}`],
    ["4．是否主张担保权利", `是□　否□　${BY_COUNSEL}`],
    ["5．是否主张实现债权的费用", `是□　否□　${BY_COUNSEL}`],
    ["6．是否主张诉讼费用", `${choice(true, "是")}　${choice(false, "否")}`],
    ["7．其他请求", byComponent.fee === 0 ? "无" : `支付合同约定的费用${formatYuan(byComponent.fee)}元`],
    ["8．标的总额", `${chineseAmount(claimFen)}${charges === 0 ? "" : "（暂计）"}，截至${asOf}`],
  ];
}

function factRows(facts: PacketFacts, figures: PacketFigures): string[][] {
  const each = (tell: (debt: PacketDebt) => string) =>
    facts.debts.length === 1
      ? facts.debts.map(tell).join("")
      : facts.debts.map((debt) => `${debt.contractNumber}：${tell(debt)}`).join("\n");
  const date = (value: string | null) => (value === null ? BY_COUNSEL : chineseDate(value));
  const yuan = (value: PacketDebt["disbursedFen"]) =>
    value === null ? BY_COUNSEL : `${formatYuan(value)}元`;
  const rate = (value: string | null) => (value === null ? BY_COUNSEL : `${percentOf(value)}%`);
  return [
    [
      "1．合同签订情况",
      each(
        (debt) =>
          `合同编号${debt.contractNumber}${debt.product === null ? "" : `，${debt.product}`}，签订时间以合同所载为准`,
      ),
    ],
    ["2．签订主体", each((debt) => `贷款人：${debt.lender}；借款人：${facts.defendant.name}`)],
    ["3．借款金额", each((debt) => `约定：以合同所载为准；实际提供：${yuan(debt.disbursedFen)}`)],
    [
      "4．借款期限",
      each((debt) =>
        debt.termCount === null ? BY_COUNSEL : `${debt.termCount}期（按月），自${date(debt.disbursedOn)}起`,
      ),
    ],
    [
      "5．借款利率",
      each(
        (debt) =>
          `年利率${rate(debt.annualRate)}；逾期上浮${rate(debt.penaltyMarkup)}；合同条款号${BY_COUNSEL}`,
      ),
    ],
    ["6．借款提供时间", each((debt) => date(debt.disbursedOn))],
    ["7．还款方式", `等额本息□　等额本金□　到期一次还本付息□　按期付息到期还本□　其他□　${BY_COUNSEL}`],
    [
      "8．还款情况",
      each((debt) => (debt.repaidFen === null ? BY_COUNSEL : `已还${formatYuan(debt.repaidFen)}元`)),
    ],
    [
      "9．逾期还款情况",
      each(
        (debt) =>
          `逾期时间：${debt.overdueSince === null ? BY_COUNSEL : `${chineseDate(debt.overdueSince)}起`}`,
      ),
    ],
    ["10—16．担保情况", `物的担保：有□　无□；保证：有□　无□　${BY_COUNSEL}`],
    [
      "17．请求依据",
      "《中华人民共和国民法典》第五百七十七条、第六百七十四条、第六百七十五条、第六百七十六条及合同约定",
    ],
    ["18．其他需要说明的内容", `暂计明细见案件备忘录；欠款合计${formatYuan(figures.claimFen)}元`],
    ["证据清单", "见所附证据目录"],
  ];
}
