import { expect } from "chai";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { developmentKey } from "../../../server/seal/developmentKey.ts";
import { inspectFile } from "../../../server/seal/inspect.ts";
import { sealBytes, upgradeBytes, type SealInput } from "../../../server/seal/sealing.ts";
import { certificatesOf, type SignerSettings } from "../../../server/seal/signer.ts";
import { makeSealKeys, type SealKeys } from "../../support/sealKeys.ts";
import { aDocument, opensslCms, opensslTs, pdfsig, VERIFY_URL } from "../../support/sealTools.ts";
import { expectSoundPdf } from "../../support/pdf.ts";
import {
  startTimestampServer,
  type TimestampMood,
  type TimestampServer,
} from "../../support/timestampServer.ts";

describe("sealing", function () {
  this.timeout(60_000);
  let tsa: TimestampServer;
  let document: Uint8Array;
  let rsa: SealKeys;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "parley-dev-"));
    [document, tsa] = [await aDocument(), await startTimestampServer()];
    rsa = makeSealKeys();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await tsa.close();
  });
  beforeEach(() => {
    tsa.mood = "good";
  });

  const signerOf = ({ p12, passphrase }: SealKeys): SignerSettings => ({ kind: "p12", p12, passphrase });
  const rootOf = (pem: string) => certificatesOf(pem).at(-1)!;
  function input(signer: SignerSettings, more: Partial<SealInput> = {}): SealInput {
    const words = { reason: "调解终止证明", location: "江州市金融纠纷人民调解委员会", verifyUrl: VERIFY_URL };
    return { bytes: document, signer, timestamp: null, at: new Date().toISOString(), ...words, ...more };
  }
  const stamped = () => ({ timestamp: { url: tsa.url, timeoutMs: 1500, roots: null } });

  for (const kind of ["rsa", "ec", "development"] as const) {
    it(`holds for pdfsig, openssl and ourselves with a key of kind ${kind}`, async () => {
      const pem = kind === "development" ? await developmentKey(folder) : null;
      const keys = pem === null ? (kind === "rsa" ? rsa : makeSealKeys({ kind: "ec" })) : null;
      const root = pem === null ? keys!.root : pem.slice(pem.lastIndexOf("-----BEGIN"));
      const { bytes, level } = await sealBytes(
        input(keys === null ? { kind: "pem", pem: pem! } : signerOf(keys)),
      );
      expect(level).to.equal("B-B");
      const said = pdfsig(bytes, root);
      expect(said).to.contain("Total document signed");
      expect(said).to.contain("Signature is Valid.");
      expect(said).to.contain("Certificate is Trusted.");
      expect(said).to.contain("ETSI.CAdES.detached");
      expect(opensslCms(bytes, root)).to.contain("CMS Verification successful");
      const { report, codes } = await inspectFile(bytes, [rootOf(root)]);
      expect(report).to.deep.include({ verdict: "unaltered", faults: [] });
      expect(codes).to.deep.equal(["7K3M9QTX2ABCD4EF"]);
      expectSoundPdf(bytes);
    });
  }

  it("keeps the development key from everybody but its owner, and makes it once", async () => {
    const made = await Promise.all([developmentKey(folder), developmentKey(folder)]);
    expect(made[0]).to.equal(made[1]);
    expect(statSync(path.join(folder, "development.pem")).mode & 0o777).to.equal(0o600);
  });

  it("attests its time with a timestamp server, to the end of the file", async () => {
    const { bytes, level, timestampFailure } = await sealBytes(input(signerOf(rsa), stamped()));
    expect({ level, timestampFailure }).to.deep.equal({ level: "B-LTA", timestampFailure: null });
    const { report } = await inspectFile(bytes, [rootOf(rsa.root)]);
    expect(report.verdict).to.equal("unaltered");
    expect(report.marks.map(({ kind, fault }) => [kind, fault])).to.deep.equal([
      ["seal", null],
      ["timestamp", null],
    ]);
    expect(report.marks[0]?.attestedAt).to.be.a("string");
    expect(report.marks[1]?.coversBytes).to.equal(bytes.length);
    expect(opensslTs(bytes, tsa.root, 1)).to.contain("Verification: OK");
    expect(opensslCms(bytes, rsa.root)).to.contain("CMS Verification successful");
    const said = pdfsig(bytes, rsa.root);
    expect(said).to.contain("Signature is Valid.");
    expect(said.slice(said.indexOf("Signature #2"))).to.contain("Total document signed");
    expectSoundPdf(bytes);
  });

  it("is given its timestamp later, over the same bytes", async () => {
    const { bytes } = await sealBytes(input(signerOf(rsa)));
    const later = await upgradeBytes({ bytes, roots: [rootOf(rsa.root)], ...stamped() });
    expect(Buffer.from(later.subarray(0, bytes.length)).equals(Buffer.from(bytes))).to.equal(true);
    const { report } = await inspectFile(later, [rootOf(rsa.root)]);
    expect(report).to.deep.include({ verdict: "unaltered", faults: [] });
    expect(opensslTs(later, tsa.root, 1)).to.contain("Verification: OK");
    expect(pdfsig(later, rsa.root)).to.contain("Signature is Valid.");
  });

  for (const mood of ["down", "slow", "garbage", "other"] satisfies TimestampMood[]) {
    it(`seals without a timestamp when the server is ${mood}, and says so`, async () => {
      tsa.mood = mood;
      const { bytes, level, timestampFailure } = await sealBytes(input(signerOf(rsa), stamped()));
      expect(level).to.equal("B-B");
      expect(timestampFailure).to.be.a("string").that.contains("timestamp");
      expect((await inspectFile(bytes, [rootOf(rsa.root)])).report.verdict).to.equal("unaltered");
      const upgraded = upgradeBytes({ bytes, roots: [rootOf(rsa.root)], ...stamped() });
      expect(await upgraded.catch((error: unknown) => error)).to.be.instanceOf(Error);
    });
  }

  it("takes timestamps of the authority that was named, and of no other", async () => {
    tsa.mood = "good";
    const named = { ...stamped().timestamp, roots: certificatesOf(tsa.root) };
    const trusted = await sealBytes(input(signerOf(rsa), { timestamp: named }));
    expect(trusted.level).to.equal("B-LTA");
    const other = { ...named, roots: certificatesOf(makeSealKeys().root) };
    const refused = await sealBytes(input(signerOf(rsa), { timestamp: other }));
    expect(refused.level).to.equal("B-B");
    expect(refused.timestampFailure).to.equal(
      "the timestamp is signed by Test Time, who is not under a certificate of SEAL_TSA_ROOT_PATH",
    );
    const upgraded = upgradeBytes({ bytes: refused.bytes, roots: [rootOf(rsa.root)], timestamp: other });
    expect(String(await upgraded.catch((error: unknown) => error))).to.contain("SEAL_TSA_ROOT_PATH");
  });

  it("seals without a timestamp when nobody listens at the address", async () => {
    const nobody = { url: "http://127.0.0.1:9/tsa", timeoutMs: 1500, roots: null };
    const { level } = await sealBytes(input(signerOf(rsa), { timestamp: nobody }));
    expect(level).to.equal("B-B");
  });

  it("is not ours under another root", async () => {
    const { bytes } = await sealBytes(input(signerOf(rsa)));
    const other = makeSealKeys({ name: "Somebody Else" });
    const { report } = await inspectFile(bytes, [rootOf(other.root)]);
    expect(report).to.deep.include({ verdict: "not_ours", faults: ["other_root"] });
  });

  it("does not pass with a root that only bears the name of ours", async () => {
    const { bytes } = await sealBytes(input(signerOf(makeSealKeys())));
    const { report } = await inspectFile(bytes, [rootOf(rsa.root)]);
    expect(report.verdict).to.equal("not_ours");
  });

  it("is refused with a certificate that had expired", async () => {
    const expired = makeSealKeys({ expired: true });
    const refused = await sealBytes(input(signerOf(expired))).catch((error: unknown) => String(error));
    expect(refused).to.contain("certificate_expired");
  });

  it("holds although the certificate expires afterwards", async () => {
    const { bytes } = await sealBytes(input(signerOf(rsa), { at: "2026-12-01T00:00:00Z" }));
    const { report } = await inspectFile(bytes, [rootOf(rsa.root)]);
    expect(report.verdict).to.equal("unaltered");
    const early = await sealBytes(input(signerOf(rsa), { at: "2019-01-01T00:00:00Z" })).catch(
      (error: unknown) => String(error),
    );
    expect(early).to.contain("certificate_expired");
  });
});
