import { createHash } from "node:crypto";
import { expect } from "chai";
import sharp from "sharp";
import { composeTerminationCertificate } from "../../server/cases/terminationCertificateContent.ts";
import { createDocuments } from "../../server/documents.ts";
import type { Documents } from "../../server/documents.ts";
import { buildManifest } from "../../server/escalations/manifest.ts";
import { composePacket } from "../../server/escalations/packetContent.ts";
import { NotShareable } from "../../server/escalations/packetFacts.ts";
import type { PacketFacts } from "../../server/escalations/packetFacts.ts";
import { zipPacket } from "../../server/escalations/packetZip.ts";
import {
  expectSoundPdf,
  inkOf,
  linksOf,
  pagesOf,
  pictureOf,
  qrCodesOf,
  rotated,
  textOf,
  wordsOf,
} from "../support/pdf.ts";
import { buildCertificateFacts } from "./certificateFacts.ts";
import { buildExhibit, buildPacketFacts, exhibitFile } from "./packetFacts.ts";

function compose(facts: PacketFacts) {
  const composed = composePacket(facts);
  if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
  return composed;
}

async function photo(): Promise<Uint8Array> {
  const words = '<svg width="800" height="500"><text x="40" y="250" font-size="90">PHOTO</text></svg>';
  const image = sharp({ create: { width: 800, height: 500, channels: 3, background: "#cde" } });
  return new Uint8Array(
    await image
      .composite([{ input: Buffer.from(words) }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer(),
  );
}

/** The part of a packet page that holds an exhibit's page, in points from the edges. */
const FRAME = { side: 24, top: 60, bottom: 52 };

/** Mean difference of two pictures' dots, 0 to 255. */
function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

describe("packet", () => {
  let documents: Documents;
  let facts: PacketFacts;
  let bytes: Uint8Array;
  let pages: Record<string, { from: number; to: number }>;

  before(async () => {
    documents = createDocuments();
    const certificate = composeTerminationCertificate(buildCertificateFacts());
    if (!certificate.ok) throw new Error(JSON.stringify(certificate.missing));
    const issued = await documents.draw("terminationCertificate", certificate.content);
    facts = buildPacketFacts({
      certificate: {
        number: certificate.content.number,
        endedOn: "2026-11-20",
        bytes: issued.bytes,
        sha256: "",
      },
      exhibits: [
        buildExhibit({ bytes: exhibitFile("01_normal.pdf") }),
        buildExhibit({ bytes: exhibitFile("05_ownerpw_aes256.pdf"), group: 2, name: "放款凭证" }),
        buildExhibit({ bytes: exhibitFile("09_no_trailer.pdf"), group: 3, name: "还款明细" }),
        buildExhibit({ bytes: exhibitFile("16_rotated.pdf"), group: 3, name: "欠款计算表" }),
        buildExhibit({ bytes: exhibitFile("18_form_ap.pdf"), group: 4, name: "催告函" }),
        buildExhibit({
          bytes: await photo(),
          mime: "image/jpeg",
          fileName: "照片.jpg",
          group: 4,
          name: "邮寄凭证",
        }),
      ],
    });
    const drawn = await documents.draw("packet", compose(facts).content);
    ({ bytes, pages } = drawn);
    expect(drawn.pageCount).to.equal(pagesOf(bytes));
  });
  after(() => documents.close());

  it("is one sound file with ink on every page", () => expectSoundPdf(bytes, { ownFontsOnly: false }));

  it("names on every page, once sealed, the code to verify it by, and leaves the exhibits room", async () => {
    const code = "7K3M-9QTX-2ABC-D4EF";
    const verify = { code, url: `https://example.org/verify?document=${code}`, development: false };
    const drawn = await documents.draw("packet", { ...compose(facts).content, verify });
    expectSoundPdf(drawn.bytes, { ownFontsOnly: false });
    for (let page = 1; page <= drawn.pageCount; page += 1)
      expect(wordsOf(drawn.bytes, page), `page ${page}`).to.contain(`核验码${code}`);
    for (const page of [1, drawn.pageCount]) expect(qrCodesOf(drawn.bytes, page)).to.include(verify.url);
  });

  it("numbers every page from the first and names each exhibit's own page", () => {
    const total = pagesOf(bytes);
    for (let page = 1; page <= total; page++)
      expect(wordsOf(bytes, page)).to.include(`第${page}页共${total}页`);
    for (const [key, { from, to }] of Object.entries(pages)) {
      if (!/^\d-\d$/.test(key)) continue;
      for (let page = from; page <= to; page++)
        expect(wordsOf(bytes, page), `page ${page}`).to.match(
          new RegExp(`^证据${key}.*第${page - from + 1}页／共${to - from + 1}页`),
        );
    }
  });

  it("links the index and the catalogue to the right pages", () => {
    const links = linksOf(bytes);
    const starts = [
      "memo",
      "complaint",
      "catalogue",
      "1-1",
      "2-1",
      "3-1",
      "3-2",
      "4-1",
      "4-2",
      "certificate",
    ].map((key) => pages[key]?.from);
    expect(links.get(1)).to.deep.equal(starts);
    expect(links.get(pages["catalogue"]!.from)).to.deep.equal(starts.slice(3, 9));
  });

  it("prints the page ranges it links to", () => {
    const words = wordsOf(bytes, 1);
    for (const key of ["memo", "complaint", "1-1", "3-2"])
      expect(words).to.include(`${pages[key]!.from}—${pages[key]!.to}`);
  });

  it("keeps what the exhibits show: text, form values and ink", () => {
    for (const key of ["1-1", "2-1", "3-1", "3-2"])
      expect(wordsOf(bytes, pages[key]!.from)).to.include("甲、乙双方确认");
    expect(textOf(bytes, pages["4-1"]!.from)).to.include("FILLED 128000");
    // A page scaled to 0.87 keeps about three quarters of its ink; a lost one keeps the stamp's only.
    const ink = inkOf(bytes);
    const original = inkOf(exhibitFile("01_normal.pdf"));
    for (const key of ["1-1", "2-1", "3-1", "3-2"])
      for (const [index, dark] of original.entries())
        expect(ink[pages[key]!.from - 1 + index], `${key} page ${index + 1}`).to.be.greaterThan(dark * 0.5);
  });

  for (const turn of [0, 90, 180, 270])
    it(`shows a page turned by ${turn} degrees the way its own file does`, async () => {
      const turned = rotated(exhibitFile("01_normal.pdf"), turn);
      const { content } = compose({
        ...facts,
        certificate: null,
        exhibits: [buildExhibit({ bytes: turned })],
      });
      const drawn = await documents.draw("packet", content);
      const placed = await pictureOf(drawn.bytes, drawn.pages["1-1"]!.from, FRAME);
      const original = await pictureOf(turned, 1);
      const upsideDown = original.toReversed();
      expect(difference(placed, original)).to.be.lessThan(6);
      expect(difference(placed, upsideDown)).to.be.greaterThan(8);
    });

  it("fills the complaint and the memo from the case", () => {
    const words = wordsOf(bytes);
    for (const part of [
      "民事起诉状（金融借款合同纠纷）",
      "姓名：阿卜杜拉·吐尔逊",
      "人民币48,199.10元（大写：肆万捌仟壹佰玖拾玖元壹角整）",
      "出生日期：1990年3月7日",
      "2029年8月3日",
      "1,004.98",
      "502.49",
      "334.99",
      "待代理律师确认",
      "放款日期或者期数不明，无法推算",
    ])
      expect(words, part).to.include(part);
  });

  it("gives the same bytes for the same facts, packet and ZIP", async () => {
    const { content, figures } = compose(facts);
    const again = await documents.draw("packet", content);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).to.equal(true);
    const first = await zipPacket(facts, figures, bytes);
    const second = await zipPacket(facts, figures, again.bytes);
    expect(second.sha256).to.equal(first.sha256);
  });

  it("lists every file of the ZIP with its hash, chained to one root", async () => {
    const { figures } = compose(facts);
    const { manifest, bytes: zip } = await zipPacket(facts, figures, bytes);
    expect(manifest.files.map(({ path }) => path)).to.include.members([
      "packet.pdf",
      "exhibits/1-1-contract.pdf",
      "exhibits/4-2-照片.jpg",
      "certificate.pdf",
      "complaint.json",
      "calculation.json",
      "calculation.csv",
    ]);
    const original = manifest.files.find(({ path }) => path === "exhibits/2-1-contract.pdf");
    const sha256 = createHash("sha256").update(exhibitFile("05_ownerpw_aes256.pdf")).digest("hex");
    expect(original?.sha256).to.equal(sha256);
    expect(Buffer.from(zip).includes("manifest.json")).to.equal(true);
    const altered = buildManifest(facts, [{ path: "packet.pdf", bytes: bytes.with(100, 0) }]);
    expect(altered.root).to.not.equal(buildManifest(facts, [{ path: "packet.pdf", bytes }]).root);
  });

  it("refuses an exhibit that may not leave the mediation, even when the type was got round", () => {
    for (const disclosure of ["without_prejudice", "mediator_private", "", undefined]) {
      const smuggled = { ...buildExhibit({ bytes: exhibitFile("01_normal.pdf") }), disclosure } as never;
      expect(() => composePacket({ ...facts, exhibits: [smuggled] })).to.throw(NotShareable);
    }
  });

  it("refuses an exhibit that cannot be opened, and says which", async () => {
    const { content } = compose({
      ...facts,
      exhibits: [buildExhibit({ bytes: exhibitFile("07_userpw.pdf") })],
    });
    const failure = await documents.draw("packet", content).catch((error: unknown) => error);
    expect(failure).to.deep.include({
      code: "password_protected",
      params: { exhibit: "1-1", name: "借款合同" },
    });
  });

  it("names everything that is missing", () => {
    const composed = composePacket({
      ...facts,
      attorney: { ...facts.attorney, phone: "" },
      defendant: { ...facts.defendant, registeredAddress: null, residentialAddress: null },
      exhibits: [buildExhibit({ bytes: exhibitFile("01_normal.pdf"), proves: "𪚥", purpose: " " })],
    });
    expect(composed.ok ? [] : composed.missing.map(({ field, why }) => `${field} ${why}`)).to.have.members([
      "/attorney/phone missing",
      "/defendant/residentialAddress missing",
      "/exhibits/0/purpose missing",
      "/exhibits/0/proves unprintable",
    ]);
  });
});
