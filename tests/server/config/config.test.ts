import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadConfig, localUrl, settingNames } from "../../../server/config.ts";
import { StartError } from "../../../server/startError.ts";

describe("config", () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), "parley-config-"));
  });

  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  function refusal(env: NodeJS.ProcessEnv): string {
    try {
      loadConfig({ DATA_DIR: dataDir, ...env });
    } catch (error) {
      expect(error).to.be.instanceOf(StartError);
      return error instanceof Error ? error.message : "";
    }
    throw new Error("the settings were accepted");
  }

  it("lists exactly the settings there are in .env.example", () => {
    const example = readFileSync(".env.example", "utf8");
    const listed = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map((match) => match[1]);
    expect(listed).to.deep.equal([...settingNames]);
  });

  it("accepts .env.example as it is, with the same result as no settings at all", () => {
    const example = readFileSync(".env.example", "utf8");
    const env = Object.fromEntries(
      [...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]),
    );
    expect(loadConfig({ ...env, DATA_DIR: dataDir })).to.deep.equal(loadConfig({ DATA_DIR: dataDir }));
  });

  it("has defaults for everything", () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    expect(config).to.include({
      host: "127.0.0.1",
      port: 3000,
      portIsExplicit: false,
      publicUrl: "http://127.0.0.1:3000",
      publicUrlIsExplicit: false,
      databaseUrl: undefined,
      demoData: "auto",
      uploadLimitBytes: 20 * 1024 * 1024,
    });
  });

  it("knows a port that was asked for from one that was not, even when it is the same", () => {
    expect(loadConfig({ DATA_DIR: dataDir, PORT: "3000" }).portIsExplicit).to.equal(true);
    expect(loadConfig({ DATA_DIR: dataDir, PORT: "" }).portIsExplicit).to.equal(false);
  });

  it("makes a session secret once, keeps it, and lets nobody else read it", () => {
    const first = loadConfig({ DATA_DIR: dataDir }).sessionSecret;
    expect(first).to.have.length.of.at.least(32);
    expect(loadConfig({ DATA_DIR: dataDir }).sessionSecret).to.equal(first);
    expect(statSync(path.join(dataDir, "session-secret")).mode & 0o777).to.equal(0o600);
  });

  const faults: [string, string, RegExp][] = [
    ["PORT", "70000", /65535.*give a number/],
    ["PORT", "web", /must be a number/],
    ["HOST", "not a host", /host name or an IP/],
    ["DATABASE_URL", "mysql://here/db", /postgres:\/\/user/],
    ["PUBLIC_URL", "https://example.org/parley", /must not have a path/],
    ["PUBLIC_URL", "example.org", /https:\/\//],
    ["SESSION_SECRET", "short", /at least 32/],
    ["DEMO_DATA", "yes", /auto, never/],
    ["LOG_LEVEL", "loud", /one of/],
    ["TRUST_PROXY", "-1", /number of proxies/],
    ["UPLOAD_LIMIT_MB", "0", /megabytes/],
    ["SEAL_TSA_URL", "ftp://time.example.org", /RFC 3161/],
    ["WEBHOOK_ALLOW_PRIVATE", "10.0.0.0/33", /10\.20/],
    ["WEBHOOK_ALLOW_PRIVATE", "localhost", /addresses or ranges/],
    ["ICE_SERVERS", "http://turn.example.org", /stun:host:3478/],
    ["ICE_SERVERS", "turn:turn.example.org", /TURN_SECRET/],
    ["TURN_SECRET", "short", /at least 16/],
    ["ICE_RELAY_ONLY", "true", /needs a TURN server/],
    ["NODE_ENV", "staging", /production/],
  ];
  for (const [name, value, says] of faults) {
    it(`refuses ${name}=${value} and says what to do`, () => {
      expect(refusal({ [name]: value }))
        .to.match(new RegExp(`^The setting ${name} `))
        .and.match(says);
    });
  }

  it("names every faulty setting at once, and never repeats a secret", () => {
    const said = refusal({ PORT: "x", SESSION_SECRET: "hunter2", DATABASE_URL: "postgre://u:hunter2@h/d" });
    expect(said.split("\n")).to.have.length(3);
    expect(said).not.to.include("hunter2");
  });

  it("names the address to open for every kind of host", () => {
    expect(localUrl("0.0.0.0", 1)).to.equal("http://localhost:1");
    expect(localUrl("::1", 2)).to.equal("http://[::1]:2");
    expect(localUrl("10.0.0.5", 3)).to.equal("http://10.0.0.5:3");
  });
});
