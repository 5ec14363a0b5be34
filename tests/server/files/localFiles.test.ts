import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { createLocalFiles, FileDamaged } from "../../../server/files/index.ts";
import { attachment } from "../../../server/files/sendFile.ts";

describe("files in a local folder", () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), "parley-files-"))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const bytes = Buffer.from("调解协议书");
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  it("are known by the hash of their bytes and read back unchanged", async () => {
    const files = createLocalFiles(folder);
    const stored = await files.put(bytes, "application/pdf");
    expect(stored).to.deep.equal({
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      mime: "application/pdf",
    });
    expect(Buffer.from(await files.read(stored.sha256)).equals(bytes)).to.equal(true);
  });

  it("are kept once however often they are put, and no drafts stay behind", async () => {
    const files = createLocalFiles(folder);
    const puts = await Promise.all(Array.from({ length: 8 }, () => files.put(bytes, "application/pdf")));
    const { sha256 } = puts[0]!;
    expect(await readdir(path.dirname(placeOf(sha256)))).to.deep.equal([sha256]);
  });

  it("are never handed out changed", async () => {
    const files = createLocalFiles(folder);
    const { sha256 } = await files.put(bytes, "application/pdf");
    await writeFile(placeOf(sha256), Buffer.alloc(bytes.length, 0x41));
    const error = await files.read(sha256).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(FileDamaged);
  });

  it("are written again over the remains of a broken write", async () => {
    const files = createLocalFiles(folder);
    const { sha256 } = await files.put(bytes, "application/pdf");
    await writeFile(placeOf(sha256), bytes.subarray(0, 3));
    await files.put(bytes, "application/pdf");
    expect(Buffer.from(await files.read(sha256)).equals(bytes)).to.equal(true);
  });

  it("say so when they are missing", async () => {
    const error = await createLocalFiles(folder)
      .read("0".repeat(64))
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(FileDamaged);
  });

  it("are never looked for by anything but a hash", async () => {
    const error = await createLocalFiles(folder)
      .read("../../etc/passwd")
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RangeError);
  });
});

describe("the name a download is saved under", () => {
  it("keeps Chinese and gives older readers something plain", () => {
    expect(attachment("调解协议书-2026.pdf")).to.equal(
      `attachment; filename="_____-2026.pdf"; filename*=UTF-8''${encodeURIComponent("调解协议书-2026.pdf")}`,
    );
  });
  it("cannot break out of its header or its folder", () => {
    const header = attachment('a"\r\nx: y/..\\b\u202Efdp.exe');
    expect(header).to.not.match(/[\r\n/\\]/);
    expect(header.match(/"/g)).to.have.length(2);
    expect(header).to.not.contain("%E2%80%AE");
  });
});
