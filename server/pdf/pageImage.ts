import { PDFiumLibrary, type PDFiumDocument } from "@hyzyla/pdfium";
import sharp from "sharp";

export type PageRequest = { bytes: Uint8Array; page: number; as: "picture" | "text" };
export type PageShown = { pageCount: number; png: Uint8Array | null; text: string | null };

/** Twice the size of paper at 72 dots an inch: sharp on a phone also when enlarged. */
const SCALE = 2;
let library: Promise<PDFiumLibrary> | undefined;

/**
 * One page of a PDF as a picture or as its text; with neither when there is no such page. Runs in a worker: what is
 * drawn here is the document itself and not a likeness of it.
 */
export async function showPage({ bytes, page, as }: PageRequest): Promise<PageShown> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  try {
    const pageCount = document.getPageCount();
    if (page < 1 || page > pageCount) return { pageCount, png: null, text: null };
    const found = document.getPage(page - 1);
    return as === "text"
      ? { pageCount, png: null, text: found.getText().replace(/\r\n?/g, "\n") }
      : { pageCount, png: await pictureOf(found), text: null };
  } finally {
    document.destroy();
  }
}

async function pictureOf(page: ReturnType<PDFiumDocument["getPage"]>): Promise<Uint8Array> {
  const { data, width, height } = await page.render({ scale: SCALE, render: "bitmap" });
  // The renderer answers blue first.
  for (let at = 0; at < data.length; at += 4) {
    const blue = data[at] ?? 0;
    data[at] = data[at + 2] ?? 0;
    data[at + 2] = blue;
  }
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: "#ffffff" });
  return new Uint8Array(await picture.png({ compressionLevel: 7 }).toBuffer());
}
