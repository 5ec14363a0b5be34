import { expect } from "chai";
import { sealBytes, upgradeBytes } from "../../../server/seal/sealing.ts";
import { certificatesOf } from "../../../server/seal/signer.ts";
import { makeSealKeys } from "../../support/sealKeys.ts";
import { aDocument, VERIFY_URL } from "../../support/sealTools.ts";
import { signatureDigits, unnoticedFlips } from "../../support/tampering.ts";
import { startTimestampServer } from "../../support/timestampServer.ts";

describe("a thousand bits turned, one at a time", function () {
  this.timeout(1_800_000);

  for (const kind of ["rsa", "ec"] as const) {
    it(`are all noticed under a key of kind ${kind}, with no record to look at`, async () => {
      const { p12, passphrase, root } = makeSealKeys({ kind });
      const words = { reason: "x", location: "y", verifyUrl: VERIFY_URL, at: new Date().toISOString() };
      const signer = { kind: "p12", p12, passphrase } as const;
      const { bytes } = await sealBytes({ ...words, bytes: await aDocument(), signer, timestamp: null });
      const roots = certificatesOf(root);
      expect(await unnoticedFlips(bytes, roots, { count: 1000, seed: 11 })).to.deep.equal([]);
      const places = signatureDigits(bytes);
      expect(await unnoticedFlips(bytes, roots, { count: 1000, seed: 13, places })).to.deep.equal([]);
    });
  }

  it("are all noticed in a file with a timestamp", async () => {
    const tsa = await startTimestampServer();
    const { p12, passphrase, root } = makeSealKeys();
    const roots = certificatesOf(root);
    const words = { reason: "x", location: "y", verifyUrl: VERIFY_URL, at: new Date().toISOString() };
    const signer = { kind: "p12", p12, passphrase } as const;
    const { bytes } = await sealBytes({ ...words, bytes: await aDocument(), signer, timestamp: null });
    const stamped = await upgradeBytes({
      bytes,
      roots,
      timestamp: { url: tsa.url, timeoutMs: 4000, roots: null },
    });
    await tsa.close();
    expect(await unnoticedFlips(stamped, roots, { count: 1000, seed: 12 })).to.deep.equal([]);
    const places = signatureDigits(stamped);
    expect(await unnoticedFlips(stamped, roots, { count: 1000, seed: 14, places })).to.deep.equal([]);
  });
});
