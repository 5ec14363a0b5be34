import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect } from "chai";

const dist = new URL("../../client/dist/", import.meta.url);

/** The scripts an entry loads before it can show anything, as its html names them. */
function scriptsOf(entry: string): string[] {
  const html = readFileSync(new URL(entry, dist), "utf8");
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
}

function read(path: string): Buffer {
  return readFileSync(new URL(path, dist));
}

describe("the built client", () => {
  before(() => {
    if (!existsSync(dist)) throw new Error("build the client first: npm run build:client");
  });

  for (const entry of ["m.html", "verify.html", "calculator.html"]) {
    it(`${entry} starts with at most 150 KB of script, and without antd`, () => {
      const scripts = scriptsOf(entry);
      expect(scripts).to.not.be.empty;
      const bytes = scripts.reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
      expect(bytes).to.be.at.most(150_000);
      for (const path of scripts) expect(read(path).includes("ant-btn"), path).to.equal(false);
    });
  }

  it("has no inline script and asks nothing of other hosts", () => {
    for (const entry of ["index.html", "m.html", "verify.html", "calculator.html"]) {
      const html = readFileSync(new URL(entry, dist), "utf8");
      expect(html, entry).to.not.match(/<script(?![^>]*\bsrc=)[^>]*>/);
      expect(html, entry).to.not.match(/(?:src|href)="https?:/);
      expect(html, entry).to.include('<meta name="csp-nonce" content="__CSP_NONCE__"');
    }
  });
});
