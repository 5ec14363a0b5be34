import { expect } from "chai";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const pages = ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md", ...markdownUnder("docs")];

describe("documentation", () => {
  for (const page of pages) {
    it(`${page} links to files that exist`, () => {
      const text = readFileSync(page, "utf8");
      const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
        (match) => match[1] ?? "",
      );
      const missing = targets.filter((target) => !existsSync(path.join(path.dirname(page), target)));
      expect(missing).to.deep.equal([]);
    });
  }
});

function markdownUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name));
}
