import {
  ABOVE_VERIFY_MARK,
  drawAttachment,
  firstPage,
  loadAttachment,
  placeAttachments,
} from "../pdf/attachments.ts";
import type { Attachment, Placement } from "../pdf/attachments.ts";
import { drawBlocks } from "../pdf/blocks.ts";
import { DocumentFailed } from "../pdf/failure.ts";
import { BODY, NOTE, TITLE, paragraph } from "../pdf/paragraph.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawTable } from "../pdf/table.ts";
import { linkTo, rangeOf } from "../pdf/pageMap.ts";
import type { PageMap } from "../pdf/pageMap.ts";
import type { PacketContent } from "./packetContent.ts";

/**
 * Draws the packet as one file: cover with a linked index, memo, complaint, catalogue, every exhibit stamped with its
 * number and page, the certificate, and the record of undisputed facts. Page 1 is the file's first page.
 */
export async function drawPacket(
  content: PacketContent,
): Promise<{ bytes: Uint8Array; pageCount: number; pages: PageMap }> {
  const attachments = await loadAttachments(content);
  // The index names pages that are known once everything is laid out; nothing moves when the numbers are filled in.
  let pages: PageMap = {};
  for (let pass = 0; pass < 3; pass++) {
    const drawn = layOut(content, attachments, pages);
    const settled = JSON.stringify(drawn.pages) === JSON.stringify(pages);
    pages = drawn.pages;
    if (!settled) continue;
    const { bytes, pageCount } = await drawn.sheet.finish();
    return { bytes: await placeAttachments(bytes, drawn.placements), pageCount, pages };
  }
  throw new DocumentFailed("packet_unstable", "the packet's page numbers do not settle");
}

async function loadAttachments(content: PacketContent): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  const load = async (key: string, label: string, name: string, bytes: Uint8Array) => {
    attachments.push(await loadAttachment({ key, label, name }, bytes));
  };
  for (const exhibit of content.exhibits)
    await load(exhibit.number, `证据${exhibit.number}`, exhibit.name, exhibit.bytes);
  if (content.certificate !== null)
    await load("certificate", "附件", "调解终止证明", content.certificate.bytes);
  for (const { number, bytes } of content.records)
    await load(`record-${number}`, "附件", `无争议事实记录（${number}）`, bytes);
  return attachments;
}

function layOut(
  content: PacketContent,
  attachments: readonly Attachment[],
  known: PageMap,
): { sheet: Sheet; pages: PageMap; placements: Placement[] } {
  const sheet = new Sheet({
    title: `诉讼材料包 ${content.packetNumber}`,
    createdAt: new Date(content.createdAt),
    header: `诉讼材料包　${content.packetNumber}`,
    footer: (page, total) => `第 ${page} 页　共 ${total} 页`,
    ...(content.verify === undefined ? {} : { verify: content.verify }),
  });
  const pages: PageMap = {};
  const outline = sheet.doc.outline;
  const part = (key: string, title: string, draw: () => void, parent = outline) => {
    const from = sheet.pageCount;
    sheet.doc.addNamedDestination(key, "Fit");
    const item = parent.addItem(`${title}（第${from}页）`);
    draw();
    pages[key] = { from, to: sheet.pageCount };
    return item;
  };
  part("cover", "封面与目录", () => drawCover(sheet, content, attachments, known));
  const section = (key: string, title: string, draw: () => void) => {
    sheet.newPage();
    part(key, title, draw);
  };
  section("memo", "案件备忘录", () => {
    paragraph(sheet, "案件备忘录", TITLE);
    drawBlocks(sheet, content.memo);
  });
  section("complaint", "民事起诉状", () => drawBlocks(sheet, content.complaint));
  section("catalogue", "证据目录", () => drawCatalogue(sheet, content, known));
  const placements: Placement[] = [];
  let evidence: PDFKit.PDFOutline | undefined;
  for (const attachment of attachments) {
    const isExhibit = !isAnnex(attachment.key);
    let placement: Placement | undefined;
    firstPage(sheet, attachment);
    if (isExhibit && evidence === undefined) evidence = outline.addItem("证据");
    part(
      attachment.key,
      `${isExhibit ? `${attachment.label}　` : ""}${attachment.name}`,
      () => (placement = drawAttachment(sheet, attachment, content.verify && ABOVE_VERIFY_MARK)),
      isExhibit && evidence !== undefined ? evidence : outline,
    );
    if (placement !== undefined) placements.push(placement);
  }
  return { sheet, pages, placements };
}

