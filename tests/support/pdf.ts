import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import sharp from "sharp";

/** Runs `use` with the bytes written to a file of their own. */
function withFile<T>(bytes: Uint8Array, use: (file: string, dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), "parley-pdf-"));
  const file = join(dir, "document.pdf");
  try {
    writeFileSync(file, bytes);
    return use(file, dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Text as a court's software would extract it; one page, or all. */
export function textOf(bytes: Uint8Array, page?: number): string {
  const range = page === undefined ? [] : ["-f", String(page), "-l", String(page)];
  return withFile(bytes, (file) =>
    execFileSync("pdftotext", ["-raw", ...range, file, "-"], { encoding: "utf8" }),
  );
}

/** The same without any white space, since justified lines end anywhere. */
export function wordsOf(bytes: Uint8Array, page?: number): string {
  return textOf(bytes, page).replace(/\s/g, "");
}

export function pagesOf(bytes: Uint8Array): number {
  const info = withFile(bytes, (file) => execFileSync("pdfinfo", [file], { encoding: "utf8" }));
  return Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
}

/** What `pdfinfo` says, as `key → value`. */
export function infoOf(bytes: Uint8Array): Map<string, string> {
  const info = withFile(bytes, (file) => execFileSync("pdfinfo", [file], { encoding: "utf8" }));
  return new Map(
    info.split("\n").map((line) => [line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 1).trim()]),
  );
}

/** Share of dark dots on each page drawn at 50 dpi. */
export function inkOf(bytes: Uint8Array): number[] {
  return withFile(bytes, (file, dir) => {
    execFileSync("pdftoppm", ["-r", "50", "-gray", file, join(dir, "page")]);
    return readdirSync(dir)
      .filter((name) => name.endsWith(".pgm"))
      .sort()
      .map((name) => {
        const { pixels } = readPgm(readFileSync(join(dir, name)));
        let dark = 0;
        for (const value of pixels) if (value < 160) dark++;
        return dark / pixels.length;
      });
  });
}

/** What the QR codes on a page say. */
export function qrCodesOf(bytes: Uint8Array, page: number): string[] {
  return withFile(bytes, (file, dir) => {
    const target = join(dir, "page");
    execFileSync("pdftoppm", [
      "-r",
      "200",
      "-png",
      "-f",
      `${page}`,
      "-l",
      `${page}`,
      "-singlefile",
      file,
      target,
    ]);
    return execFileSync("zbarimg", ["-q", "--raw", `${target}.png`], { encoding: "utf8", stdio: "pipe" })
      .trim()
      .split("\n");
  });
}

/** The same file with every page turned clockwise. */
export function rotated(bytes: Uint8Array, degrees: number): Uint8Array {
  return withFile(bytes, (file, dir) => {
    const out = join(dir, "turned.pdf");
    execFileSync("qpdf", [file, out, `--rotate=+${degrees}`]);
    return new Uint8Array(readFileSync(out));
  });
}

/**
 * A page as 60 × 60 grey dots, for comparing where things are. With a frame (points from the edges), only what lies
 * in the middle of it, at the proportions of A4.
 */
export async function pictureOf(
  bytes: Uint8Array,
  page: number,
  frame: { side: number; top: number; bottom: number } = { side: 0, top: 0, bottom: 0 },
): Promise<Uint8Array> {
  const { width, height, pixels } = withFile(bytes, (file, dir) => {
    const target = join(dir, "page");
    execFileSync("pdftoppm", [
      "-r",
      "72",
      "-gray",
      "-f",
      `${page}`,
      "-l",
      `${page}`,
      "-singlefile",
      file,
      target,
    ]);
    return readPgm(readFileSync(`${target}.pgm`));
  });
  const room = { width: width - 2 * frame.side, height: height - frame.top - frame.bottom };
  const proportion = width > height ? 841.89 / 595.28 : 595.28 / 841.89;
  const used = { width: Math.min(room.width, room.height * proportion), height: 0 };
  used.height = used.width / proportion;
  const picture = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .extract({
      left: Math.round(frame.side + (room.width - used.width) / 2),
      top: Math.round(frame.top + (room.height - used.height) / 2),
      width: Math.floor(used.width),
      height: Math.floor(used.height),
    })
    .resize(60, 60, { fit: "fill" })
    .greyscale()
    .raw()
    .toBuffer();
  return new Uint8Array(picture);
}

/** Named and explicit link targets per page, as qpdf sees them: page (from 1) → target pages (from 1). */
export function linksOf(bytes: Uint8Array): Map<number, number[]> {
  const json: QpdfJson = withFile(bytes, (file) =>
    JSON.parse(
      execFileSync("qpdf", ["--json", "--json-key=pages", "--json-key=qpdf", file], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      }),
    ),
  );
  const objects = json.qpdf[1];
  const get = (value: unknown): unknown =>
    typeof value === "string" && value.endsWith(" R")
      ? get(objects[`obj:${value}`]?.value ?? objects[`obj:${value}`]?.stream)
      : value;
  const pageOf = new Map(json.pages.map((page, index) => [page.object, index + 1]));
  const names = destinationNames(get, objects);
  const links = new Map<number, number[]>();
  for (const [index, page] of json.pages.entries()) {
    const dict = record(get(page.object));
    const annotations = list(get(dict["/Annots"] ?? []));
    const targets = annotations.flatMap((annotation) => {
      const entry = record(get(annotation));
      if (entry["/Subtype"] !== "/Link") return [];
      const action = record(get(entry["/A"] ?? {}));
      const wanted = get(action["/D"] ?? entry["/Dest"]);
      const dest = typeof wanted === "string" ? names.get(wanted) : wanted;
      const target = list(dest ?? [])[0];
      return typeof target === "string" ? [pageOf.get(target) ?? 0] : [0];
    });
    if (targets.length > 0) links.set(index + 1, targets);
  }
  return links;
}

