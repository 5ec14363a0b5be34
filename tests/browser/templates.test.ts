import { expect } from "chai";
import type { Browser } from "playwright-core";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildAgreed } from "../support/settlement.ts";

describe("the wording of agreements, seen in a browser", function () {
  this.timeout(240_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let adminClient: Client;
  let mediatorClient: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    adminClient = await app.signIn("admin");
    mediatorClient = await app.signIn("mediator");
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("is edited, previewed and entered by the administrator", async () => {
    const admin = await Visitor.open(browser, app.url, { cookie: adminClient.cookie() });
    const { page } = admin;
    await admin.goTo("/clauses");
    await admin.expectFine("the clauses");
    await page.locator("summary", { hasText: "宽限期" }).click();
    await admin.expectFine("the clauses on grace");
    await page.getByRole("button", { name: "修改: 有宽限期" }).click();
    const editor = page.getByRole("dialog");
    await editor.getByLabel("中文（协议正文）").fill("每期应还日后设宽限期。");
    await editor.getByText("缺少占位符：days").waitFor();
    expect(await editor.getByRole("button", { name: "确定" }).isDisabled()).to.equal(true);
    await admin.expectFine("a clause without its placeholder");
    await editor.getByRole("button", { name: "{days} 宽限天数" }).click();
    await editor.getByRole("button", { name: "确定" }).click();
    await page.getByText("1 条已改，尚未保存").waitFor();
    await admin.expectFine("a clause edited");
    await page.getByRole("button", { name: "预览 PDF" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "预览 PDF" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载 PDF" }).click({ timeout: 60_000 });
    expect((await download).suggestedFilename()).to.equal("preview-instalments-zh.pdf");
    await admin.expectFine("a preview drawn");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "保存为新版本" }).click();
    await page.getByLabel("说明（改了什么，为什么）").fill("宽限期一条改短");
    await admin.expectFine("a version being entered");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("宽限期一条改短").waitFor();
    await page.locator("summary", { hasText: "宽限期" }).click();
    await page.getByText("现用：第 1 版").waitFor();
    await admin.resize(PHONE);
    await admin.expectFine("the clauses on a phone");
    await admin.close();
    const english = await Visitor.open(browser, app.url, { cookie: adminClient.cookie(), language: "en" });
    await english.goTo("/clauses");
    await english.expectFine("the clauses in English");
    await english.close();
  });

  it("lies before the mediator with its clarity check and a translation to download", async () => {
    const { agreementId } = await buildAgreed(app, people);
    for (const language of ["zh", "en"] as const) {
      const mediator = await Visitor.open(browser, app.url, { cookie: mediatorClient.cookie(), language });
      await mediator.goTo(`/agreements/${agreementId}`);
      await mediator.page.getByText(language === "zh" ? "各项明确" : "all clear").waitFor();
      await mediator.expectFine(`the clarity check (${language})`);
      await mediator.resize(PHONE);
      await mediator.expectFine(`the clarity check on a phone (${language})`);
      await mediator.close();
    }
  });
});
