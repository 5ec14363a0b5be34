import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawSignatureBlock, signatureBlockHeight, type SignatureLine } from "../pdf/signatureBlock.ts";
import type { VerifyMark } from "../pdf/verifyMark.ts";
import type { MinutesContent } from "./minutesContent.ts";

export interface PrintedMinutes {
  content: MinutesContent;
  /** Once they are final. */
  seal?: { at: string; verify: VerifyMark };
}

/** The last words stand with the seal, never the seal alone on a page. */
const LAST_WORDS = 2;
const LAST_WORDS_HEIGHT = 110;

export async function drawMinutes({
  content,
  seal,
}: PrintedMinutes): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(seal?.at ?? content.createdAt),
    header: content.centreName,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页`,
    ...(seal === undefined ? { watermark: "草稿　待确认" } : { verify: seal.verify }),
  });
  drawBlocks(sheet, [
    { kind: "space", points: 6 },
    { kind: "title", text: content.title },
    { kind: "paragraph", text: `编号：${content.number}`, indent: 0, align: "center" },
    { kind: "space", points: 6 },
    ...content.blocks.slice(0, -LAST_WORDS),
  ]);
  const lines: SignatureLine[] = [
    { label: "调解员、记录人：", under: content.mediator, mark: { kind: "typed", name: content.mediator } },
    ...(seal === undefined
      ? []
      : [
          {
            label: "调解组织（印章）：",
            under: content.centreName,
            mark: {
              kind: "stamp" as const,
              lines: [content.centreName, `封存时间：${chineseInstant(seal.at)}`],
            },
          },
        ]),
  ];
  sheet.keep(signatureBlockHeight(lines) + LAST_WORDS_HEIGHT);
  drawBlocks(sheet, content.blocks.slice(-LAST_WORDS));
  sheet.y += 8;
  drawSignatureBlock(sheet, lines);
  return await sheet.finish();
}
