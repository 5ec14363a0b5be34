import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** `down` refuses, `slow` never answers, `garbage` is no answer, `other` stamps something else. */
export type TimestampMood = "good" | "down" | "slow" | "garbage" | "other";

export type TimestampServer = {
  url: string;
  mood: TimestampMood;
  /** Requests answered or refused so far. */
  asked: number;
  /** The authority's own root, as PEM. */
  root: string;
  close(): Promise<void>;
};

/** A real RFC 3161 authority on loopback: `openssl ts -reply` behind HTTP, with keys made now. */
export async function startTimestampServer(): Promise<TimestampServer> {
  const dir = mkdtempSync(path.join(tmpdir(), "parley-tsa-"));
  makeAuthority(dir);
  const other = query(dir, Buffer.from("something else"));
  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const state: TimestampServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    mood: "good",
    asked: 0,
    root: readFileSync(path.join(dir, "root.pem"), "utf8"),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dir, { recursive: true, force: true });
    },
  };
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    state.asked += 1;
    if (state.mood === "slow") return;
    if (state.mood === "down") return void res.writeHead(503).end();
    res.writeHead(200, { "content-type": "application/timestamp-reply" });
    if (state.mood === "garbage") return void res.end(Buffer.from("<html>It works!</html>"));
    const asked = state.mood === "other" ? other : Buffer.concat(parts);
    res.end(reply(dir, asked));
  }
  return state;
}

function openssl(dir: string, ...args: string[]): void {
  execFileSync("openssl", args, { cwd: dir, stdio: "pipe" });
}

function query(dir: string, data: Buffer): Buffer {
  writeFileSync(path.join(dir, "data"), data);
  openssl(dir, "ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "other.tsq");
  return readFileSync(path.join(dir, "other.tsq"));
}

function reply(dir: string, asked: Buffer): Buffer {
  writeFileSync(path.join(dir, "asked.tsq"), asked);
  openssl(
    dir,
    "ts",
    "-reply",
    "-config",
    "ts.cnf",
    "-section",
    "tsa",
    "-queryfile",
    "asked.tsq",
    "-out",
    "reply.tsr",
  );
  return readFileSync(path.join(dir, "reply.tsr"));
}

function makeAuthority(dir: string): void {
  const config = `
[tsa]
dir = ${dir}
serial = ${dir}/serial
crypto_device = builtin
signer_cert = ${dir}/tsa.pem
certs = ${dir}/root.pem
signer_key = ${dir}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;
  writeFileSync(path.join(dir, "ts.cnf"), config);
  writeFileSync(path.join(dir, "serial"), "01");
  const extensions = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n";
  writeFileSync(path.join(dir, "ext"), `${extensions}extendedKeyUsage=critical,timeStamping\n`);
  const [curve, days] = [
    ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
    ["-days", "3650"],
  ];
  const ca = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"];
  openssl(
    dir,
    "req",
    "-x509",
    ...curve,
    "-keyout",
    "root.key",
    "-out",
    "root.pem",
    ...days,
    "-subj",
    "/CN=Test Time Root",
    ...ca,
  );
  openssl(dir, "req", ...curve, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test Time");
  const issue = ["-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", ...days, "-extfile", "ext"];
  openssl(dir, "x509", "-req", "-in", "tsa.csr", ...issue, "-out", "tsa.pem");
}
