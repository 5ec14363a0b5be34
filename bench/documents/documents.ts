import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import * as fontkit from "fontkit";
import type { AgreementContent } from "../../server/agreements/agreementContent.ts";
import { composeAgreement } from "../../server/agreements/agreementContent.ts";
import { drawAgreement } from "../../server/agreements/agreementPdf.ts";
import { createDocuments } from "../../server/documents.ts";
import { createLog } from "../../server/log.ts";
import { sharedFont } from "../../server/pdf/fonts.ts";
import { createSealer } from "../../server/seal/index.ts";
import { buildAgreementFacts } from "../../tests/documents/agreementFacts.ts";
import { launchChromium } from "../../tests/support/browser.ts";
import { report } from "../report.ts";
import { drawBare, type Fonts } from "./barePdfkit.ts";
import { htmlOf, printOptions } from "./htmlPage.ts";
import { recordStrokes } from "./strokes.ts";

const ROUNDS = 40;
const PRINTED = 15;
const DRAWN_AT_ONCE = 20;
/** Promised in docs: what a request may wait for a document, and for a seal. */
const LIMIT = { stallMs: 20, sealMs: 150 };

/**
 * Drawing and sealing an agreement of seven pages with 36 instalments, in turns with the bare work, fastest round each.
 *
 * Bare PDFKit: a program that makes the same pages by PDFKit's own calls, one `text` a line, with the tags, language,
 * title and fixed date that ours has and the same two fonts subset into the file, parsed once and kept. It is told where
 * every line stands and which words are on it, so it breaks no line, lays out no table and measures nothing. Against it
 * once with the fonts as fontkit gives them, as any program has them, and once with the faster ones of server/pdf.
 *
 * Chromium: started, warm and with its page open before; timed is setting the page's HTML and printing it tagged, with
 * header and page numbers, in the Song face installed on the machine. Nothing is fetched.
 */
export async function benchDocuments(): Promise<void> {
  const content = sampleContent();
  const createdAt = new Date(content.createdAt);
  const strokes = await recordStrokes(() => drawAgreement(content));
  const [asParsed, ofOurs] = [fontsAsParsed(), fontsOfOurs()];
  const [ours = 0, bare = 0, bareOnOurs = 0] = await sideBySide(ROUNDS, [
    () => drawAgreement(content),
    () => drawBare(strokes, asParsed, createdAt),
    () => drawBare(strokes, ofOurs, createdAt),
  ]);
  report("documents: an agreement drawn, bare PDFKit", "ms", { ours, floor: bare });
  report("documents: an agreement drawn, bare PDFKit on our fonts", "ms", { ours, floor: bareOnOurs });
  await againstChromium(content);
  report("documents: longest stall while 20 are drawn, limit", "ms", {
    ours: await stall(content),
    floor: LIMIT.stallMs,
  });
  report("documents: a seal, limit", "ms", { ours: await sealing(content), floor: LIMIT.sealMs });
}

function fontsAsParsed(): Fonts {
  const parse = (file: string) => {
    const font = fontkit.create(readFileSync(createRequire(import.meta.url).resolve(file)));
    if (!("glyphForCodePoint" in font)) throw new Error(`${file} is a collection`);
    return font;
  };
  return {
    regular: parse("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
    bold: parse("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
  };
}

function fontsOfOurs(): Fonts {
  return { regular: sharedFont("regular").source, bold: sharedFont("bold").source };
}

function sampleContent(): AgreementContent {
  const composed = composeAgreement(buildAgreementFacts());
  if (!composed.ok) throw new Error("the sample agreement does not compose");
  return composed.content;
}

/** The fastest of many rounds, one after the other in turn: others use this machine too. */
async function sideBySide(rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [place, work] of works.entries()) {
      const start = performance.now();
      await work();
      best[place] = Math.min(best[place] ?? 0, performance.now() - start);
    }
  }
  return best;
}

async function againstChromium(content: AgreementContent): Promise<void> {
  const browser = await launchChromium();
  if (browser === null) return;
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const [html, options] = [htmlOf(content), printOptions(content)];
  const [ours = 0, floor = 0] = await sideBySide(PRINTED, [
    () => drawAgreement(content),
    async () => {
      await page.setContent(html, { waitUntil: "load" });
      await page.pdf(options);
    },
  ]);
  await browser.close();
  report("documents: an agreement drawn, Chromium printing", "ms", { ours, floor });
}

/** How long the main thread was ever kept from its work. */
async function stall(content: AgreementContent): Promise<number> {
  const documents = createDocuments();
  await documents.draw("agreement", content);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    await Promise.all(Array.from({ length: DRAWN_AT_ONCE }, () => documents.draw("agreement", content)));
    delays.disable();
    best = Math.min(best, delays.max / 1e6);
  }
  await documents.close();
  return best;
}

async function sealing(content: AgreementContent): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "parley-bench-"));
  const none = { p12Path: undefined, p12Passphrase: "", tsaUrl: undefined, tsaRootPath: undefined };
  const sealer = await createSealer(none, folder, createLog("silent"));
  const { bytes } = await drawAgreement(content);
  const words = {
    at: new Date(),
    reason: "x",
    location: "y",
    verifyUrl: "https://example.org/verify?document=x",
  };
  const [best = 0] = await sideBySide(ROUNDS, [() => sealer.sealPdf(bytes, words)]);
  await sealer.close();
  rmSync(folder, { recursive: true, force: true });
  return best;
}
