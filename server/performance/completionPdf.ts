import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawSignatureBlock } from "../pdf/signatureBlock.ts";
import type { CompletionContent } from "./completionContent.ts";

/** The last words stand with the seal, never the seal alone on a page. */
const LAST_WORDS = 4;
const CLOSING_HEIGHT = 230;

export async function drawCompletionCertificate(
  content: CompletionContent,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const { verification, blocks } = content;
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(content.createdAt),
    header: content.centreName,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页　　核验码：${verification.code}`,
  });
  drawBlocks(sheet, [
    { kind: "space", points: 4 },
    { kind: "title", text: content.title },
    { kind: "paragraph", text: `编号：${content.number}`, indent: 0, align: "center" },
    { kind: "space", points: 4 },
    ...blocks.slice(0, -LAST_WORDS),
  ]);
  sheet.keep(CLOSING_HEIGHT);
  drawBlocks(sheet, blocks.slice(-LAST_WORDS));
  sheet.y += 8;
  drawSignatureBlock(sheet, [
    {
      label: "调解组织（印章）：",
      under: content.issuedOn,
      mark: {
        kind: "stamp",
        lines: [
          content.centreName,
          `出具时间：${chineseInstant(content.createdAt)}`,
          `核验码：${verification.code}`,
          "扫描左侧二维码或在核验页面输入核验码查验",
        ],
        qr: verification.url,
      },
    },
  ]);
  return await sheet.finish();
}