/** What follows the evidence under its own name. */
function isAnnex(key: string): boolean {
  return key === "certificate" || key.startsWith("record-");
}

function drawCover(
  sheet: Sheet,
  content: PacketContent,
  attachments: readonly Attachment[],
  known: PageMap,
): void {
  sheet.y += 20;
  paragraph(sheet, "诉讼材料包", { ...TITLE, size: 26, leading: 48, after: 12 });
  drawTable(sheet, {
    headless: true,
    size: 12,
    columns: [
      { header: "", share: 26, align: "center" },
      { header: "", share: 74 },
    ],
    rows: content.cover,
  });
  sheet.y += 22;
  paragraph(sheet, "目　录", { ...TITLE, tag: "H2", size: 16, leading: 30 });
  const entries = [
    { key: "memo", name: "案件备忘录" },
    { key: "complaint", name: "民事起诉状（要素式）" },
    { key: "catalogue", name: "证据目录" },
    ...attachments.map(({ key, label, name }) => ({
      key,
      name: isAnnex(key) ? name : `${label}　${name}`,
    })),
  ];
  drawTable(sheet, {
    columns: [
      { header: "序号", share: 10, align: "center" },
      { header: "材料名称", share: 72 },
      { header: "页码", share: 18, align: "center" },
    ],
    rows: entries.map(({ key, name }, index) => [String(index + 1), name, rangeOf(known, key)]),
    onRow: (index, place) => linkTo(sheet, entries[index]?.key, place),
  });
  sheet.y += 12;
  if (content.exhibits.length === 0) return;
  sheet.keep(Math.min(70 + content.exhibits.length * 34, sheet.bottom - sheet.top));
  paragraph(sheet, "证据原件校验值（SHA-256）", { ...TITLE, tag: "H2", size: 14, leading: 26 });
  drawTable(sheet, {
    size: 8.5,
    columns: [
      { header: "证据", share: 10, align: "center" },
      { header: "原件文件名", share: 34 },
      { header: "SHA-256", share: 56 },
    ],
    rows: content.exhibits.map(({ number, fileName, sha256 }) => [
      number,
      fileName,
      `${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
    ]),
  });
  sheet.y += 4;
  paragraph(
    sheet,
    "原件随材料包一并提供。合并入本文件的页面为便于阅读作了缩放，与原件不一致的以原件为准。",
    NOTE,
  );
}

function drawCatalogue(sheet: Sheet, { catalogue }: PacketContent, known: PageMap): void {
  paragraph(sheet, "证据目录", TITLE);
  for (const { name, rows } of catalogue.groups)
    drawTable(sheet, {
      banner: name,
      size: 9.5,
      columns: [
        { header: "序号", share: 9, align: "center" },
        { header: "证据名称", share: 20 },
        { header: "来源/形式", share: 16 },
        { header: "证明对象与内容", share: 26 },
        { header: "证明目的", share: 22 },
        { header: "页码", share: 13, align: "center" },
      ],
      rows: rows.map((row) => [
        row.number,
        row.name,
        row.source,
        row.proves,
        row.purpose,
        rangeOf(known, row.number),
      ]),
      onRow: (index, place) => linkTo(sheet, rows[index]?.number, place),
    });
  sheet.y += 16;
  sheet.keep(catalogue.closing.length * BODY.leading);
  for (const line of catalogue.closing) paragraph(sheet, line, { ...BODY, indent: 12, align: "left" });
}
