import type { Font } from "fontkit";
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import PDFDocument from "pdfkit";
import type { Stroke } from "./strokes.ts";

/** The fonts of a program, parsed once and kept between documents, as PDFKit takes them. */
export interface Fonts {
  regular: Font;
  bold: Font;
}

/** A document by PDFKit alone, with the structure, language and fixed date that ours has. */
export function drawBare(strokes: readonly Stroke[], fonts: Fonts, createdAt: Date): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    font: "",
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "zh-CN",
    displayTitle: true,
    info: { Title: "调解协议书", CreationDate: createdAt, Creator: "Parley", Producer: "Parley" },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Uint8Array>((resolve) => {
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
  for (const [name, font] of Object.entries(fonts)) document.registerFont(name, font);
  const elements: PDFKit.PDFStructureElement[] = [];
  for (const stroke of strokes) draw(document, elements, stroke);
  document.end();
  return ended;
}

function draw(document: PDFKit.PDFDocument, elements: PDFKit.PDFStructureElement[], stroke: Stroke): void {
  if (stroke.kind === "line") {
    const { text, x, baseline, style, spacing } = stroke;
    document
      .font(style.weight, style.size)
      .fillColor(style.color)
      .text(text, x, baseline, { lineBreak: false, baseline: "alphabetic", characterSpacing: spacing });
  } else if (stroke.kind === "call") {
    const methods = document as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    methods[stroke.method]?.(...stroke.args);
  } else if (stroke.kind === "struct")
    elements[stroke.element] = document.struct(stroke.type, stroke.options);
  else drawElement(document, elements, stroke);
}

function drawElement(
  document: PDFKit.PDFDocument,
  elements: PDFKit.PDFStructureElement[],
  stroke: Extract<Stroke, { kind: "root" | "child" | "content" | "end" }>,
): void {
  const element = elements[stroke.element];
  if (element === undefined) throw new Error("an element is used before it is made");
  if (stroke.kind === "root") document.addStructure(element);
  else if (stroke.kind === "end") element.end();
  else if (stroke.kind === "content")
    element.add(() => {
      for (const inner of stroke.strokes) draw(document, elements, inner);
    });
  else {
    const child = elements[stroke.child];
    if (child !== undefined) element.add(child);
  }
}
