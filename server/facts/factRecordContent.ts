import type { FactRecordText } from "../../shared/facts/factView.ts";
import { canonicalJson, sha256Hex } from "../../shared/plans/canonicalJson.ts";
import type { Block } from "../pdf/blocks.ts";
import { FactCheck, type Missing } from "../pdf/checkContent.ts";
import { chineseDate } from "../pdf/chineseText.ts";

/**
 * Everything a record is made from: who, and what both have confirmed. There is no field for what was disputed, for a
 * reason, or for who said what.
 */
export interface FactRecordFacts {
  number: string;
  caseNumber: string;
  draftedAt: string;
  draftedOn: string;
  centre: { name: string; address: string; phone: string };
  mediator: string;
  platform: { name: string; creditCode: string };
  borrower: { name: string; idNumber: string };
  contractNumbers: readonly string[];
  facts: readonly { factId: string; text: string }[];
}

export interface FactRecordContent {
  title: string;
  number: string;
  createdAt: string;
  centreName: string;
  blocks: Block[];
  closing: { platform: string; borrower: string };
}

const TITLE = "无争议事实记录";

/** Composes the record, or says everything that keeps it from being composed. */
export function composeFactRecord(
  facts: FactRecordFacts,
): { ok: true; content: FactRecordContent } | { ok: false; missing: Missing[] } {
  const missing = faultsOf(facts);
  if (missing.length > 0) return { ok: false, missing };
  const { intro, facts: statements, closing } = recordText(facts);
  return {
    ok: true,
    content: {
      title: TITLE,
      number: facts.number,
      createdAt: facts.draftedAt,
      centreName: facts.centre.name,
      blocks: [
        particulars(facts),
        ...intro.map(paragraph),
        ...statements.map((text, index) => paragraph(`${index + 1}. ${text}`)),
        ...closing.map(paragraph),
        { kind: "note", text: `调解组织地址：${facts.centre.address}　联系电话：${facts.centre.phone}` },
      ],
      closing: { platform: facts.platform.name, borrower: facts.borrower.name },
    },
  };
}

/** The words of a record, the same on the screen where it is signed and on paper. */
export function recordText(facts: FactRecordFacts): FactRecordText {
  const { centre, mediator, platform, borrower, draftedOn } = facts;
  return {
    title: TITLE,
    number: facts.number,
    intro: [
      `${platform.name}与${borrower.name}之间的金融借款纠纷，由${centre.name}组织调解，调解员为${mediator}。截至${chineseDate(draftedOn)}，双方当事人对下列事实没有争议：`,
    ],
    facts: facts.facts.map(({ text }) => text),
    closing: [
      "双方当事人确认上列事实属实。在其后的诉讼中，当事人对上列事实无需另行举证，但有相反证据足以推翻的除外。",
      "本记录只记载双方没有争议的事实，不涉及当事人为达成调解协议作出的妥协、提出的方案和发表的意见，不构成对债权数额、责任承担或者还款安排的承诺。",
    ],
  };
}

/** SHA-256 over everything both sign. */
export function recordHash(facts: FactRecordFacts): string {
  return sha256Hex(canonicalJson(facts));
}

function faultsOf(facts: FactRecordFacts): Missing[] {
  const check = new FactCheck();
  for (const key of ["number", "caseNumber", "mediator"] as const) check.required(`/${key}`, facts[key]);
  for (const key of ["name", "address", "phone"] as const)
    check.required(`/centre/${key}`, facts.centre[key]);
  check.required("/platform/name", facts.platform.name);
  check.required("/platform/creditCode", facts.platform.creditCode);
  check.required("/borrower/name", facts.borrower.name);
  check.required("/borrower/idNumber", facts.borrower.idNumber);
  if (facts.contractNumbers.length === 0) check.required("/contractNumbers", null);
  if (facts.facts.length === 0) check.required("/facts", null);
  for (const [index, { text }] of facts.facts.entries()) check.required(`/facts/${index}/text`, text);
  check.printable(facts);
  return check.missing;
}

function particulars({ caseNumber, platform, borrower, contractNumbers }: FactRecordFacts): Block {
  return {
    kind: "table",
    table: {
      headless: true,
      size: 11,
      columns: [
        { header: "", share: 26, align: "center" },
        { header: "", share: 74 },
      ],
      rows: [
        ["案件号", caseNumber],
        ["甲方", `${platform.name}，统一社会信用代码${platform.creditCode}`],
        ["乙方", `${borrower.name}，公民身份号码${borrower.idNumber}`],
        ["所涉合同", contractNumbers.join("\n")],
      ],
    },
  };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}
