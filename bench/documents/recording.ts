// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import PDFDocument from "pdfkit";

type Call = readonly [method: string, args: readonly unknown[]];

/** Everything of PDFKit that puts ink on a page or chooses with what. */
const STROKES = [
  "addPage",
  "switchToPage",
  "font",
  "fontSize",
  "fillColor",
  "fillOpacity",
  "strokeColor",
  "lineWidth",
  "text",
  "rect",
  "moveTo",
  "lineTo",
  "stroke",
  "fill",
  "fillAndStroke",
  "save",
  "restore",
  "rotate",
  "transform",
  "addContent",
  "image",
  "registerFont",
];

/** Notes the strokes that `draw` makes, those that a stroke makes of itself left out. */
export async function recordStrokes(draw: () => Promise<unknown>): Promise<Call[]> {
  const calls: Call[] = [];
  // Methods are replaced by name for the time of one drawing.
  const methods = PDFDocument.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = new Map<string, (...args: unknown[]) => unknown>();
  let depth = 0;
  for (const name of STROKES) {
    const original = methods[name];
    if (original === undefined) throw new Error(`PDFKit has no ${name}`);
    originals.set(name, original);
    methods[name] = function (this: unknown, ...args: unknown[]) {
      if (depth === 0) calls.push([name, args]);
      depth += 1;
      try {
        return original.apply(this, args);
      } finally {
        depth -= 1;
      }
    };
  }
  try {
    await draw();
  } finally {
    for (const [name, original] of originals) methods[name] = original;
  }
  return calls;
}

/** The same strokes by PDFKit alone: no line is broken, no text measured, nothing tagged. */
export function replay(calls: readonly Call[], createdAt: Date): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    info: { CreationDate: createdAt },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Uint8Array>((resolve) => {
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
  const methods = document as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  for (const [name, args] of calls) methods[name]?.(...args);
  document.end();
  return ended;
}
