import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import { chromium, type Browser, type BrowserContext, type Page, type Request } from "playwright-core";
import { staffZh } from "../../client/i18n/staffAreas.zh.ts";
import { borrowerZh } from "../../client/i18n/borrowerAreas.zh.ts";
import { TestClock } from "./app.ts";

/** A browser waits and counts down in real time, so the server must live in the same time. */
export class RealClock extends TestClock {
  override now(): Date {
    return new Date();
  }
}

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium of this machine, if it has one. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser | null> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) return null;
  const asRoot = process.getuid?.() === 0;
  return await chromium.launch({
    executablePath,
    args: [...QUIET, ...more, ...(asRoot ? ["--no-sandbox"] : [])],
  });
}

/** The same for a suite of tests. Without one the suite is skipped and says so; in CI that is a failure. */
export async function launchBrowser(suite: Mocha.Context, more: readonly string[] = []): Promise<Browser> {
  const browser = await launchChromium(more);
  if (browser !== null) return browser;
  const missing = "No Chromium found: set CHROMIUM_PATH to run the browser tests.";
  if (process.env["CI"]) throw new Error(missing);
  console.warn(`\n  !!! BROWSER TESTS SKIPPED. ${missing}\n`);
  return suite.skip();
}

/** What everybody has on the screen when a test fails; it says more than a stack. */
export async function keepFailure(browser: Browser | undefined, test: Mocha.Test | undefined): Promise<void> {
  if (test?.state !== "failed" || !browser) return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries())
    await page.screenshot({ path: `out/screens/failed-${index}.png` }).catch(() => undefined);
}

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** A busy machine takes its time over the first page; what does not come in this time does not come. */
const PATIENCE_MS = 30_000;
const BUSY = ".ant-spin-spinning, .b-loading, [aria-busy=true]";
/** What a text looks like when its key was not found in the dictionary. */
const KEY = new RegExp(
  `\\b(?:${[...new Set([...Object.keys(staffZh), ...Object.keys(borrowerZh)])].join("|")})\\.[a-z]\\w*`,
);

type VisitorOptions = {
  /** A phone has touch and the small screen. */
  phone?: boolean;
  /** The session of somebody who has signed in already. */
  cookie?: string;
  language?: "zh" | "en";
};

/** Somebody at a screen of their own. Whatever goes wrong in their browser is remembered. */
export class Visitor {
  readonly page: Page;
  readonly #url: string;
  readonly #context: BrowserContext;
  readonly #pending = new Set<Request>();
  readonly #faults: string[] = [];

  private constructor(url: string, context: BrowserContext, page: Page) {
    this.#url = url;
    this.#context = context;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("request", (request) => request.resourceType() !== "websocket" && this.#pending.add(request));
    page.on("requestfinished", (request) => this.#pending.delete(request));
    page.on("requestfailed", (request) => this.#pending.delete(request));
    context.on("weberror", (fault) => this.#faults.push(`page error: ${fault.error().message}`));
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      const { url: source } = message.location();
      if (!isAnAnswer(source, message.text())) this.#faults.push(`console: ${message.text()} (${source})`);
    });
  }

  static async open(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
    const { phone = false, cookie, language } = options;
    const context = await browser.newContext({
      viewport: phone ? PHONE : DESK,
      hasTouch: phone,
      isMobile: phone,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
    });
    if (cookie !== undefined) await context.addCookies([cookieOf(cookie, url)]);
    if (language !== undefined)
      await context.addInitScript(`window.localStorage.setItem("parley.language", "${language}")`);
    return new Visitor(url, context, await context.newPage());
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.#url).href, { waitUntil: "commit" });
    await this.settled();
  }

  /** Go into a room, accepting its ground rules where one is asked to. */
  async enter(path: string): Promise<void> {
    await this.goTo(path);
    const accept = this.page.getByLabel(/我已阅读并接受以上守则|I have read and accept these rules/);
    if ((await accept.count()) === 0) return;
    await accept.check();
    await this.page.getByRole("button", { name: /接受并进入|Accept and enter/ }).click();
    await accept.waitFor({ state: "detached" });
    await this.settled();
  }

  /** There is a heading, nothing is on its way and nothing turns. */
  async settled(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    await this.page.locator("h1").first().waitFor();
    for (let quiet = 0; quiet < 2;) {
      const still = this.#pending.size === 0 && (await this.page.locator(BUSY).count()) === 0;
      quiet = still ? quiet + 1 : 0;
      if (Date.now() > deadline) throw new Error(`${this.page.url()} does not come to rest`);
      await this.#frames();
    }
  }

  async resize(size: { width: number; height: number }): Promise<void> {
    await this.page.setViewportSize(size);
    await this.#frames();
  }

  /** Nothing failed, nothing lacks its text, nothing stands out on a phone, nothing keeps anybody out. */
  async expectFine(where: string): Promise<void> {
    await this.settled();
    const found = [...(await this.problems()), ...(await this.barriers())];
    expect(found, `${where}\n${found.join("\n")}`).to.deep.equal([]);
  }

  /** What went wrong since the last look, and what can be seen to be wrong. */
  async problems(): Promise<string[]> {
    const found = this.#faults.splice(0);
    const key = KEY.exec(await this.text());
    if (key) found.push(`a key instead of a text: ${key[0]}`);
    const wide = await this.page.evaluate<number>("document.scrollingElement.scrollWidth");
    const width = this.page.viewportSize()?.width ?? DESK.width;
    if (wide > width) found.push(`scrolls sideways: ${wide} in ${width}`);
    return found;
  }

  /** What keeps somebody out: WCAG 2.2 AA as far as a machine can tell. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(WCAG)
      // One frame only: no second page is needed to put results together.
      .setLegacyMode()
      .analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
    );
  }

  /** What can be read on the screen. */
  async text(): Promise<string> {
    return await this.page.locator("body").innerText();
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** What was asked of the browser has been drawn. */
  async #frames(): Promise<void> {
    await this.page.evaluate(
      "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))",
    );
  }
}

/** That somebody is not signed in, or something is not there yet, is what was asked; browsers report it as an error. */
function isAnAnswer(source: string, text: string): boolean {
  const { pathname } = new URL(source, "http://nowhere");
  if (pathname === "/api/auth/me") return text.includes("401");
  const asked =
    /^\/api\/(?:public\/(?:mediators|documents)\/[^/]+|cases\/[^/]+\/(?:agreement|confirmation))$/.test(
      pathname,
    );
  return asked && text.includes("404");
}

function cookieOf(header: string, url: string): { name: string; value: string; url: string } {
  const end = header.indexOf("=");
  return { name: header.slice(0, end), value: header.slice(end + 1).split(";")[0] ?? "", url };
}
