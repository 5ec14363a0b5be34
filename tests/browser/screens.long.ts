import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { loadDemo } from "../../server/demo/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { borrowerViewings, staffViewings, type Viewing } from "./screensOf.ts";

const FOLDER = process.env["SCREENSHOTS"] === "1" ? "out/screens" : undefined;

describe("every screen", function () {
  this.timeout(600_000);
  let browser: Browser;
  let app: TestApp;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({
      clock: new RealClock(),
      prepare: async (services) => {
        await loadDemo(services);
      },
    });
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("of the staff is whole at both sizes and in both languages", async () => {
    await expectWhole(await staffViewings(app), false);
  });

  it("of the borrower is whole at both sizes and in both languages", async () => {
    await expectWhole(await borrowerViewings(app), true);
  });

  it("of somebody who has not signed in is whole", async () => {
    await expectWhole([{ who: "nobody", cookie: undefined, screens: [["sign-in", "/"]] }], false);
  });

  it("that the navigation of a role leads to has been looked at", async () => {
    for (const { who, cookie, screens } of await staffViewings(app)) {
      if (cookie === undefined) continue;
      const visitor = await Visitor.open(browser, app.url, { cookie });
      await visitor.goTo("/");
      const links = await visitor.page.locator("nav a").all();
      const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
      const seen = screens.map(([, address]) => address.split("?")[0]);
      expect(seen, who).to.include.members(paths);
      await visitor.close();
    }
  });

  /** Everything that is wrong anywhere is said at once. */
  async function expectWhole(viewings: readonly Viewing[], phone: boolean): Promise<void> {
    const found: string[] = [];
    for (const viewing of viewings) found.push(...(await view(viewing, phone)));
    expect(found, found.join("\n")).to.deep.equal([]);
  }

  async function view({ who, cookie, screens }: Viewing, phone: boolean): Promise<string[]> {
    const visitor = await Visitor.open(browser, app.url, {
      phone,
      ...(cookie === undefined ? {} : { cookie }),
    });
    const found: string[] = [];
    for (const [name, address] of screens) {
      const seen = await lookAt(visitor, { who, name, address, phone });
      found.push(...seen.map((problem) => `${who} ${name} ${problem}`));
    }
    await visitor.close();
    return found;
  }
});

type Looking = { who: string; name: string; address: string; phone: boolean };

/**
 * Both sizes in both languages are looked at for what stands out, misses or fails; what axe says hardly depends on how
 * the two meet, so it is asked twice, not four times.
 */
async function lookAt(visitor: Visitor, { who, name, address, phone }: Looking): Promise<string[]> {
  const [home, away] = phone ? [PHONE, DESK] : [DESK, PHONE];
  const found: string[] = [];
  const look = async (language: "zh" | "en", { width }: { width: number }) => {
    found.push(...(await visitor.problems()).map((problem) => `${language} ${width}: ${problem}`));
    await keep(visitor, who, `${name}-${width}-${language}`);
  };
  const listen = async () => {
    found.push(...(await visitor.barriers()));
  };
  await visitor.resize(home);
  await visitor.goTo(`${address}${address.includes("?") ? "&" : "?"}lang=zh`);
  await look("zh", home);
  await listen();
  await visitor.resize(away);
  await look("zh", away);
  await visitor.page.locator(".language-switch").click();
  await visitor.page.locator("html[lang=en]").waitFor();
  await visitor.settled();
  await look("en", away);
  await listen();
  await visitor.resize(home);
  await look("en", home);
  return found;
}

async function keep(visitor: Visitor, who: string, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(path.join(FOLDER, who), { recursive: true });
  await visitor.page.screenshot({ path: path.join(FOLDER, who, `${name}.png`), fullPage: true });
}
