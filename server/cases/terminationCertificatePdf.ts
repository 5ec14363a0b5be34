import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawSignatureBlock } from "../pdf/signatureBlock.ts";
import type { TerminationCertificateContent } from "./terminationCertificateContent.ts";

export async function drawTerminationCertificate(
  content: TerminationCertificateContent,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(content.createdAt),
    header: content.centreName,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页`,
    ...(content.verify === undefined ? {} : { verify: content.verify }),
  });
  drawBlocks(sheet, [
    { kind: "space", points: 12 },
    { kind: "title", text: content.title },
    { kind: "paragraph", text: `编号：${content.number}`, indent: 0, align: "center" },
    { kind: "space", points: 8 },
    ...content.blocks,
  ]);
  sheet.y += 20;
  drawSignatureBlock(sheet, [
    {
      label: "调解组织（印章）：",
      under: content.issuedOn,
      mark: { kind: "stamp", lines: [content.centreName, `出具时间：${chineseInstant(content.createdAt)}`] },
    },
  ]);
  return sheet.finish();
}
