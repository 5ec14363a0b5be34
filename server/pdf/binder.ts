import { drawAttachment, firstPage, loadAttachment, pageCountOf, placeAttachments } from "./attachments.ts";
import type { Attachment, Placement } from "./attachments.ts";
import { drawBlocks } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { DocumentFailed } from "./failure.ts";
import { linkTo, rangeOf } from "./pageMap.ts";
import type { PageMap } from "./pageMap.ts";
import { NOTE, TITLE, paragraph } from "./paragraph.ts";
import { Sheet } from "./sheet.ts";
import { drawTable } from "./table.ts";

/** One thing in a binder: words of its own, or a file. */
export type BinderItem =
  | { kind: "blocks"; name: string; blocks: Block[] }
  | { kind: "file"; name: string; label: string; bytes: Uint8Array };

/** One numbered part; without items the index says that there is none. */
export interface BinderPart {
  name: string;
  items: readonly BinderItem[];
  /** Why there is nothing, or a remark, in the index. */
  remark?: string;
}

export interface Binder {
  title: string;
  number: string;
  createdAt: string;
  cover: string[][];
  parts: readonly BinderPart[];
  /** Light words across every page. */
  watermark?: string;
  /** What stands below the index. */
  note?: string;
  /** More pages than this are refused before anything is drawn. */
  mostPages: number;
}

interface Loaded {
  key: string;
  item: BinderItem;
  attachment: Attachment | null;
}

const NONE = "无";

/** Draws many papers as one file: cover, linked index with page numbers, bookmarks, and the parts in their order. */
export async function drawBinder(binder: Binder): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const loaded = await loadAll(binder);
  // The index names pages that are known once everything is laid out; nothing moves when the numbers are filled in.
  let pages: PageMap = {};
  for (let pass = 0; pass < 3; pass++) {
    const drawn = layOut(binder, loaded, pages);
    const settled = JSON.stringify(drawn.pages) === JSON.stringify(pages);
    pages = drawn.pages;
    onlyWithin(binder, drawn.sheet.pageCount);
    if (!settled) continue;
    const { bytes, pageCount } = await drawn.sheet.finish();
    return { bytes: await placeAttachments(bytes, drawn.placements), pageCount };
  }
  throw new DocumentFailed("binder_unstable", "the page numbers do not settle");
}

async function loadAll(binder: Binder): Promise<Loaded[][]> {
  const parts: Loaded[][] = [];
  let pages = 0;
  for (const [at, { items }] of binder.parts.entries()) {
    const part: Loaded[] = [];
    for (const [index, item] of items.entries()) {
      const key = `${at + 1}-${index + 1}`;
      const attachment =
        item.kind === "file"
          ? await loadAttachment({ key, label: item.label, name: item.name }, item.bytes)
          : null;
      pages += attachment === null ? 1 : pageCountOf(attachment);
      onlyWithin(binder, pages);
      part.push({ key, item, attachment });
    }
    parts.push(part);
  }
  return parts;
}

function onlyWithin({ mostPages }: Binder, pages: number): void {
  if (pages > mostPages)
    throw new DocumentFailed("too_large", `more than ${mostPages} pages`, { pages, most: mostPages });
}

function layOut(
  binder: Binder,
  loaded: readonly Loaded[][],
  known: PageMap,
): { sheet: Sheet; pages: PageMap; placements: Placement[] } {
  const sheet = new Sheet({
    title: `${binder.title} ${binder.number}`,
    createdAt: new Date(binder.createdAt),
    header: `${binder.title}　${binder.number}`,
    footer: (page, total) => `第 ${page} 页　共 ${total} 页`,
    ...(binder.watermark === undefined ? {} : { watermark: binder.watermark }),
  });
  const pages: PageMap = {};
  const placements: Placement[] = [];
  sheet.doc.addNamedDestination("cover", "Fit");
  sheet.doc.outline.addItem("封面与目录（第1页）");
  drawCover(sheet, binder, loaded, known);
  for (const [at, part] of loaded.entries()) {
    let parent: PDFKit.PDFOutline | undefined;
    for (const { key, item, attachment } of part) {
      if (attachment === null) sheet.newPage();
      else firstPage(sheet, attachment);
      const from = sheet.pageCount;
      sheet.doc.addNamedDestination(key, "Fit");
      parent ??= sheet.doc.outline.addItem(`${at + 1}　${binder.parts[at]?.name ?? ""}（第${from}页）`);
      if (part.length > 1) parent.addItem(`${item.name}（第${from}页）`);
      if (item.kind === "blocks") drawBlocks(sheet, item.blocks);
      const placement = attachment === null ? undefined : drawAttachment(sheet, attachment);
      if (placement !== undefined) placements.push(placement);
      pages[key] = { from, to: sheet.pageCount };
    }
  }
  return { sheet, pages, placements };
}

function drawCover(sheet: Sheet, binder: Binder, loaded: readonly Loaded[][], known: PageMap): void {
  sheet.y += 60;
  paragraph(sheet, binder.title, { ...TITLE, size: 26, leading: 48, after: 12 });
  drawTable(sheet, {
    headless: true,
    size: 12,
    columns: [
      { header: "", share: 26, align: "center" },
      { header: "", share: 74 },
    ],
    rows: binder.cover,
  });
  if (binder.note !== undefined) {
    sheet.y += 12;
    paragraph(sheet, binder.note, NOTE);
  }
  // The list of what is inside is a leaf of its own behind the cover.
  sheet.newPage();
  paragraph(sheet, "卷内目录", { ...TITLE, tag: "H2" });
  const entries = binder.parts.flatMap((part, at) => entriesOf(part, at, loaded[at] ?? [], known));
  drawTable(sheet, {
    size: 11,
    columns: [
      { header: "序号", share: 10, align: "center" },
      { header: "材料名称", share: 70 },
      { header: "页码", share: 20, align: "center" },
    ],
    rows: entries.map(({ row }) => row),
    onRow: (index, place) => linkTo(sheet, entries[index]?.key, place),
  });
}

function entriesOf(
  part: BinderPart,
  at: number,
  items: readonly Loaded[],
  known: PageMap,
): { key?: string; row: string[] }[] {
  const number = String(at + 1);
  const remark = part.remark === undefined ? "" : `（${part.remark}）`;
  const [first] = items;
  if (first === undefined) return [{ row: [number, `${part.name}${remark}`, NONE] }];
  if (items.length === 1)
    return [{ key: first.key, row: [number, `${part.name}${remark}`, rangeOf(known, first.key)] }];
  return [
    { key: first.key, row: [number, `${part.name}${remark}`, ""] },
    ...items.map(({ key, item }, index) => ({
      key,
      row: ["", `　${index + 1}. ${item.name}`, rangeOf(known, key)],
    })),
  ];
}
