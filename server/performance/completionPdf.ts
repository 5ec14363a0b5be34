import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { BODY } from "../pdf/paragraph.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawSignatureBlock, signatureBlockHeight, type SignatureLine } from "../pdf/signatureBlock.ts";
import type { CompletionContent } from "./completionContent.ts";

/** The last words stand with the seal, never the seal alone on a page. */
const LAST_WORDS = 2;
const BEFORE_SEAL = 8;

export async function drawCompletionCertificate(
  content: CompletionContent,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const { verification, blocks } = content;
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(content.createdAt),
    header: `${content.centreName}　${content.contact}`,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页　　核验码：${verification.code}`,
  });
  drawBlocks(sheet, [
    { kind: "title", text: content.title },
    { kind: "paragraph", text: `编号：${content.number}`, indent: 0, align: "center" },
    ...blocks.slice(0, -LAST_WORDS),
  ]);
  const seal = sealOf(content);
  sheet.keep(LAST_WORDS * BODY.leading + BEFORE_SEAL + signatureBlockHeight([seal]));
  drawBlocks(sheet, blocks.slice(-LAST_WORDS));
  sheet.y += BEFORE_SEAL;
  drawSignatureBlock(sheet, [seal]);
  return await sheet.finish();
}

function sealOf({ centreName, createdAt, issuedOn, verification }: CompletionContent): SignatureLine {
  return {
    label: "调解组织（印章）：",
    under: issuedOn,
    mark: {
      kind: "stamp",
      lines: [
        centreName,
        `出具时间：${chineseInstant(createdAt)}`,
        `核验码：${verification.code}`,
        "扫描左侧二维码或在核验页面输入核验码查验",
      ],
      qr: verification.url,
    },
  };
}
