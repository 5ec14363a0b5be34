import type { Block } from "../pdf/blocks.ts";
import { FactCheck } from "../pdf/checkContent.ts";
import type { Missing } from "../pdf/checkContent.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { caseMemoBlocks } from "./caseMemoContent.ts";
import { causeOfAction, complaintBlocks } from "./complaintContent.ts";
import { catalogueClosing, catalogueGroups, numberExhibits } from "./evidenceCatalogueContent.ts";
import type { CatalogueGroup, NumberedExhibit } from "./evidenceCatalogueContent.ts";
import { assertShareable } from "./packetFacts.ts";
import type { PacketFacts } from "./packetFacts.ts";
import { packetFigures } from "./packetFigures.ts";
import type { PacketFigures } from "./packetFigures.ts";
import type { VerifyMark } from "../pdf/verifyMark.ts";

/** A packet ready to be drawn: plain data, with the exhibits' bytes. */
export interface PacketContent {
  packetNumber: string;
  createdAt: string;
  cover: string[][];
  memo: Block[];
  complaint: Block[];
  catalogue: { groups: CatalogueGroup[]; closing: string[] };
  exhibits: NumberedExhibit[];
  certificate: { number: string; bytes: Uint8Array } | null;
  records: { number: string; bytes: Uint8Array }[];
  /** How the sealed packet is verified; stands at the foot of every page of ours, exhibits' own pages stay as they are. */
  verify?: VerifyMark;
}

/**
 * Composes the packet (诉讼材料包) for counsel, or names everything that keeps it from being composed. Throws
 * NotShareable when an exhibit that may not leave the mediation got this far.
 */
export function composePacket(
  facts: PacketFacts,
): { ok: true; content: PacketContent; figures: PacketFigures } | { ok: false; missing: Missing[] } {
  assertShareable(facts.exhibits);
  assertShareable(facts.records);
  const missing = faultsOf(facts);
  if (missing.length > 0) return { ok: false, missing };
  const figures = packetFigures(facts);
  const exhibits = numberExhibits(facts.exhibits);
  return {
    ok: true,
    figures,
    content: {
      packetNumber: facts.packetNumber,
      createdAt: facts.sealedAt,
      cover: coverRows(facts),
      memo: caseMemoBlocks(facts, figures),
      complaint: complaintBlocks(facts, figures),
      catalogue: { groups: catalogueGroups(exhibits), closing: catalogueClosing(facts) },
      exhibits,
      certificate:
        facts.certificate === null
          ? null
          : { number: facts.certificate.number, bytes: facts.certificate.bytes },
      records: facts.records.map(({ number, bytes }) => ({ number, bytes })),
    },
  };
}

function coverRows(facts: PacketFacts): string[][] {
  return [
    ["材料包编号", facts.packetNumber],
    ["调解案件号", facts.caseNumber],
    ["案由", causeOfAction(facts.debts)],
    ["原告", facts.plaintiff.name],
    ["被告", facts.defendant.name],
    ["委托诉讼代理人", `${facts.attorney.name}（${facts.attorney.firm}）`],
    ["封存时间", `${chineseInstant(facts.sealedAt)}（北京时间）`],
  ];
}

function faultsOf(facts: PacketFacts): Missing[] {
  const check = new FactCheck();
  check.required("/packetNumber", facts.packetNumber);
  check.required("/caseNumber", facts.caseNumber);
  for (const key of ["name", "creditCode", "address", "phone"] as const)
    check.required(`/plaintiff/${key}`, facts.plaintiff[key]);
  for (const key of ["name", "firm", "phone"] as const)
    check.required(`/attorney/${key}`, facts.attorney[key]);
  for (const key of ["name", "phone"] as const) check.required(`/defendant/${key}`, facts.defendant[key]);
  if (!/^\d{17}[\dX]$/.test(facts.defendant.idNumber)) check.required("/defendant/idNumber", null);
  if (facts.defendant.registeredAddress === null && facts.defendant.residentialAddress === null)
    check.required("/defendant/residentialAddress", null);
  if (facts.debts.length === 0) check.required("/debts", null);
  for (const [index, debt] of facts.debts.entries()) {
    check.required(`/debts/${index}/contractNumber`, debt.contractNumber);
    check.required(`/debts/${index}/lender`, debt.lender);
  }
  for (const [index, exhibit] of facts.exhibits.entries())
    for (const key of ["name", "source", "proves", "purpose", "fileName"] as const)
      check.required(`/exhibits/${index}/${key}`, exhibit[key]);
  check.printable(facts);
  return check.missing;
}
