import { mkdirSync } from "node:fs";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import type { OfferView } from "../../shared/offers/offerView.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { aDebt } from "../support/buildCase.ts";
import { draftOf } from "../support/capacity.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { percentile, slide } from "../support/sliding.ts";

const FOLDER = process.env["SCREENSHOTS"] === "1" ? "out/screens" : undefined;

describe("an offer drawn up in a browser", function () {
  this.timeout(150_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let cookie: string;
  let agent: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    agent = await app.signIn("agent");
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    cookie = await borrowerCookie(app, theCase);
    const borrower = await CookieClient.open(app, cookie);
    const path = `/api/cases/${theCase.id}/capacity`;
    await borrower.put(path, draftOf(0)).expect(200);
    await borrower.post(`${path}/submission`, { version: 1 }).expect(200);
    await borrower.post(`${path}/sharing`, { perMonthFen: 186_000 }).expect(200);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  async function picture(visitor: Visitor, name: string): Promise<void> {
    await visitor.settled();
    if (FOLDER === undefined) return;
    mkdirSync(FOLDER, { recursive: true });
    await visitor.page.screenshot({ path: `${FOLDER}/offer-${name}.png`, fullPage: true });
  }

  async function offers(): Promise<OfferView[]> {
    return (await agent.get(`/api/cases/${theCase.id}/offers`).expect(200)).body.items;
  }

  it("on a phone: agreed sums first, with its picture, its faults at their fields, and put", async () => {
    for (const language of ["en", "zh"] as const) {
      const say = (zh: string, en: string) => (language === "zh" ? zh : en);
      const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language });
      const { page } = visitor;
      await visitor.goTo("/m/case/offers/new");
      await page.getByRole("img", { name: say("剩余欠款", "Left to pay") }).waitFor();
      await page.getByLabel(say("还款方式", "Kind of plan")).selectOption("stepped");
      const payment = page.getByLabel(say("第 1 段，每期金额（元）", "Stage 1, each (¥)"));
      await payment.fill("99999999");
      await page
        .getByText(say("前几期已付清全部，后面没有要还的了", "These instalments already pay everything"))
        .waitFor();
      await payment.fill("abc");
      expect(await payment.getAttribute("aria-invalid")).to.equal("true");
      await visitor.expectFine("a wrong sum on a phone");
      await payment.fill("500");
      expect(await payment.getAttribute("aria-invalid")).to.equal("false");
      const before = await page.locator(".plan-picture-line").getAttribute("d");
      await page.getByRole("slider", { name: say("分几个月", "Over how many months") }).fill("24");
      expect(await page.locator(".plan-picture-line").getAttribute("d")).to.not.equal(before);
      await page.getByText(say("提前还、少还、漏还", "Paying early, in part or late")).tap();
      await page.getByLabel(say("漏还的一期", "A missed instalment")).selectOption("moves_to_end");
      await page.getByText(say("逐笔减免", "Waivers one by one")).tap();
      await visitor.expectFine("the borrower's editor with everything open");
      await picture(visitor, `phone-${language}-390`);
      await visitor.resize(DESK);
      await visitor.expectFine("the borrower's editor on a desk");
      await visitor.resize(PHONE);
      if (language === "zh") {
        await page.getByRole("button", { name: "提出这个方案" }).tap();
        await page.getByRole("button", { name: "确定提出" }).tap();
        await page.getByText("我的方案 1").waitFor();
        const [put] = await offers();
        expect(put?.terms.schedule).to.deep.include({ family: "stepped", count: 24 });
        expect(put?.terms.schedule.steps?.[0]).to.include({ paymentFen: 50_000 });
        expect(put?.terms.payments).to.deep.equal({ missed: "moves_to_end" });
        await visitor.expectFine("the offer as the borrower sees it");
        await picture(visitor, "phone-put-390");
      }
      await visitor.close();
    }
  });

  it("on a phone: sixty instalments over three debts are computed anew within a frame", async () => {
    const debts = ["A", "B", "C"].map((name) => aDebt(`XH-LONG-${name}`));
    const long = await buildRoomCase(app, people, { debts });
    const visitor = await Visitor.open(browser, app.url, {
      phone: true,
      cookie: await borrowerCookie(app, long),
      language: "en",
    });
    await visitor.goTo("/m/case/offers/new");
    await visitor.page.getByLabel("Kind of plan").selectOption("equal_instalment");
    await visitor.page.getByLabel("Yearly rate (%)").fill("12");
    const { work } = await slide(visitor.page, `input[type=range][max="60"]`, 59, 60);
    expect(work).to.have.length(60);
    // The middle of sixty: a machine busy with other things delays some moves, whatever they cost.
    expect(percentile(work, 50)).to.be.at.most(16);
    await visitor.close();
  });

  it("on a desk: a mediator looks at plans of every kind and can put none", async () => {
    const mediator = await app.signIn("mediator");
    const visitor = await Visitor.open(browser, app.url, { cookie: mediator.cookie() });
    const { page } = visitor;
    await visitor.enter(`/cases/${theCase.id}/room`);
    await page.getByRole("button", { name: "给出建议" }).click();
    await page.locator(".suggestion-list li").first().waitFor();
    await page.getByLabel("年利率（%）").fill("6");
    await page.getByRole("button", { name: "按这个数算" }).click();
    await page.locator(".suggestion-list").getByText("等额本息").waitFor();
    expect(await page.locator(".suggestion-list button").count()).to.equal(0);
    await visitor.expectFine("the mediator's suggestions");
    await picture(visitor, "mediator-1280");
    await visitor.resize(PHONE);
    await visitor.expectFine("the mediator's suggestions on a phone");
    await visitor.close();
  });

  it("on a desk: pay-days with amounts of their own, and a policy for early payments", async () => {
    const visitor = await Visitor.open(browser, app.url, { cookie: agent.cookie() });
    const { page } = visitor;
    await visitor.enter(`/cases/${theCase.id}/room`);
    await page.locator(".offer-board").getByRole("button", { name: "提出方案" }).click();
    const drawer = page.locator(".ant-drawer");
    await drawer.getByRole("img", { name: /剩余欠款/ }).waitFor();
    await drawer.locator("#offer-count").fill("4");
    await drawer.locator("#offer-family").click();
    await page.locator(".ant-select-item-option", { hasText: "按约定日期" }).click();
    await drawer.getByLabel("每月几号").fill("10，25");
    await drawer.getByRole("button", { name: "按此排日期" }).click();
    expect(await drawer.getByLabel("第 4 期日期").inputValue()).to.match(/-(10|25)$/);
    await drawer.getByLabel("第 1 期本金（元）").fill("3000");
    await drawer.getByText(/会按比例分摊/).waitFor();
    await drawer.getByText("提前还、少还、漏还").click();
    await drawer.getByLabel("提前还的钱").selectOption("evenly");
    await visitor.expectFine("the platform's editor with dates of its own");
    await picture(visitor, "desk-1280");
    await visitor.resize(PHONE);
    await visitor.expectFine("the platform's editor on a phone");
    await picture(visitor, "desk-390");
    await visitor.resize(DESK);
    await drawer.getByRole("button", { name: /提交审批|提出方案/ }).click();
    await page.locator(".ant-drawer").waitFor({ state: "detached" });
    const [put] = await offers();
    expect(put?.terms.schedule.dueDates).to.have.length(4);
    expect(put?.terms.payments).to.deep.equal({ early: "evenly" });
    await visitor.close();
  });
});
