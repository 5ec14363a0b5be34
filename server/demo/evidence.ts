import sharp from "sharp";
import { ZERO_FEN } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { drawBlocks, type Block } from "../pdf/blocks.ts";
import { chineseDate } from "../pdf/chineseText.ts";
import { Sheet } from "../pdf/sheet.ts";
import type { Escalations } from "../escalations/index.ts";
import type { CaseStory } from "./caseStory.ts";

type AddExhibit = Parameters<Escalations["exhibits"]["add"]>;
type ExhibitInput = AddExhibit[2];
type UploadedFile = AddExhibit[3];
export type Evidence = "contract" | "repayments";

/** A name as a finger draws it on a phone. */
export async function drawnSignature(): Promise<string> {
  const strokes = [
    "M40 60 C 90 40, 150 50, 190 48",
    "M110 30 C 108 80, 90 120, 50 140",
    "M112 70 C 140 100, 170 130, 205 138",
    "M250 50 C 300 20, 330 90, 270 110 S 360 150, 420 70",
  ];
  const paths = strokes.map((d) => `<path d="${d}" stroke="#1a1a1a" stroke-width="7" fill="none"/>`).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="170">${paths}</svg>`;
  return (await sharp(Buffer.from(svg)).png().toBuffer()).toString("base64");
}

/** A platform's paper about the first contract of a case, drawn from what the case says, with how it is described. */
export async function evidenceFile(
  story: CaseStory,
  kind: Evidence,
): Promise<{ description: ExhibitInput; file: UploadedFile }> {
  const [debt] = await story.act((tx) => story.services.statements.debts(tx, story.caseId));
  if (!debt) throw new Error("a case without a debt");
  const facts: Facts = {
    borrower: story.account.name,
    lender: debt.lenderName,
    contract: debt.contractNumber,
    product: debt.product ?? "",
    disbursedOn: chineseDate(debt.disbursedOn ?? ""),
    disbursed: formatYuan(debt.disbursedFen ?? ZERO_FEN),
    repaid: formatYuan(debt.repaidFen ?? ZERO_FEN),
    rate: `${(Number(debt.annualRate) * 100).toFixed(2)}%`,
    overdueSince: chineseDate(debt.overdueSince ?? ""),
  };
  const { title, blocks, ...description } = PAPERS[kind](facts);
  const bytes = await sheetOf(title, story.now(), blocks);
  return {
    description: { ...description, audience: ["borrower", "platform", "mediator"], disclosure: "shareable" },
    file: { bytes, fileName: `${title}.pdf` },
  };
}

/** A plain paper with a title. */
export async function sheetOf(title: string, createdAt: Date, blocks: readonly Block[]): Promise<Uint8Array> {
  const sheet = new Sheet({ title, createdAt, footer: (page, pages) => `${page} / ${pages}` });
  drawBlocks(sheet, [{ kind: "title", text: title }, ...blocks]);
  return (await sheet.finish()).bytes;
}

type Facts = Record<
  | "borrower"
  | "lender"
  | "contract"
  | "product"
  | "disbursedOn"
  | "disbursed"
  | "repaid"
  | "rate"
  | "overdueSince",
  string
>;
type Paper = Omit<ExhibitInput, "audience" | "disclosure"> & { title: string; blocks: Block[] };

const PAPERS: Record<Evidence, (facts: Facts) => Paper> = {
  contract: (facts) => ({
    title: "个人消费借款合同",
    name: "个人消费借款合同",
    groupNo: 1,
    source: "原告业务系统打印件",
    proves: "双方存在借款合同关系及借款金额、利率、期限的约定",
    purpose: "证明原告主张的本金和利息有合同依据",
    blocks: table([
      ["合同编号", facts.contract],
      ["贷款人", facts.lender],
      ["借款人", facts.borrower],
      ["产品", facts.product],
      ["借款金额", `人民币${facts.disbursed}元`],
      ["年利率", facts.rate],
      ["放款日期", facts.disbursedOn],
      ["还款方式", "按月等额还款，共12期"],
      ["逾期", "借款人未按期还款的，对逾期本金自逾期之日起在约定利率基础上加收50%计收罚息"],
    ]),
  }),
  repayments: (facts) => ({
    title: "放款及还款明细",
    name: "放款及还款明细",
    groupNo: 3,
    source: "原告业务系统打印件",
    proves: "放款事实、已还金额及逾期起始日",
    purpose: "证明借款已实际发放，借款人尚欠款项未还",
    blocks: table([
      ["合同编号", facts.contract],
      ["放款", `${facts.disbursedOn}，人民币${facts.disbursed}元`],
      ["已还合计", `人民币${facts.repaid}元`],
      ["首次逾期日", facts.overdueSince],
      ["借款人", facts.borrower],
    ]),
  }),
};

function table(rows: string[][]): Block[] {
  const columns = [
    { header: "项目", share: 28 },
    { header: "内容", share: 72 },
  ];
  return [{ kind: "table", table: { headless: true, size: 11, columns, rows } }];
}
