/** Stand in a line of text for a drawn box; the font has no ☑ or ☐. Refused in people's own text. */
export const CHECKED = "\ue000";
export const UNCHECKED = "\ue001";

/** `label☑` or `label☐`, as in the courts' forms. */
export function choice(checked: boolean, label: string): string {
  return `${label}${checked ? CHECKED : UNCHECKED}`;
}

export function drawBox(
  doc: PDFKit.PDFDocument,
  checked: boolean,
  x: number,
  baseline: number,
  size: number,
): void {
  const side = size * 0.76;
  const left = x + (size - side) / 2 - size * 0.06;
  const top = baseline - side + size * 0.03;
  doc.markContent("Span", { actual: checked ? "☑" : "☐" });
  doc.lineWidth(0.7).rect(left, top, side, side).stroke("#000000");
  if (checked) {
    doc
      .lineWidth(1.2)
      .moveTo(left + side * 0.18, top + side * 0.5)
      .lineTo(left + side * 0.42, top + side * 0.78)
      .lineTo(left + side * 0.85, top + side * 0.2)
      .stroke("#000000");
  }
  doc.endMarkedContent();
}
