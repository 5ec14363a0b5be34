import { mkdirSync } from "node:fs";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie } from "../support/roomCase.ts";
import { borrowerClient, buildAgreed, codeSent, signTyped, type AgreedCase } from "../support/settlement.ts";
import { draw, readToTheEnd } from "./roadSigning.ts";

const FOLDER = process.env["SCREENSHOTS"] === "1" ? "out/screens" : undefined;

describe("signing in a browser", function () {
  this.timeout(200_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let mediator: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    // The first document of a process waits for fonts to be parsed; that is not what is looked at here.
    const { agreementId } = await laid();
    await mediator.get(`/api/agreements/${agreementId}/reading`).expect(200);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  async function laid(): Promise<AgreedCase & { cookie: string }> {
    const firstDue = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const schedule = {
      family: "level" as const,
      count: 3,
      every: { months: 1 as const },
      firstDue,
      annualRate: "0",
      dayCount: "30/360" as const,
    };
    const agreed = await buildAgreed(app, people, { terms: { schedule } });
    await mediator.post(`/api/agreements/${agreed.agreementId}/release`).expect(200);
    return { ...agreed, cookie: await borrowerCookie(app, agreed.theCase) };
  }

  async function picture(visitor: Visitor, name: string): Promise<void> {
    await visitor.settled();
    if (FOLDER === undefined) return;
    mkdirSync(FOLDER, { recursive: true });
    await visitor.page.screenshot({ path: `${FOLDER}/signing-${name}.png`, fullPage: true });
  }

  const signedBy = async (agreementId: string) => {
    const { body } = await mediator.get(`/api/agreements/${agreementId}`).expect(200);
    return (body.signatures as { party: string; method: string }[]).map(
      ({ party, method }) => `${party} ${method}`,
    );
  };

  it("is done by touch on a phone: read to the end, drawn, with one tap on a slow phone", async () => {
    const { theCase, agreementId, cookie } = await laid();
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    const { page } = borrower;
    await borrower.goTo("/m/case/agreement");
    await page.getByText(/第 1 页，共 \d 页/).waitFor();
    await borrower.expectFine("the first page before the borrower");
    await picture(borrower, "reading-zh-390");
    expect(await page.getByRole("link", { name: "去签署" }).count()).to.equal(0);
    await page.getByRole("button", { name: "放大" }).tap();
    await borrower.expectFine("an enlarged page");
    await page.getByRole("button", { name: "放大" }).tap();
    await page.getByRole("button", { name: "文字版" }).tap();
    await page.locator(".reader-text").waitFor();
    expect(await page.locator(".reader-text").innerText()).to.contain("调解协议书");
    await borrower.expectFine("a page as words");
    await picture(borrower, "reading-words-zh-390");
    await page.getByRole("button", { name: "文字版" }).tap();
    await readToTheEnd(borrower);
    await page.getByRole("link", { name: "去签署" }).tap();
    await page.getByRole("button", { name: "发送验证码" }).tap();
    await page.getByText("10 分钟内有效").waitFor();
    await page.getByLabel("6 位验证码").fill(await codeSent(app, theCase));
    // A tap before everything is there says what is missing.
    await page.getByRole("button", { name: "签署", exact: true }).tap();
    await page.getByText("还差：签名、勾选确认").waitFor();
    await borrower.expectFine("what is missing");
    const slow = await page.context().newCDPSession(page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await draw(borrower, page.getByRole("img", { name: "签名区" }));
    await page.getByRole("checkbox").check();
    await picture(borrower, "signing-zh-390");
    await atRest(page);
    await page.getByRole("button", { name: "签署", exact: true }).tap();
    await page.getByRole("heading", { name: "您已签署" }).waitFor();
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await borrower.expectFine("signed");
    expect(await signedBy(agreementId)).to.deep.equal(["borrower drawn"]);
    await borrower.close();
  });

  it("is done by keyboard alone: pages, code, a typed name, consent", async () => {
    const { theCase, agreementId, cookie } = await laid();
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    const { page } = borrower;
    const { keyboard } = page;
    /** Tab until the focus is where it should be; nobody has patience for more. */
    const reach = async (
      role: "button" | "link" | "group" | "textbox" | "checkbox",
      name: string | RegExp,
    ) => {
      const wanted = page.getByRole(role, { name });
      await wanted.first().waitFor();
      for (let presses = 0; presses < 80; presses += 1) {
        if (await wanted.evaluateAll((all) => all.includes(document.activeElement as never))) return;
        await keyboard.press("Tab");
      }
      throw new Error(`no way to ${name} by keyboard`);
    };
    await borrower.goTo("/m/case/agreement");
    await reach("group", /协议第 1 页/);
    const done = page.getByText("全文各页都已看过");
    for (let turns = 0; turns < 40 && !(await done.isVisible()); turns += 1) {
      await page.locator(".reader-paper img").waitFor();
      await borrower.settled();
      await keyboard.press("PageDown");
      await borrower.settled();
    }
    await done.waitFor();
    await reach("link", "去签署");
    await keyboard.press("Enter");
    await page.getByRole("heading", { name: "签署协议书" }).waitFor();
    await reach("button", "发送验证码");
    await keyboard.press("Enter");
    await page.getByText("10 分钟内有效").waitFor();
    await reach("textbox", "6 位验证码");
    await keyboard.type(await codeSent(app, theCase));
    await reach("button", /输入姓名|键入/);
    await keyboard.press("Space");
    await reach("textbox", /姓名/);
    await keyboard.type("张小伟");
    await reach("checkbox", /本人/);
    await keyboard.press("Space");
    await borrower.expectFine("the form filled in by keyboard");
    await picture(borrower, "typed-zh-390");
    await reach("button", "签署");
    await keyboard.press("Enter");
    await page.getByRole("heading", { name: "您已签署" }).waitFor();
    expect(await signedBy(agreementId)).to.deep.equal(["borrower typed"]);
    await borrower.close();
  });

  it("says in a second window that it is signed already", async () => {
    const { theCase, agreementId, cookie, contentHash } = await laid();
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie, language: "en" });
    const { page } = borrower;
    await borrower.goTo("/m/case/agreement");
    await picture(borrower, "reading-en-390");
    const api = page.context().request;
    for (let n = 1; n < 20; n += 1) {
      const answer = await api.get(`${app.url}/api/agreements/${agreementId}/pages/${n}/text`);
      if (answer.status() === 404) break;
    }
    await borrower.goTo("/m/case/agreement/sign");
    await page.getByRole("button", { name: /Send/ }).tap();
    await page.locator(".b-good").waitFor();
    const oneTimeCode = await codeSent(app, theCase);
    const other = await borrowerClient(app, theCase);
    const body = { contentHash, oneTimeCode, typedName: "张小伟" };
    const elsewhere = await signTyped(other, agreementId, body);
    expect(elsewhere.status, JSON.stringify(elsewhere.body)).to.equal(200);
    await page.getByRole("textbox").first().fill(oneTimeCode);
    await draw(borrower, page.locator("canvas"));
    await page.getByRole("checkbox").check();
    await page.locator("button[type=submit]").click();
    await page.getByRole("heading", { name: /You have signed/ }).waitFor();
    expect(await borrower.barriers()).to.deep.equal([]);
    expect(await signedBy(agreementId)).to.deep.equal(["borrower typed"]);
    await borrower.close();
  });

  it("has its desk: reading, settings and authorities, in both languages and widths", async () => {
    const { theCase } = await laid();
    for (const language of ["zh", "en"] as const) {
      for (const [name, path, who] of [
        ["settings", "/signing-settings", "admin"],
        ["authorities", "/signing-authorities", "approver"],
        ["agreement", `/cases/${theCase.id}?tab=agreement`, "mediator"],
      ] as const) {
        const client = await app.signIn(who);
        const visitor = await Visitor.open(browser, app.url, { cookie: client.cookie(), language });
        await visitor.goTo(path);
        await visitor.expectFine(name);
        await picture(visitor, `${name}-${language}-1280`);
        if (name === "agreement") {
          const words = language === "zh" ? "阅读全文" : "Read the whole text";
          await visitor.page.getByRole("button", { name: words }).click();
          await visitor.page.locator(".reader-paper img").waitFor();
          await visitor.expectFine("the reader at the desk");
          await picture(visitor, `reader-${language}-1280`);
          await visitor.page.keyboard.press("Escape");
        }
        await visitor.resize(PHONE);
        await visitor.expectFine(`${name} on a phone`);
        await picture(visitor, `${name}-${language}-390`);
        await visitor.resize(DESK);
        await visitor.close();
      }
    }
  });
});

/** A tap while the page still glides only stops it, as on a real phone. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0, last = window.scrollY; quiet < 60; quiet = window.scrollY === last ? quiet + 1 : 0) {
      last = window.scrollY;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}
