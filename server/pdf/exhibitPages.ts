import { PDFEmbeddedPage, PdfArray, PdfName, PdfNumber, PdfStream, ops } from "@libpdf/core";
import type { PDF, PDFPage } from "@libpdf/core";
import { contentOf } from "./exhibitSource.ts";

/** Where on a packet page an exhibit's page goes, in points from the lower left corner. */
export interface Frame {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** Width and height of a page as a reader shows it, its `/Rotate` applied. */
export function visibleSize(page: PDFPage): { width: number; height: number } {
  const box = page.getCropBox();
  const turned = page.rotation === 90 || page.rotation === 270;
  return turned ? { width: box.height, height: box.width } : { width: box.width, height: box.height };
}

/**
 * Puts every page of `source` onto pages of `packet`, upright and scaled into its frame. Pages are copied together so
 * that fonts and pictures they share are stored once.
 */
export async function placePages(
  packet: PDF,
  source: PDF,
  places: readonly { page: number; frame: Frame }[],
): Promise<void> {
  const indices = places.map((_, index) => index);
  const first = packet.getPageCount();
  const copies = await packet.copyPagesFrom(source, indices, { includeAnnotations: false });
  for (const [index, place] of places.entries()) {
    const original = source.getPage(index);
    const copy = copies[index];
    const target = packet.getPage(place.page);
    if (original === null || copy === undefined || target === null)
      throw new Error(`no page ${index} to place`);
    const form = formOf(packet, source, index, original, copy);
    const name = target.registerXObject(form);
    target.drawOperators([
      ops.pushGraphicsState(),
      ops.concatMatrix(...matrixInto(place.frame, original)),
      ops.paintXObject(name),
      ops.popGraphicsState(),
    ]);
  }
  for (const index of indices.toReversed()) {
    copies[index]?.dict.delete("Contents");
    packet.removePage(first + index);
  }
}

/** A page's content as one drawable object, so that unbalanced graphics states stay inside it. */
function formOf(packet: PDF, source: PDF, index: number, original: PDFPage, copy: PDFPage): PDFEmbeddedPage {
  const box = original.getCropBox();
  const corners = [box.x, box.y, box.x + box.width, box.y + box.height];
  const form = PdfStream.fromDict(
    {
      Type: PdfName.of("XObject"),
      Subtype: PdfName.of("Form"),
      FormType: PdfNumber.of(1),
      BBox: new PdfArray(corners.map((corner) => PdfNumber.of(corner))),
      Resources: copy.getResources(),
    },
    contentOf(source, index),
  );
  const group = copy.dict.get("Group");
  if (group !== undefined) form.set("Group", group);
  return new PDFEmbeddedPage(packet.register(form), box, box.width, box.height);
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

function matrixInto(frame: Frame, page: PDFPage): Matrix {
  const size = visibleSize(page);
  const scale = Math.min(frame.width / size.width, frame.height / size.height);
  const left = frame.left + (frame.width - size.width * scale) / 2;
  const bottom = frame.bottom + (frame.height - size.height * scale) / 2;
  const [a, b, c, d, e, f] = upright(page);
  return [a * scale, b * scale, c * scale, d * scale, e * scale + left, f * scale + bottom];
}

/** Turns a page's own coordinates into those of the page as it is shown, with the origin at the lower left. */
function upright(page: PDFPage): Matrix {
  const { x, y, width, height } = page.getCropBox();
  if (page.rotation === 90) return [0, -1, 1, 0, -y, width + x];
  if (page.rotation === 180) return [-1, 0, 0, -1, width + x, height + y];
  if (page.rotation === 270) return [0, 1, -1, 0, height + y, -x];
  return [1, 0, 0, 1, -x, -y];
}
