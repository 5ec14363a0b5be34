import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { NOTE, paragraph } from "../pdf/paragraph.ts";
import { drawQr } from "../pdf/qr.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawSignatureBlock } from "../pdf/signatureBlock.ts";
import type { CompletionContent } from "./completionContent.ts";

const QR_SIDE = 76;

export async function drawCompletionCertificate(
  content: CompletionContent,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const { verification } = content;
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(content.createdAt),
    header: content.centreName,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页　　核验码：${verification.code}`,
  });
  drawBlocks(sheet, [
    { kind: "space", points: 8 },
    { kind: "title", text: content.title },
    { kind: "paragraph", text: `编号：${content.number}`, indent: 0, align: "center" },
    { kind: "space", points: 6 },
    ...content.blocks,
  ]);
  sheet.y += 10;
  sheet.keep(QR_SIDE + 90);
  drawSignatureBlock(sheet, [
    {
      label: "调解组织（印章）：",
      under: content.issuedOn,
      mark: { kind: "stamp", lines: [content.centreName, `出具时间：${chineseInstant(content.createdAt)}`] },
    },
  ]);
  const top = sheet.y + 4;
  drawQr(sheet, verification.url, sheet.left, top, QR_SIDE, `核验码：${verification.code}`);
  sheet.y = top + 22;
  for (const text of [
    `核验码：${verification.code}`,
    "扫描左侧二维码，或在本组织的核验页面输入核验码，可以查验本证明。",
  ])
    paragraph(sheet, text, { ...NOTE, indent: 10, align: "left" });
  return await sheet.finish();
}
