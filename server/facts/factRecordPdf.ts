import type { SignatureMethod } from "../../shared/agreements/signing.ts";
import type { FactSide } from "../../shared/facts/lifecycle.ts";
import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { BODY, paragraph } from "../pdf/paragraph.ts";
import { Sheet } from "../pdf/sheet.ts";
import {
  drawSignatureBlock,
  prepareSignature,
  signatureBlockHeight,
  type SignatureLine,
} from "../pdf/signatureBlock.ts";
import { drawTable } from "../pdf/table.ts";
import type { VerifyMark } from "../pdf/verifyMark.ts";
import type { FactRecordContent } from "./factRecordContent.ts";

export interface DrawnSignature {
  party: FactSide;
  signerName: string;
  method: SignatureMethod;
  image: Uint8Array | null;
  signedAt: string;
  consentWording: string;
  identification: string;
  device: string;
}

export interface SignedFactRecord {
  content: FactRecordContent;
  contentHash: string;
  signatures: readonly DrawnSignature[];
  /** Once both have signed and the centre seals it. */
  seal?: { at: string; verify: VerifyMark };
}

const ROLES: Record<FactSide, string> = { platform: "甲方", borrower: "乙方" };

/** Draws the record; once somebody has signed, how they did follows. */
export async function drawFactRecord(
  record: SignedFactRecord,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const { content, signatures, seal } = record;
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(seal?.at ?? signatures.at(-1)?.signedAt ?? content.createdAt),
    header: content.centreName,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页`,
    ...(seal === undefined ? { watermark: "供审阅　未生效" } : { verify: seal.verify }),
  });
  drawBlocks(sheet, [
    { kind: "space", points: 6 },
    { kind: "title", text: content.title },
    { kind: "paragraph", text: `编号：${content.number}`, indent: 0, align: "center" },
    { kind: "space", points: 6 },
    ...content.blocks,
  ]);
  await drawClosing(sheet, record);
  if (signatures.length > 0) drawTrail(sheet, record);
  return await sheet.finish();
}

async function drawClosing(sheet: Sheet, record: SignedFactRecord): Promise<void> {
  const { content, seal } = record;
  const lines: SignatureLine[] = [
    await line(record, "platform", `${content.closing.platform}\n（签署代表签名）`),
    await line(record, "borrower", content.closing.borrower),
  ];
  if (seal !== undefined) {
    lines.push({
      label: "调解组织（印章）：",
      under: content.centreName,
      mark: { kind: "stamp", lines: [content.centreName, `封存时间：${chineseInstant(seal.at)}`] },
    });
  }
  sheet.y += 8;
  sheet.keep(signatureBlockHeight(lines));
  drawSignatureBlock(sheet, lines);
}

async function line(
  { signatures }: SignedFactRecord,
  party: FactSide,
  under: string,
): Promise<SignatureLine> {
  const label = `${ROLES[party]}：`;
  const found = signatures.find((signature) => signature.party === party);
  if (found === undefined) return { label, under, mark: null };
  const signed = { label, under, date: chineseInstant(found.signedAt) };
  if (found.image === null) return { ...signed, mark: { kind: "typed", name: found.signerName } };
  return { ...signed, mark: { kind: "drawn", image: await prepareSignature(found.image) } };
}

function drawTrail(sheet: Sheet, { contentHash, signatures }: SignedFactRecord): void {
  sheet.newPage();
  drawBlocks(sheet, [
    { kind: "title", text: "签署记录" },
    { kind: "note", text: `记录内容 SHA-256：${contentHash}` },
  ]);
  for (const signature of signatures) {
    sheet.keep(190);
    paragraph(sheet, `${ROLES[signature.party]}：${signature.signerName}`, {
      ...BODY,
      tag: "H2",
      weight: "bold",
      indent: 0,
      before: 8,
    });
    const how = signature.method === "drawn" ? "在屏幕上手写签名" : "键入姓名";
    drawTable(sheet, {
      headless: true,
      size: 9.5,
      columns: [
        { header: "", share: 22, align: "center" },
        { header: "", share: 78 },
      ],
      rows: [
        ["方式和时间", `${how}，${chineseInstant(signature.signedAt)}（北京时间）`],
        ["身份核验", signature.identification],
        ["网络地址和设备", signature.device],
        ["签署意愿", signature.consentWording],
      ],
    });
  }
}
