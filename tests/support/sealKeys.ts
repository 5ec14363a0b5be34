import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type SealKeys = {
  /** PKCS#12 with key, certificate and chain. */
  p12: Uint8Array;
  passphrase: string;
  /** PEM of the root. */
  root: string;
};

/** Keys as a centre would get them from its certificate authority: root, intermediate, seal. Made now, by openssl. */
export function makeSealKeys(
  more: { kind?: "rsa" | "ec"; passphrase?: string; expired?: boolean; name?: string } = {},
): SealKeys {
  const { kind = "rsa", passphrase = "open sesame", expired = false, name = "Test Seal" } = more;
  const dir = mkdtempSync(path.join(tmpdir(), "parley-keys-"));
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: dir, stdio: "pipe" });
  const key =
    kind === "rsa"
      ? ["-newkey", "rsa:2048", "-nodes"]
      : ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  try {
    const usage = (ca: boolean) =>
      ca
        ? "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"
        : "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n";
    writeFileSync(path.join(dir, "ca.ext"), usage(true));
    writeFileSync(path.join(dir, "seal.ext"), usage(false));
    const ca = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"];
    openssl(
      "req",
      "-x509",
      ...key,
      "-keyout",
      "root.key",
      "-out",
      "root.pem",
      "-days",
      "3650",
      "-subj",
      `/CN=${name} Root`,
      ...ca,
    );
    const issue = (from: string, to: string, extensions: string, dates: string[]) =>
      openssl(
        "x509",
        "-req",
        "-in",
        `${to}.csr`,
        "-CA",
        `${from}.pem`,
        "-CAkey",
        `${from}.key`,
        "-CAcreateserial",
        "-extfile",
        extensions,
        "-out",
        `${to}.pem`,
        ...dates,
      );
    openssl(
      "req",
      ...key,
      "-keyout",
      "middle.key",
      "-out",
      "middle.csr",
      "-subj",
      `/CN=${name} Intermediate`,
    );
    issue("root", "middle", "ca.ext", ["-days", "3000"]);
    openssl("req", ...key, "-keyout", "seal.key", "-out", "seal.csr", "-subj", `/CN=${name}`);
    // Valid for minus one day from now: it has been expired since before it was made.
    issue("middle", "seal", "seal.ext", expired ? ["-days", "-1"] : ["-days", "2000"]);
    writeFileSync(
      path.join(dir, "chain.pem"),
      readFileSync(path.join(dir, "middle.pem"), "utf8") + readFileSync(path.join(dir, "root.pem"), "utf8"),
    );
    openssl(
      "pkcs12",
      "-export",
      "-inkey",
      "seal.key",
      "-in",
      "seal.pem",
      "-certfile",
      "chain.pem",
      "-passout",
      `pass:${passphrase}`,
      "-out",
      "seal.p12",
    );
    return {
      p12: new Uint8Array(readFileSync(path.join(dir, "seal.p12"))),
      passphrase,
      root: readFileSync(path.join(dir, "root.pem"), "utf8"),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
