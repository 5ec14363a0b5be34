import { createHash, type Hash } from "node:crypto";
import { PDF, PdfArray, PdfDict, PdfRef, PdfStream, type PdfObject } from "@libpdf/core";

/**
 * Do two revisions of a file show the same document, apart from validation data and document timestamps? That is all
 * that may be added behind a seal.
 */
export async function continuesUnchanged(before: Uint8Array, after: Uint8Array): Promise<boolean> {
  try {
    return (await digestOf(before)) === (await digestOf(after));
  } catch {
    return false;
  }
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDF.load(new Uint8Array(bytes));
  // A file that had to be guessed together is not one that we wrote.
  if (pdf.recoveredViaBruteForce || pdf.isEncrypted) throw new Error("the file is not as we write it");
  const walk = new Walk((ref) => pdf.context.resolve(ref));
  const catalog = pdf.getCatalog();
  walk.dict(catalog, ["DSS", "AcroForm"]);
  const form = walk.resolved(catalog.get("AcroForm"));
  if (form instanceof PdfDict) {
    walk.dict(form, ["Fields"]);
    const fields = walk.resolved(form.get("Fields"));
    for (const field of fields instanceof PdfArray ? fields : [])
      if (!walk.isTimestamp(field)) walk.value(field);
  }
  walk.text(
    [pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), (pdf.getKeywords() ?? []).join(" ")].join("\n"),
  );
  return walk.digest();
}

/** Everything reachable, in one order, each object once. No recursion: a hostile file nests as deep as it likes. */
class Walk {
  readonly #hash: Hash = createHash("sha256");
  readonly #numbers = new Map<string, number>();
  readonly #resolve: (ref: PdfRef) => PdfObject | null;

  constructor(resolve: (ref: PdfRef) => PdfObject | null) {
    this.#resolve = resolve;
  }

  resolved(object: PdfObject | undefined): PdfObject | null {
    return object instanceof PdfRef ? this.#resolve(object) : (object ?? null);
  }

  text(text: string): void {
    this.#hash.update(`${text.length}:${text}`);
  }

  value(object: PdfObject | null): void {
    const waiting: (PdfObject | string | null)[] = [object];
    while (waiting.length > 0) {
      const next = waiting.pop();
      if (typeof next === "string") this.#hash.update(next);
      else waiting.push(...this.#open(next ?? null));
    }
  }

  dict(dict: PdfDict, without: readonly string[]): void {
    for (const key of keysOf(dict)) {
      if (without.includes(key)) continue;
      this.text(key);
      this.value(dict.get(key) ?? null);
    }
  }

  /** An invisible field that holds a document timestamp and nothing that acts. */
  isTimestamp(object: PdfObject): boolean {
    const field = this.resolved(object);
    if (!(field instanceof PdfDict) || ["A", "AA", "Kids", "AP"].some((key) => field.has(key))) return false;
    const value = this.resolved(field.get("V"));
    const rect = this.resolved(field.get("Rect"));
    const invisible =
      rect instanceof PdfArray &&
      Array.from(rect).every((side) => side.type === "number" && side.value === 0);
    return invisible && value instanceof PdfDict && value.getName("Type")?.value === "DocTimeStamp";
  }

  digest(): string {
    return this.#hash.digest("hex");
  }

  /** Writes what is plain; answers, last first, what is still to be written. */
  #open(object: PdfObject | null): (PdfObject | string | null)[] {
    if (object === null) return ["null"];
    if (object instanceof PdfRef) {
      const key = `${object.objectNumber} ${object.generation}`;
      const known = this.#numbers.get(key);
      if (known !== undefined) return [`#${known}`];
      this.#numbers.set(key, this.#numbers.size);
      return [this.#resolve(object)];
    }
    if (object instanceof PdfArray) return ["]", ...Array.from(object).reverse(), "["];
    if (object instanceof PdfDict) {
      const parts = keysOf(object).flatMap((key) => [`/${key.length}:${key}`, object.get(key) ?? null]);
      if (object instanceof PdfStream) this.#hash.update("stream").update(object.data);
      return [">>", ...parts.reverse(), "<<"];
    }
    return [plain(object)];
  }
}

function keysOf(dict: PdfDict): string[] {
  return Array.from(dict.keys(), (key) => key.value).sort();
}

function plain(object: PdfObject): string {
  if (object.type === "string") return `(${Buffer.from(object.bytes).toString("hex")})`;
  return "value" in object ? `${object.type} ${String(object.value)}` : object.type;
}
