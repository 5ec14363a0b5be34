import { PDF, PdfArray, PdfRef, PdfStream } from "@libpdf/core";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

export const EXHIBIT_MIMES = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;
export type ExhibitMime = (typeof EXHIBIT_MIMES)[number];

/** What a person should know about a file that was accepted. */
export type ExhibitNote = "digitally_signed" | "recovered" | "owner_protected" | "form_flattened";

export type ExhibitRefusal =
  | "unsupported_type"
  | "password_protected"
  | "unreadable"
  | "no_pages"
  | "too_many_pages"
  | "image_too_large"
  | "animated_image";

export type Inspection =
  | { ok: true; mime: ExhibitMime; pageCount: number; notes: ExhibitNote[] }
  | { ok: false; code: ExhibitRefusal; params: Record<string, string | number> };

export type LoadedExhibit =
  | { kind: "pdf"; pdf: PDF; notes: ExhibitNote[] }
  | { kind: "picture"; jpeg: Buffer; width: number; height: number };

const MAX_PAGES = 1000;
const MAX_PIXELS = 80_000_000;
/** 300 dots an inch on A4: more is not asked for by courts and makes packets unwieldy. */
const LONGEST_SIDE = 3508;

/** Why a file cannot be an exhibit. */
export class ExhibitRefused extends Error {
  readonly code: ExhibitRefusal;
  readonly params: Record<string, string | number>;

  constructor(code: ExhibitRefusal, params: Record<string, string | number> = {}) {
    super(`exhibit refused: ${code}`);
    this.name = "ExhibitRefused";
    this.code = code;
    this.params = params;
  }
}

/** What a file is by its bytes, whatever its name says. */
export async function sniffExhibit(bytes: Uint8Array): Promise<ExhibitMime> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  const known = EXHIBIT_MIMES.find((mime) => mime === found);
  if (known !== undefined) return known;
  // Some scanners write a few bytes before the header, and readers accept that.
  if (found === undefined && Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return "application/pdf";
  throw new ExhibitRefused("unsupported_type", { found: found ?? "unknown" });
}

/** Reads an exhibit ready to be put on pages. Throws ExhibitRefused. */
export async function loadExhibit(bytes: Uint8Array): Promise<LoadedExhibit> {
  const mime = await sniffExhibit(bytes);
  return mime === "application/pdf" ? loadPdf(bytes) : loadPicture(bytes);
}

/** Looks into an uploaded file without keeping anything of it. */
export async function inspectExhibit({ bytes }: { bytes: Uint8Array }): Promise<Inspection> {
  try {
    const mime = await sniffExhibit(bytes);
    const loaded = await loadExhibit(bytes);
    if (loaded.kind === "picture") return { ok: true, mime, pageCount: 1, notes: [] };
    return { ok: true, mime, pageCount: loaded.pdf.getPageCount(), notes: loaded.notes };
  } catch (error) {
    if (error instanceof ExhibitRefused) return { ok: false, code: error.code, params: error.params };
    throw error;
  }
}

async function loadPdf(bytes: Uint8Array): Promise<LoadedExhibit> {
  const pdf = await PDF.load(bytes).catch((error: unknown) => {
    throw new ExhibitRefused("unreadable", { reason: reasonOf(error) });
  });
  if (pdf.isEncrypted && !pdf.isAuthenticated) throw new ExhibitRefused("password_protected");
  const pageCount = pdf.getPageCount();
  if (pageCount === 0) throw new ExhibitRefused("no_pages");
  if (pageCount > MAX_PAGES)
    throw new ExhibitRefused("too_many_pages", { pages: pageCount, most: MAX_PAGES });
  const notes: ExhibitNote[] = [];
  if (pdf.recoveredViaBruteForce) notes.push("recovered");
  if (pdf.isEncrypted) notes.push("owner_protected");
  if (Buffer.from(bytes).includes("/ByteRange")) notes.push("digitally_signed");
  try {
    // Values of form fields live outside the page content and would be lost when pages are placed on others.
    const form = pdf.getForm();
    if (form !== null && form.getFields().length > 0) {
      form.flatten();
      notes.push("form_flattened");
    }
    pdf.flattenAnnotations();
    for (let index = 0; index < pageCount; index++) contentOf(pdf, index);
  } catch (error) {
    throw new ExhibitRefused("unreadable", { reason: reasonOf(error) });
  }
  return { kind: "pdf", pdf, notes };
}

/** The decoded drawing instructions of a page. */
export function contentOf(pdf: PDF, index: number): Uint8Array {
  const resolve = (ref: PdfRef) => pdf.getObject(ref);
  const contents = pdf.getPage(index)?.dict.get("Contents", resolve);
  if (contents instanceof PdfStream) return balanced(contents.getDecodedData());
  if (!(contents instanceof PdfArray)) return new Uint8Array();
  const parts: Uint8Array[] = [];
  for (let k = 0; k < contents.length; k++) {
    const entry = contents.at(k);
    const stream = entry instanceof PdfRef ? pdf.getObject(entry) : entry;
    if (stream instanceof PdfStream) parts.push(stream.getDecodedData(), new Uint8Array([0x0a]));
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Flattening a page without content leaves a restore that nothing saved; readers then lose what follows. */
function balanced(content: Uint8Array): Uint8Array {
  const lead = /^\s*Q\s/.exec(Buffer.from(content.subarray(0, 16)).toString("latin1"));
  return lead === null ? content : content.subarray(lead[0].length);
}

/** Upright, opaque, without metadata, and no larger than a page needs. */
async function loadPicture(bytes: Uint8Array): Promise<LoadedExhibit> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
  const meta = await image.metadata().catch((error: unknown) => {
    if (/pixel limit/.test(reasonOf(error)))
      throw new ExhibitRefused("image_too_large", { most: MAX_PIXELS });
    throw new ExhibitRefused("unreadable", { reason: reasonOf(error) });
  });
  if (meta.width * meta.height > MAX_PIXELS)
    throw new ExhibitRefused("image_too_large", { most: MAX_PIXELS });
  if ((meta.pages ?? 1) > 1) throw new ExhibitRefused("animated_image", { frames: meta.pages ?? 1 });
  const { data, info } = await image
    .rotate()
    .flatten({ background: "#ffffff" })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new ExhibitRefused("unreadable", { reason: reasonOf(error) });
    });
  return { kind: "picture", jpeg: data, width: info.width, height: info.height };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
