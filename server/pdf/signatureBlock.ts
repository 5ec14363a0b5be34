import sharp from "sharp";
import { measure } from "./lettering.ts";
import { breakLines, type Line } from "./lineBreaking.ts";
import { drawQr } from "./qr.ts";
import type { Sheet, TextStyle } from "./sheet.ts";

export interface SignatureLine {
  /** `甲方（盖章）` and the like. */
  label: string;
  /** Empty until signed. */
  mark:
    | { kind: "drawn"; image: PreparedImage }
    | { kind: "typed"; name: string }
    | { kind: "stamp"; lines: string[]; qr?: string }
    | null;
  /** Below the label: the name in print. */
  under: string;
  /** When signed, below the signature. */
  date?: string;
}

export interface PreparedImage {
  bytes: Buffer;
  width: number;
  height: number;
}

const ROW = 70;
const UNDER_TOP = 30;
const UNDER_LEADING = 16;
const MARK_LEFT = 228;
const LABEL: TextStyle = { size: 12, weight: "regular" };
const UNDER: TextStyle = { size: 10.5, weight: "regular" };
const DATE: TextStyle = { size: 9, weight: "regular", color: "#333333" };
const STAMP: TextStyle = { size: 9, weight: "bold", color: "#b3261e" };

/** A drawn signature as a small opaque picture: transparency makes PDFKit many times slower. */
export async function prepareSignature(png: Uint8Array): Promise<PreparedImage> {
  const { data, info } = await sharp(png, { limitInputPixels: 16_000_000 })
    .flatten({ background: "#ffffff" })
    .greyscale()
    .trim({ background: "#ffffff", threshold: 20 })
    .resize({ width: 480, height: 160, fit: "inside", withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

export function signatureBlockHeight(lines: readonly SignatureLine[]): number {
  return lines.reduce((sum, line) => sum + rowHeight(line), 0);
}

/** A long name below a label takes what room it needs. */
function rowHeight(line: SignatureLine): number {
  return Math.max(ROW, UNDER_TOP + underOf(line).length * UNDER_LEADING + 10);
}

function underOf({ under }: SignatureLine): Line[] {
  return breakLines(under, MARK_LEFT - 30, (piece) => measure(piece, UNDER));
}

/** Signature lines one under the other, all on the same page. */
export function drawSignatureBlock(sheet: Sheet, lines: readonly SignatureLine[]): void {
  sheet.keep(signatureBlockHeight(lines));
  for (const line of lines) {
    const top = sheet.y;
    sheet.element("P", () => {
      sheet.line(line.label, sheet.left + 24, top + 8, 22, LABEL);
      for (const [k, { text }] of underOf(line).entries())
        sheet.line(text, sheet.left + 24, top + UNDER_TOP + k * UNDER_LEADING, UNDER_LEADING, UNDER);
    });
    drawMark(sheet, line, top);
    sheet.y += rowHeight(line);
  }
}

function drawMark(sheet: Sheet, line: SignatureLine, top: number): void {
  const left = sheet.left + MARK_LEFT;
  const width = sheet.width - MARK_LEFT;
  if (line.mark?.kind === "stamp") {
    drawStamp(sheet, line.mark.lines, left, top, width);
    if (line.mark.qr !== undefined) drawQr(sheet, line.mark.qr, left - 78, top, 74, line.mark.lines.join(""));
    return;
  }
  sheet.artifact("Layout", () =>
    sheet.doc
      .lineWidth(0.5)
      .moveTo(left, top + 46)
      .lineTo(left + width, top + 46)
      .stroke("#555555"),
  );
  const { date } = line;
  if (line.mark?.kind === "typed") {
    const { name } = line.mark;
    sheet.element("P", () => sheet.line(name, left + 8, top + 14, 30, { size: 18, weight: "regular" }));
  } else if (line.mark?.kind === "drawn") {
    const { image } = line.mark;
    const figure = sheet.doc.struct("Figure", { alt: `${line.label}手写签名` });
    sheet.root.add(figure);
    figure.add(() => sheet.doc.image(image.bytes, left + 8, top + 4, { fit: [140, 40], valign: "center" }));
    figure.end();
  }
  if (date !== undefined) sheet.element("P", () => sheet.line(date, left + 8, top + 47, 16, DATE));
}

/** A plain framed statement of sealing. It says who and when and does not imitate a physical seal. */
function drawStamp(sheet: Sheet, texts: readonly string[], left: number, top: number, width: number): void {
  const lines = texts.flatMap((text) =>
    breakLines(text, width - 16, (piece) => sheet.measure(piece, STAMP)).map((line) => line.text),
  );
  const height = lines.length * 13 + 8;
  sheet.element("P", () => {
    for (const [k, text] of lines.entries()) sheet.line(text, left + 8, top + 8 + k * 13, 13, STAMP);
  });
  sheet.artifact("Layout", () =>
    sheet.doc
      .lineWidth(1.2)
      .rect(left, top + 4, width, height)
      .stroke("#b3261e"),
  );
}
