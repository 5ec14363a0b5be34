import { expect } from "chai";
import { composeAgreement, type AgreementContent } from "../../server/agreements/agreementContent.ts";
import { agreementContentHash } from "../../server/agreements/agreementHash.ts";
import type { Documents } from "../../server/documents.ts";
import type { AgreementFacts } from "../../shared/agreements/facts.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { capitalYuan } from "../../shared/money/capitalYuan.ts";
import { inkOf, pagesOf, textOf } from "../support/pdf.ts";
import { buildSignature } from "./agreementFacts.ts";
import { HOSTILE_NAMES, variedFacts } from "./agreementVariety.ts";

/** The k-th agreement drawn and read back: ink on every page, every word and row in the text, and sums that add up there. */
export async function expectSoundAgreement(documents: Documents, k: number): Promise<void> {
  const facts = variedFacts(k);
  const content = contentOf(facts, k % 2 === 1);
  const { bytes, pageCount } = await documents.draw("agreement", content);
  expect(pagesOf(bytes), `pages of ${k}`).to.equal(pageCount);
  for (const [index, ink] of inkOf(bytes).entries())
    expect(ink, `ink on page ${index + 1} of ${k}`).to.be.greaterThan(0.0015);
  const text = textOf(bytes);
  expect(text, `odd characters in ${k}`).to.not.match(/[\ufffd\u2e80-\u2fdf\ue000-\uf8ff\ufb00-\ufb4f]/u);
  const words = withoutFurniture(text, content);
  for (const block of content.blocks) {
    if ("text" in block) expect(words, `clause of ${k}`).to.include(plain(block.text));
    if (block.kind !== "table") continue;
    const { rows, total = [], columns } = block.table;
    for (const row of rows) expect(words, `row of ${k}`).to.include(row.map(plain).join(""));
    for (const row of [...rows, total])
      for (const [index, amount] of row.entries())
        if (columns[index]?.align === "right")
          expect(text, `an amount broken over lines in ${k}`).to.include(amount);
  }
  expectSums(facts, text, k);
  if (k % 5 !== 0) return;
  const again = await documents.draw("agreement", structuredClone(content));
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes)), `bytes of ${k}`).to.equal(true);
}

/** A hostile name is refused by name where agreements are composed, and where they are drawn should it get that far. */
export async function expectHostileRefused(documents: Documents, k: number): Promise<void> {
  const name = HOSTILE_NAMES[k % HOSTILE_NAMES.length]!;
  const facts = variedFacts(k);
  const hostile = { ...facts, borrower: { ...facts.borrower, name } };
  const composed = composeAgreement(hostile);
  const faults = composed.ok ? [] : composed.missing;
  expect(
    faults.filter(({ field }) => field === "/borrower/name").map(({ why, detail }) => [why, detail]),
  ).to.deep.equal([["unprintable", oddCharacters(name)]]);
  // The drawing's own mark for a box is refused in people's words alone.
  if (name.includes("\ue000")) return;
  const content = contentOf(facts, false);
  const smuggled = { ...content, closing: { ...content.closing, borrower: name } };
  const drawn = await documents.draw("agreement", smuggled).catch((error: unknown) => error);
  expect(drawn).to.have.property("code", "text_unprintable");
}

function oddCharacters(name: string): string {
  return [
    ...new Set(
      Array.from(name).filter((character) => /[^\p{Script=Han}A-Za-z() ]|[⼀-⿕𪚥]/u.test(character)),
    ),
  ]
    .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
}

function contentOf(facts: AgreementFacts, sealed: boolean): AgreementContent {
  const composed = composeAgreement(facts);
  if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
  if (!sealed) return composed.content;
  const contentHash = agreementContentHash(composed.content);
  const { platform, borrower, mediator } = facts;
  const signers = { platform: platform.signatory.name, borrower: borrower.name, mediator: mediator.name };
  const signatures = (["platform", "borrower", "mediator"] as const).map((party) =>
    buildSignature({ party, contentHash, signerName: signers[party] }),
  );
  const seal = { sealedAt: "2026-11-21T06:00:00.000Z", sealedBy: "赵敏" };
  const signed = composeAgreement(facts, { stage: "sealed", signatures, seal });
  if (!signed.ok) throw new Error(JSON.stringify(signed.missing));
  return signed.content;
}

/** What is printed on each page around the text is taken out, so that a paragraph reads on over a page's end. */
function withoutFurniture(text: string, { centreName, title, number }: AgreementContent): string {
  return plain(text)
    .replaceAll(/第\d+页共\d+页/g, "")
    .replaceAll(plain(`${centreName}${title}编号：${number}`), "")
    .replaceAll("供审阅未签署", "");
}

function plain(text: string): string {
  return text.replace(/[\s\u3000\f]/g, "");
}

/** The schedule as a reader of the PDF would add it up. */
function expectSums({ schedule }: AgreementFacts, text: string, k: number): void {
  const { rows, totals } = schedule;
  const withInterest = totals.agreedInterestFen > 0;
  const line = withInterest
    ? /^(?:首付款|\d+) \d+年\d+月\d+日\*? ([\d,.]+) ([\d,.]+) ([\d,.]+) ([\d,.]+)$/gm
    : /^(?:首付款|\d+) \d+年\d+月\d+日\*? ([\d,.]+) ([\d,.]+)$/gm;
  const read = Array.from(text.matchAll(line), (match) => match.slice(1).map(fenOf));
  expect(read.length, `rows of ${k}`).to.equal(rows.length);
  const column = (index: number) => read.reduce((sum, amounts) => sum + (amounts[index] ?? NaN), 0);
  expect(column(withInterest ? 2 : 0), `sum of ${k}`).to.equal(totals.totalFen);
  if (withInterest) expect(column(0) + column(1)).to.equal(totals.totalFen);
  expect(read.at(-1)?.at(-1)).to.equal(0);
  const stated = plain(text);
  for (const amount of [totals.statementFen, totals.totalFen])
    expect(stated).to.include(`人民币${formatYuan(amount)}元（大写：${capitalYuan(amount)}）`);
}

function fenOf(figures: string): number {
  return Number(figures.replace(/[,.]/g, ""));
}
