import { drawBlocks } from "../pdf/blocks.ts";
import type { Block } from "../pdf/blocks.ts";
import { Sheet } from "../pdf/sheet.ts";
import type { TranslationContent } from "./agreementTranslation.ts";

/** Draws the courtesy translation. Every page says what it is, so that no page of it passes for the agreement. */
export async function drawTranslation(
  content: TranslationContent,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const sheet = new Sheet({
    title: `${content.title} ${content.number} (courtesy translation)`,
    createdAt: new Date(content.createdAt),
    language: "en",
    header: `Courtesy translation – the Chinese text prevails.  No. ${content.number}`,
    footer: (page, pages) => `Courtesy translation, not signed or sealed – page ${page} of ${pages}`,
    watermark: "COURTESY TRANSLATION",
  });
  drawBlocks(sheet, [
    { kind: "title", text: content.title },
    { kind: "paragraph", text: content.heading, indent: 0, align: "center" },
    { kind: "note", text: content.notice },
    { kind: "space", points: 4 },
    ...content.blocks.flatMap(inEnglish),
  ]);
  return sheet.finish();
}

/** English is set without indent, ragged, and with a little room between paragraphs. */
function inEnglish(block: Block): Block[] {
  if (block.kind === "heading") return [{ ...block, indent: 0 }];
  if (block.kind !== "paragraph") return [block];
  return [
    { ...block, indent: 0, align: "left" },
    { kind: "space", points: block.bold === true ? 0 : 4 },
  ];
}
