import { expect } from "chai";
import sharp from "sharp";
import { createDocuments } from "../../server/documents.ts";
import type { Documents } from "../../server/documents.ts";
import { exhibitFile } from "./packetFacts.ts";

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#cde" } });

describe("looking into an uploaded exhibit", () => {
  let documents: Documents;
  before(() => (documents = createDocuments()));
  after(() => documents.close());
  const inspect = (bytes: Uint8Array) => documents.draw("inspectExhibit", { bytes });

  for (const [file, pageCount, notes] of [
    ["01_normal.pdf", 4, []],
    ["05_ownerpw_aes256.pdf", 4, ["owner_protected"]],
    ["09_no_trailer.pdf", 4, ["recovered"]],
    ["16_rotated.pdf", 4, []],
    ["18_form_ap.pdf", 1, ["form_flattened"]],
  ] as const)
    it(`accepts ${file}`, async () => {
      expect(await inspect(exhibitFile(file))).to.deep.equal({
        ok: true,
        mime: "application/pdf",
        pageCount,
        notes,
      });
    });

  it("refuses a file that needs a password", async () => {
    expect(await inspect(exhibitFile("07_userpw.pdf"))).to.deep.equal({
      ok: false,
      code: "password_protected",
      params: {},
    });
  });

  it("refuses a web page that calls itself a PDF", async () => {
    expect(await inspect(exhibitFile("14_html.pdf"))).to.include({ ok: false, code: "unsupported_type" });
  });

  it("refuses a PDF cut off in its first bytes", async () => {
    expect(await inspect(exhibitFile("01_normal.pdf").subarray(0, 300))).to.include({ ok: false });
  });

  for (const format of ["jpeg", "png", "webp"] as const)
    it(`accepts a ${format}`, async () => {
      const bytes = new Uint8Array(await picture().toFormat(format).toBuffer());
      expect(await inspect(bytes)).to.deep.equal({
        ok: true,
        mime: `image/${format}`,
        pageCount: 1,
        notes: [],
      });
    });

  it("refuses a picture that breaks off", async () => {
    const bytes = new Uint8Array(await picture().png().toBuffer());
    expect(await inspect(bytes.subarray(0, bytes.length - 30))).to.include({ ok: false, code: "unreadable" });
  });

  it("refuses an empty file", async () => {
    expect(await inspect(new Uint8Array())).to.include({ ok: false, code: "unsupported_type" });
  });
});