interface QpdfJson {
  pages: { object: string }[];
  qpdf: [unknown, Record<string, { value?: unknown; stream?: unknown }>];
}

function destinationNames(
  get: (value: unknown) => unknown,
  objects: QpdfJson["qpdf"][1],
): Map<string, unknown> {
  const names = new Map<string, unknown>();
  const root = record(get(record(record(objects["trailer"])["value"])["/Root"]));
  const walk = (node: unknown) => {
    const dict = record(get(node ?? {}));
    for (const kid of list(get(dict["/Kids"] ?? []))) walk(kid);
    const pairs = list(get(dict["/Names"] ?? []));
    for (let k = 0; k + 1 < pairs.length; k += 2) {
      const target = get(pairs[k + 1]);
      names.set(String(pairs[k]), Array.isArray(target) ? target : get(record(target)["/D"]));
    }
  };
  walk(record(get(root["/Names"] ?? {}))["/Dests"]);
  return names;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function readPgm(file: Buffer): { width: number; height: number; pixels: Buffer } {
  const head = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(file.subarray(0, 64).toString("latin1"));
  if (head === null) throw new Error("not a PGM picture");
  const [whole, width, height] = head;
  return { width: Number(width), height: Number(height), pixels: file.subarray(whole.length) };
}

/**
 * What must hold of every document: well-formed, fonts embedded and subset, text that extracts as ordinary Chinese,
 * and ink on each page.
 */
export function expectSoundPdf(bytes: Uint8Array, { ownFontsOnly = true } = {}): void {
  const check = withFile(bytes, (file) => spawnSync("qpdf", ["--check", file], { encoding: "utf8" }));
  expect(check.status, check.stdout + check.stderr).to.equal(0);
  const fonts = withFile(bytes, (file) => execFileSync("pdffonts", [file], { encoding: "utf8" }))
    .split("\n")
    .slice(2);
  const faulty = fonts.filter(
    (line) => line.trim() !== "" && !/\syes\s+yes\s+yes\s+\d+\s+\d+\s*$/.test(line),
  );
  if (ownFontsOnly) expect(faulty, "fonts not embedded, subset and mapped to Unicode").to.deep.equal([]);
  const text = textOf(bytes);
  expect(text, "Kangxi radicals in the text").to.not.match(/[\u2e80-\u2fdf]/u);
  expect(text, "replacement characters in the text").to.not.include("\ufffd");
  for (const [index, ink] of inkOf(bytes).entries())
    expect(ink, `ink on page ${index + 1}`).to.be.greaterThan(0.001);
}
