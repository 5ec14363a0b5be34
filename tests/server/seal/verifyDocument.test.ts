import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sealBytes } from "../../../server/seal/sealing.ts";
import { makeSealKeys } from "../../support/sealKeys.ts";
import { aDocument, flipped, VERIFY_URL } from "../../support/sealTools.ts";

describe("npm run verify-document", function () {
  this.timeout(60_000);
  let dir: string;
  before(async () => {
    dir = mkdtempSync(path.join(tmpdir(), "parley-verify-"));
    const { p12, passphrase, root } = makeSealKeys();
    const words = { reason: "x", location: "y", verifyUrl: VERIFY_URL, at: new Date().toISOString() };
    const signer = { kind: "p12", p12, passphrase } as const;
    const { bytes } = await sealBytes({ ...words, bytes: await aDocument(), signer, timestamp: null });
    writeFileSync(path.join(dir, "root.pem"), root);
    writeFileSync(path.join(dir, "other.pem"), makeSealKeys({ name: "Other" }).root);
    writeFileSync(path.join(dir, "good.pdf"), bytes);
    writeFileSync(path.join(dir, "bad.pdf"), flipped(bytes, 4000, 1));
    writeFileSync(path.join(dir, "text.txt"), "hello");
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  /** No network and no database: the command gets nothing but a file and a root. */
  function run(...args: string[]): { status: number | null; said: string } {
    const env = { PATH: process.env["PATH"], DATA_DIR: path.join(dir, "none") };
    const script = ["scripts/run.mjs", "scripts/verifyDocument.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, script, { env, encoding: "utf8" });
    return { status, said: stdout + stderr };
  }
  const file = (name: string) => path.join(dir, name);

  it("says yes", () => {
    const zh = run(file("good.pdf"), "--root", file("root.pem"));
    expect(zh.said).to.contain("盖章后未被改动").and.to.contain("Test Seal").and.to.contain("整个文件");
    expect(zh.status).to.equal(0);
  });

  it("says what is wrong, with a status of its own", () => {
    const altered = run(file("bad.pdf"), "--root", file("root.pem"), "--json");
    expect(altered.status).to.equal(1);
    expect(JSON.parse(altered.said)).to.deep.include({ verdict: "altered", faults: ["digest_differs"] });
    const others = run(file("good.pdf"), "--root", file("other.pem"), "--lang", "en");
    expect(others.status).to.equal(2);
    expect(others.said).to.contain("carries no valid seal of ours");
  });

  it("says how it is used, and what it cannot find", () => {
    const noRoot = run(file("good.pdf"));
    expect(noRoot.said).to.contain("--root is needed").and.to.contain("npm run verify-document");
    expect(noRoot.status).to.equal(3);
    expect(run(file("missing.pdf"), "--root", file("root.pem")).said).to.contain("missing.pdf");
  });
});
