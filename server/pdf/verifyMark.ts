import QRCode from "qrcode";

/** How a reader checks a sealed document: stands at the foot of every page. */
export interface VerifyMark {
  /** As it is read out and typed. */
  code: string;
  url: string;
  /** Sealed with a key that proves nothing about who runs the installation. */
  development: boolean;
}

/** What of a sheet is drawn on. */
interface Foot {
  readonly doc: PDFKit.PDFDocument;
  readonly left: number;
  line(text: string, x: number, top: number, height: number, style: typeof SMALL | typeof WARNING): void;
}

const SIDE = 50;
const QUIET = 4;
const SMALL = { size: 8, weight: "regular", color: "#444444" } as const;
const WARNING = { size: 8, weight: "bold", color: "#b00020" } as const;

/** The squares of a QR code as path operators in a unit of one square, rows joined into runs. Made once a document. */
export function qrRuns(text: string): { operators: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "L" });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 0) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1) !== 0) column++;
      parts.push(`${from + QUIET} ${row + QUIET} ${column + 1 - from} 1 re`);
    }
  }
  return { operators: `${parts.join("\n")}\nf`, size: modules.size + 2 * QUIET };
}

/** Draws code and QR in the foot of the current page, around the page number in its middle. */
export function drawVerifyMark(sheet: Foot, mark: VerifyMark, qr: ReturnType<typeof qrRuns>): void {
  const { width, height } = sheet.doc.page;
  const top = height - SIDE - 12;
  sheet.line(`核验码 ${mark.code}`, sheet.left, height - 46, 12, SMALL);
  const second = mark.development ? "开发用印章，不具证明力" : "扫描右侧二维码核验本文件";
  sheet.line(second, sheet.left, height - 34, 12, mark.development ? WARNING : SMALL);
  const unit = SIDE / qr.size;
  sheet.doc.save();
  sheet.doc.fillColor("#000000");
  sheet.doc.transform(unit, 0, 0, unit, width - sheet.left - SIDE, top);
  sheet.doc.addContent(qr.operators);
  sheet.doc.restore();
}
