import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { AgreementContent } from "../../server/agreements/agreementContent.ts";
import { composeAgreement } from "../../server/agreements/agreementContent.ts";
import { drawAgreement } from "../../server/agreements/agreementPdf.ts";
import { createDocuments } from "../../server/documents.ts";
import { createLog } from "../../server/log.ts";
import type { Block } from "../../server/pdf/blocks.ts";
import { createSealer } from "../../server/seal/index.ts";
import { buildAgreementFacts } from "../../tests/documents/agreementFacts.ts";
import { launchChromium } from "../../tests/support/browser.ts";
import { report } from "../report.ts";
import { recordStrokes, replay } from "./recording.ts";

const ROUNDS = 15;
const DRAWN_AT_ONCE = 20;
/** Promised in docs: what a request may wait for a document, and for a seal. */
const LIMIT = { stallMs: 20, sealMs: 150 };

/** Drawing and sealing an agreement, against the bare work: PDFKit alone, and a browser that prints an equal page. */
export async function benchDocuments(): Promise<void> {
  const content = sampleContent();
  const calls = await recordStrokes(() => drawAgreement(content));
  const createdAt = new Date(content.createdAt);
  const [ours = 0, bare = 0] = await sideBySide(
    () => drawAgreement(content),
    () => replay(calls, createdAt),
  );
  report("documents: an agreement drawn, bare PDFKit", "ms", { ours, floor: bare });
  const chromium = await printed(htmlOf(content));
  if (chromium !== null)
    report("documents: an agreement drawn, Chromium printing", "ms", { ours, floor: chromium });
  report("documents: longest stall while 20 are drawn, limit", "ms", {
    ours: await stall(content),
    floor: LIMIT.stallMs,
  });
  report("documents: a seal, limit", "ms", { ours: await sealing(content), floor: LIMIT.sealMs });
}

function sampleContent(): AgreementContent {
  const composed = composeAgreement(buildAgreementFacts());
  if (!composed.ok) throw new Error("the sample agreement does not compose");
  return composed.content;
}

/** The fastest of many rounds, one after the other in turn: others use this machine too. */
async function sideBySide(...works: (() => Promise<unknown>)[]): Promise<number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [place, work] of works.entries()) {
      const start = performance.now();
      await work();
      best[place] = Math.min(best[place] ?? 0, performance.now() - start);
    }
  }
  return best;
}

async function printed(html: string): Promise<number | null> {
  const browser = await launchChromium();
  if (browser === null) return null;
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const [best = 0] = await sideBySide(async () => {
    await page.setContent(html, { waitUntil: "load" });
    await page.pdf({ format: "A4", printBackground: true });
  });
  await browser.close();
  return best;
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
  const none = { p12Path: undefined, p12Passphrase: "", tsaUrl: undefined };
  const sealer = await createSealer(none, folder, createLog("silent"));
  const { bytes } = await drawAgreement(content);
  const words = {
    at: new Date(),
    reason: "x",
    location: "y",
    verifyUrl: "https://example.org/verify?document=x",
  };
  const [best = 0] = await sideBySide(() => sealer.sealPdf(bytes, words));
  await sealer.close();
  rmSync(folder, { recursive: true, force: true });
  return best;
}

/** The same words and tables, for a browser to print in the fonts of this machine. */
function htmlOf({ title, blocks, copies }: AgreementContent): string {
  const style = `body{font:12pt/1.75 "Noto Serif CJK SC",serif;text-align:justify}td{border:.5pt solid;padding:2pt}`;
  const body = blocks.map(htmlOfBlock).join("");
  return `<!doctype html><html lang="zh-CN"><style>${style}</style><h1>${title}</h1>${body}<p>${copies}</p></html>`;
}

function htmlOfBlock(block: Block): string {
  if (block.kind === "table") {
    const { rows, columns } = block.table;
    const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join("");
    const all = [columns.map(({ header }) => header), ...rows];
    return `<table>${all.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
  }
  return "text" in block ? `<p>${block.text}</p>` : "";
}
