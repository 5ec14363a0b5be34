import { BODY, HEADING, NOTE, TITLE, paragraph } from "./paragraph.ts";
import type { Sheet } from "./sheet.ts";
import { drawTable } from "./table.ts";
import type { Table } from "./table.ts";

/** The parts a document's content is made of: plain data, so that content can be compared and hashed. */
export type Block =
  | { kind: "title"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string; indent?: number; bold?: boolean; align?: "left" | "center" | "right" }
  | { kind: "note"; text: string }
  | { kind: "space"; points: number }
  | { kind: "table"; table: Omit<Table, "onRow"> };

export function drawBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  for (const block of blocks) drawBlock(sheet, block);
}

function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === "title") paragraph(sheet, block.text, TITLE);
  else if (block.kind === "heading") paragraph(sheet, block.text, HEADING);
  else if (block.kind === "note") paragraph(sheet, block.text, NOTE);
  else if (block.kind === "space") sheet.y += block.points;
  else if (block.kind === "table") {
    sheet.y += 4;
    drawTable(sheet, block.table);
    sheet.y += 8;
  } else
    paragraph(sheet, block.text, {
      ...BODY,
      // Bold paragraphs name what follows, and stay with it.
      tag: block.bold === true ? "H3" : "P",
      indent: block.indent ?? BODY.indent,
      weight: block.bold === true ? "bold" : "regular",
      align: block.align ?? BODY.align,
    });
}
