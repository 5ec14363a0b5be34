import { expect } from "chai";
import { compareFiles } from "../../../server/seal/compare.ts";
import { inspectFile } from "../../../server/seal/inspect.ts";
import { sealBytes, upgradeBytes } from "../../../server/seal/sealing.ts";
import { certificatesOf } from "../../../server/seal/signer.ts";
import { makeSealKeys } from "../../support/sealKeys.ts";
import { aDocument, flipped, pdfsig, rewrittenByQpdf, VERIFY_URL } from "../../support/sealTools.ts";
import { incrementallyEdited, signatureDigits, unnoticedFlips } from "../../support/tampering.ts";
import { startTimestampServer, type TimestampServer } from "../../support/timestampServer.ts";

describe("a sealed file that was tampered with", function () {
  this.timeout(60_000);
  let tsa: TimestampServer;
  let sealed: Uint8Array;
  let stamped: Uint8Array;
  let roots: Uint8Array[];
  let rootPem: string;

  before(async () => {
    tsa = await startTimestampServer();
    const { p12, passphrase, root } = makeSealKeys();
    rootPem = root;
    roots = certificatesOf(root);
    const words = { reason: "x", location: "y", verifyUrl: VERIFY_URL, at: new Date().toISOString() };
    const signer = { kind: "p12", p12, passphrase } as const;
    sealed = (await sealBytes({ ...words, bytes: await aDocument(), signer, timestamp: null })).bytes;
    const timestamp = { url: tsa.url, timeoutMs: 2000, roots: null };
    stamped = await upgradeBytes({ bytes: sealed, roots, timestamp });
  });
  after(() => tsa.close());

  const check = async (bytes: Uint8Array) => (await inspectFile(bytes, roots)).report;

  it("is noticed wherever one bit is turned", async () => {
    expect(await unnoticedFlips(sealed, roots, { count: 60, seed: 7 })).to.deep.equal([]);
  });

  it("is noticed at every byte of the signature's own string", async () => {
    const from = Buffer.from(sealed).indexOf("/Contents <") + 10;
    const to = Buffer.from(sealed).indexOf(">", from);
    const missed: number[] = [];
    // The structure itself, thinned out, and the empty room behind it.
    for (let at = from; at < to; at += at < from + 9000 ? 97 : 4001) {
      if ((await check(flipped(sealed, at, at % 7))).verdict === "unaltered") missed.push(at);
    }
    expect(missed).to.deep.equal([]);
  });

  it("is noticed in capitals, and in a length that takes in the empty room behind", async () => {
    const file = Buffer.from(sealed);
    const digits = signatureDigits(sealed);
    const issuer = Buffer.from("Test Seal Intermediate").toString("hex").toUpperCase();
    // The name stands in the certificate, which is signed, and beside the signature, where nothing signs it.
    const named = file.lastIndexOf(issuer, digits.at(-1));
    expect((await check(flipped(sealed, named, 1))).verdict).to.equal("altered");
    // `30 82 0C 29`: a greater length, and the zeros that follow count as part of it.
    for (const place of [4, 5, 6, 7].map((digit) => digits[0]! + digit))
      for (let bit = 0; bit < 3; bit++)
        expect((await check(flipped(sealed, place, bit))).verdict, `${place} ${bit}`).to.equal("altered");
  });

  it("is altered when it was edited and saved, though pdfsig calls the signature valid", async () => {
    for (const file of [sealed, stamped]) {
      const edited = await incrementallyEdited(file);
      expect(pdfsig(edited, rootPem)).to.contain("Signature is Valid.");
      const report = await check(edited);
      expect(report.verdict).to.equal("altered");
      expect(report.faults).to.include("bytes_after_seal");
      const changes = compareFiles(file, edited);
      const appended = {
        kind: "appended",
        from: file.length,
        bytes: edited.length - file.length,
        revisions: 1,
      };
      expect(changes).to.deep.equal([appended]);
    }
  });

  it("is altered when an edit is hidden under a timestamp that anybody can get", async () => {
    const edited = await incrementallyEdited(sealed);
    const timestamp = { url: tsa.url, timeoutMs: 2000, roots: null };
    const refused = await upgradeBytes({ bytes: edited, roots, timestamp }).catch((error: unknown) =>
      String(error),
    );
    expect(refused).to.contain("content_after_seal");
  });

  it("is altered when written anew by qpdf", async () => {
    for (const how of ["preserve", "generate"] as const) {
      const { report, codes } = await inspectFile(rewrittenByQpdf(sealed, how), roots);
      expect(report.verdict).to.equal("altered");
      if (how === "preserve") expect(codes).to.deep.equal(["7K3M9QTX2ABCD4EF"]);
    }
  });

  it("is altered when cut off, or when bytes stand behind its end", async () => {
    expect((await check(sealed.subarray(0, sealed.length - 1))).verdict).to.equal("altered");
    expect((await check(new Uint8Array([...sealed, 10]))).faults).to.deep.equal(["bytes_after_seal"]);
    expect((await check(stamped.subarray(0, stamped.length - 40))).verdict).to.equal("altered");
  });

  it("says where bytes were changed", () => {
    const changed = flipped(flipped(sealed, 2000, 0), 9000, 1);
    expect(compareFiles(sealed, changed).map((change) => "from" in change && change.from)).to.deep.equal([
      2000, 9000,
    ]);
    const gap = Buffer.from(sealed).indexOf("/Contents <") + 40;
    expect(compareFiles(sealed, flipped(sealed, gap, 0))).to.deep.equal([
      { kind: "changed", from: gap, to: gap + 1, place: "seal" },
    ]);
  });

  it("says that a file was written anew", () => {
    for (const how of ["preserve", "generate"] as const) {
      expect(compareFiles(sealed, rewrittenByQpdf(sealed, how))).to.deep.equal([{ kind: "rewritten" }]);
    }
  });

  it("is another's when our seal was cut out of it into a file of theirs", async () => {
    const theirs = Buffer.concat([await aDocument(), Buffer.from(sealed).subarray(-70_000)]);
    expect((await check(new Uint8Array(theirs))).verdict).to.not.equal("unaltered");
  });

  for (const [name, bytes] of [
    ["nothing", new Uint8Array()],
    ["noise", crypto.getRandomValues(new Uint8Array(5000))],
    ["a picture", new Uint8Array(Buffer.from("89504e470d0a1a0a", "hex"))],
  ] as const) {
    it(`is no PDF: ${name}`, async () => {
      expect(await check(bytes)).to.deep.include({ verdict: "unreadable", faults: ["not_pdf"] });
    });
  }

  it("is nobody's: a PDF without a seal", async () => {
    expect(await check(await aDocument())).to.deep.include({ verdict: "not_ours", faults: ["no_seal"] });
  });
});
