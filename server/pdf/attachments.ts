import { PDF } from "@libpdf/core";
import { DocumentFailed } from "./failure.ts";
import { placePages, visibleSize } from "./exhibitPages.ts";
import type { Frame } from "./exhibitPages.ts";
import { ExhibitRefused, loadExhibit } from "./exhibitSource.ts";
import type { LoadedExhibit } from "./exhibitSource.ts";
import type { Sheet } from "./sheet.ts";

/** A document put into another one, page by page, each stamped with what it is. */
export interface Attachment {
  key: string;
  label: string;
  name: string;
  loaded: LoadedExhibit;
}

/** Pages kept free for a file that is put in once the sheet is finished. */
export interface Placement {
  pdf: PDF;
  places: { page: number; frame: Frame }[];
}

const FRAME = { side: 24, top: 60, bottom: 52 };
/** Where the mark to verify a document by stands in the foot, an attached page ends above it. */
export const ABOVE_VERIFY_MARK = 64;

/** Reads a file ready to be attached; throws DocumentFailed that names it. */
export async function loadAttachment(
  from: { key: string; label: string; name: string },
  bytes: Uint8Array,
): Promise<Attachment> {
  const loaded = await loadExhibit(bytes).catch((error: unknown) => {
    if (error instanceof ExhibitRefused)
      throw new DocumentFailed(error.code, `${from.label}: ${error.message}`, {
        ...error.params,
        exhibit: from.key,
        name: from.name,
      });
    throw error;
  });
  return { ...from, loaded };
}

/** The page an attachment begins on has to exist before the bookmark that points to it. */
export function firstPage(sheet: Sheet, attachment: Attachment): void {
  sheet.newPage({ landscape: sizeOf(attachment, 0).landscape, header: stamp(attachment, 0) });
}

/** Draws a picture, or keeps pages free for a PDF, from the current page on. */
export function drawAttachment(
  sheet: Sheet,
  attachment: Attachment,
  bottom: number = FRAME.bottom,
): Placement | undefined {
  const { loaded } = attachment;
  const count = pageCountOf(attachment);
  const places: Placement["places"] = [];
  for (let index = 0; index < count; index++) {
    if (index > 0)
      sheet.newPage({ landscape: sizeOf(attachment, index).landscape, header: stamp(attachment, index) });
    const { width, height } = sheet.doc.page;
    const frame: Frame = {
      left: FRAME.side,
      bottom,
      width: width - 2 * FRAME.side,
      height: height - FRAME.top - bottom,
    };
    if (loaded.kind === "picture") drawPicture(sheet, attachment.label, loaded.jpeg, frame);
    else places.push({ page: sheet.pageCount - 1, frame });
  }
  return loaded.kind === "pdf" ? { pdf: loaded.pdf, places } : undefined;
}

/** Puts the attached files onto the pages kept free for them. */
export async function placeAttachments(
  bytes: Uint8Array,
  placements: readonly Placement[],
): Promise<Uint8Array> {
  if (placements.length === 0) return bytes;
  const packet = await PDF.load(bytes);
  for (const { pdf, places } of placements) await placePages(packet, pdf, places);
  return packet.save();
}

export function pageCountOf({ loaded }: Pick<Attachment, "loaded">): number {
  return loaded.kind === "pdf" ? loaded.pdf.getPageCount() : 1;
}

function drawPicture(sheet: Sheet, label: string, jpeg: Buffer, frame: Frame): void {
  const figure = sheet.doc.struct("Figure", { alt: `${label}（图片）` });
  sheet.root.add(figure);
  figure.add(() =>
    sheet.doc.image(jpeg, frame.left, FRAME.top, {
      fit: [frame.width, frame.height],
      align: "center",
      valign: "center",
    }),
  );
  figure.end();
}

function stamp(attachment: Attachment, index: number): string {
  const name = attachment.name.length > 26 ? `${attachment.name.slice(0, 25)}…` : attachment.name;
  return `${attachment.label}　${name}　第 ${index + 1} 页／共 ${pageCountOf(attachment)} 页`;
}

function sizeOf({ loaded }: Attachment, index: number): { landscape: boolean } {
  if (loaded.kind === "picture") return { landscape: loaded.width > loaded.height };
  const page = loaded.pdf.getPage(index);
  if (page === null) return { landscape: false };
  const { width, height } = visibleSize(page);
  return { landscape: width > height };
}
