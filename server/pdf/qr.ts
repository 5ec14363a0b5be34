import QRCode from "qrcode";
import type { Sheet } from "./sheet.ts";

/** Draws a QR code as vector squares with its quiet zone inside `side`. */
export function drawQr(sheet: Sheet, text: string, x: number, y: number, side: number, alt: string): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const unit = side / (modules.size + 8);
  const figure = sheet.doc.struct("Figure", { alt });
  sheet.root.add(figure);
  figure.add(() => {
    for (let row = 0; row < modules.size; row++)
      for (let column = 0; column < modules.size; column++)
        if (modules.get(row, column) !== 0)
          sheet.doc.rect(x + (column + 4) * unit, y + (row + 4) * unit, unit, unit);
    sheet.doc.fill("#000000");
  });
  figure.end();
}
