import { BODY, HEADING, NOTE, TITLE, linesOf, paragraph } from "./paragraph.ts";
import type { ParagraphStyle } from "./paragraph.ts";
import type { Sheet } from "./sheet.ts";
import { drawTable, tableStart } from "./table.ts";
import type { Table } from "./table.ts";

/** The parts a document's content is made of: plain data, so that content can be compared and hashed. */
export type Block =
  | { kind: "title"; text: string }
  | { kind: "heading"; text: string; indent?: number }
  | { kind: "paragraph"; text: string; indent?: number; bold?: boolean; align?: "left" | "center" | "right" }
  | { kind: "note"; text: string }
  | { kind: "space"; points: number }
  | { kind: "table"; table: Omit<Table, "onRow"> };

export function drawBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  const most = (sheet.bottom - sheet.top) * 0.8;
  for (const [index, block] of blocks.entries()) {
    if (namesWhatFollows(block) || introducesTable(blocks, index))
      sheet.keep(Math.min(heightTogether(sheet, blocks, index), most));
    drawBlock(sheet, block);
  }
}

function namesWhatFollows(block: Block): boolean {
  return block.kind === "heading" || (block.kind === "paragraph" && block.bold === true);
}

function introducesTable(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1];
  const after = next?.kind === "space" ? blocks[index + 2] : next;
  return blocks[index]?.kind === "paragraph" && after?.kind === "table";
}

/** What must stand on one page from this block on: headings with what they name, an introduction with its table's beginning. */
function heightTogether(sheet: Sheet, blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  if (block?.kind === "space") return block.points + heightTogether(sheet, blocks, index + 1);
  if (block?.kind === "table") return TABLE_GAP + tableStart(sheet, block.table);
  if (block?.kind !== "heading" && block?.kind !== "paragraph") return 0;
  const style = styleOf(block);
  const height = linesOf(sheet, block.text, style).length * style.leading;
  if (namesWhatFollows(block))
    return style.before + height + style.after + heightTogether(sheet, blocks, index + 1);
  if (introducesTable(blocks, index) && height <= MOST_KEPT_LINES * style.leading)
    return height + heightTogether(sheet, blocks, index + 1);
  return Math.min(height, 2 * style.leading);
}

const MOST_KEPT_LINES = 6;
const TABLE_GAP = 4;

function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === "title") paragraph(sheet, block.text, TITLE);
  else if (block.kind === "note") paragraph(sheet, block.text, NOTE);
  else if (block.kind === "space") sheet.y += block.points;
  else if (block.kind === "table") {
    sheet.y += TABLE_GAP;
    drawTable(sheet, block.table);
    sheet.y += 8;
  } else paragraph(sheet, block.text, styleOf(block));
}

function styleOf(block: Extract<Block, { kind: "heading" | "paragraph" }>): ParagraphStyle {
  if (block.kind === "heading") return { ...HEADING, indent: block.indent ?? HEADING.indent };
  return {
    ...BODY,
    // Bold paragraphs name what follows, and stay with it.
    tag: block.bold === true ? "H3" : "P",
    indent: block.indent ?? BODY.indent,
    weight: block.bold === true ? "bold" : "regular",
    align: block.align ?? BODY.align,
  };
}
