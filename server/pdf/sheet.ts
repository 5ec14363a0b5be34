// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import PDFDocument from "pdfkit";
import { measure, setText, type TextStyle } from "./lettering.ts";
import { assertPrintable } from "./printable.ts";
import { drawVerifyMark, qrRuns, type VerifyMark } from "./verifyMark.ts";

export interface SheetOptions {
  title: string;
  /** Fixed from the content: equal content gives equal bytes. */
  createdAt: Date;
  /** Small line at the top of every page. */
  header?: string;
  /** Text at the foot, given the page number from 1 and the number of pages. */
  footer?: (page: number, pages: number) => string;
  /** Of the text, for a screen reader; Chinese unless told. */
  language?: "zh-CN" | "en";
  /** Code and QR at the foot of every page; the address also stands in the file's description. */
  verify?: VerifyMark;
  /** Light words across every page, for a copy that is not the final one. */
  watermark?: string;
}

export type { TextStyle } from "./lettering.ts";

const A4 = { width: 595.28, height: 841.89 };
/** 37 full-width characters of 12 points between the side margins. */
const MARGIN = { top: 74, bottom: 70, side: (A4.width - 444) / 2 };
const FOOTER_SIZE = 9;
/** Fits between the edges at its angle. */
const WATERMARK_WIDTH = 560;
/** Where the baseline lies in an ideograph's square, from its top. */
const BASELINE = 0.88;

/** One A4 document being drawn: a cursor, a structure tree, and the few strokes everything else is made of. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly left = MARGIN.side;
  readonly width = A4.width - 2 * MARGIN.side;
  readonly top = MARGIN.top;
  readonly bottom = A4.height - MARGIN.bottom;
  readonly root: PDFKit.PDFStructureElement;
  y = MARGIN.top;
  readonly #options: SheetOptions;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;
  /** Headers of single pages, in place of the sheet's own. */
  readonly #headers = new Map<number, string>();

  readonly #verify: { mark: VerifyMark; qr: ReturnType<typeof qrRuns> } | undefined;

  constructor(options: SheetOptions) {
    assertPrintable(options.title);
    this.#options = options;
    const mark = options.verify;
    this.#verify = mark === undefined ? undefined : { mark, qr: qrRuns(mark.url) };
    this.doc = new PDFDocument({
      size: "A4",
      margin: 0,
      autoFirstPage: false,
      // None of its own: reading its standard font costs as much as a page.
      font: "",
      bufferPages: true,
      pdfVersion: "1.7",
      tagged: true,
      lang: options.language ?? "zh-CN",
      displayTitle: true,
      info: {
        Title: options.title,
        CreationDate: options.createdAt,
        Creator: "Parley",
        Producer: "Parley",
        ...(options.verify === undefined ? {} : { Keywords: options.verify.url }),
      },
    });
    this.doc.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.doc.on("end", resolve);
      this.doc.on("error", reject);
    });
    this.root = this.doc.struct("Document", { title: options.title });
    this.doc.addStructure(this.root);
    this.newPage();
  }

  newPage(page: { landscape?: boolean; header?: string } = {}): void {
    const size = page.landscape === true ? [A4.height, A4.width] : [A4.width, A4.height];
    this.doc.addPage({ size, margin: 0 });
    this.y = this.top;
    if (page.header !== undefined) this.#headers.set(this.pageCount - 1, page.header);
  }

  get pageCount(): number {
    return this.doc.bufferedPageRange().count;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  /** Starts a new page unless `height` points are left, so that what follows is not torn apart. */
  keep(height: number): void {
    if (this.room < height && this.y > this.top) this.newPage();
  }

  measure(text: string, style: TextStyle): number {
    return measure(text, style);
  }

  /** One line of text in a band `height` high, its ideographs centred in the band. Call inside a structure closure. */
  line(text: string, x: number, top: number, height: number, style: TextStyle, spacing = 0): void {
    const baseline = top + (height - style.size) / 2 + BASELINE * style.size;
    setText(this.doc, text, { x, baseline, spacing }, style);
  }

  /** A structure element under `parent`; `draw` puts its content on the current page. */
  element(tag: string, draw: () => void, parent: PDFKit.PDFStructureElement = this.root): void {
    const element = this.doc.struct(tag);
    parent.add(element);
    element.add(draw);
    element.end();
  }

  /** Lines, boxes and page furniture, which a screen reader passes over. */
  artifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  async finish(): Promise<{ bytes: Uint8Array; pageCount: number }> {
    const pages = this.pageCount;
    for (let page = 0; page < pages; page++) {
      this.doc.switchToPage(page);
      this.artifact("Pagination", () => this.#furniture(page, pages));
    }
    this.root.end();
    this.doc.end();
    await this.#ended;
    return { bytes: new Uint8Array(Buffer.concat(this.#chunks)), pageCount: pages };
  }

  #furniture(index: number, pages: number): void {
    const { footer, watermark } = this.#options;
    const header = this.#headers.get(index) ?? this.#options.header;
    const { width, height } = this.doc.page;
    const small: TextStyle = { size: FOOTER_SIZE, weight: "regular", color: "#444444" };
    if (header !== undefined) {
      this.line(header, this.left, 36, 14, small);
      this.doc
        .lineWidth(0.4)
        .moveTo(this.left, 53)
        .lineTo(width - this.left, 53)
        .stroke("#888888");
    }
    if (footer !== undefined) {
      const text = footer(index + 1, pages);
      this.line(text, (width - this.measure(text, small)) / 2, height - 42, 14, small);
    }
    if (this.#verify !== undefined) drawVerifyMark(this, this.#verify.mark, this.#verify.qr);
    if (watermark !== undefined) this.#watermark(watermark);
  }

  #watermark(text: string): void {
    const unscaled: TextStyle = { size: 54, weight: "bold", color: "#b00020" };
    const size = Math.min(54, (54 * WATERMARK_WIDTH) / this.measure(text, unscaled));
    const style = { ...unscaled, size };
    this.doc.save();
    this.doc.rotate(-35, { origin: [A4.width / 2, A4.height / 2] }).fillOpacity(0.1);
    this.line(text, (A4.width - this.measure(text, style)) / 2, A4.height / 2 - 40, 80, style);
    this.doc.restore();
  }
}
