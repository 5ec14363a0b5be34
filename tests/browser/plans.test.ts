import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { staffActor } from "../support/buildCase.ts";
import { draftOf } from "../support/capacity.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { addMonthsAnchored } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { fen } from "../../shared/money/fen.ts";
import { buildTerms } from "../support/terms.ts";

const LIMITS = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 24,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(10_000),
  minDownPaymentBp: 0,
};

describe("plans in the product, seen in a browser", function () {
  this.timeout(150_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let cookie: string;
  let borrower: CookieClient;
  let agent: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    await app.tx((tx) =>
      app.services.organisations.setPolicy(tx, staffActor(people.approver, people.platform), {
        version: 0,
        limits: LIMITS,
      }),
    );
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    cookie = await borrowerCookie(app, theCase);
    borrower = await CookieClient.open(app, cookie);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  async function sayWhatCanBePaid(): Promise<void> {
    const path = `/api/cases/${theCase.id}/capacity`;
    await borrower.put(path, draftOf(0)).expect(200);
    await borrower.post(`${path}/submission`, { version: 1 }).expect(200);
    await borrower.post(`${path}/sharing`, { perMonthFen: 186_000 }).expect(200);
  }

  /** Two offers, one of each side; the borrower's counters. */
  async function bargain(): Promise<void> {
    const { body: basis } = await agent.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const firstDue = addMonthsAnchored(shanghaiDateOf(new Date()), 1);
    const schedule = { ...buildTerms(basis).schedule, firstDue };
    const path = `/api/cases/${theCase.id}/offers`;
    const { body: put } = await agent
      .post(path, { terms: buildTerms(basis, { schedule }), expiresAt })
      .expect(201);
    const longer = buildTerms(basis, { schedule: { ...schedule, count: 24 } });
    await borrower.post(path, { terms: longer, expiresAt, counters: put.id }).expect(201);
  }

  it("fill the platform's editor with a suggestion, and warn as the figures move", async () => {
    await sayWhatCanBePaid();
    for (const language of ["zh", "en"] as const) {
      const visitor = await Visitor.open(browser, app.url, { cookie: agent.cookie(), language });
      const words = language === "zh" ? ["提出方案", "给出建议"] : ["Put an offer", "Suggest"];
      await visitor.enter(`/cases/${theCase.id}/room`);
      await visitor.page.locator(".offer-board").getByRole("button", { name: words[0]! }).click();
      const drawer = visitor.page.locator(".ant-drawer");
      await drawer.getByRole("button", { name: words[1]! }).click();
      await drawer.locator(".suggestion-list li").first().waitFor();
      await visitor.expectFine("the suggestions");
      await drawer.locator(".suggestion-list button").first().click();
      expect(await drawer.locator("#offer-count").inputValue()).to.equal("24");
      await drawer.locator("#offer-count").fill("3");
      await drawer.locator(".draft-numbers .ant-alert", { hasText: "¥1,860.00" }).waitFor();
      await visitor.expectFine("the editor with a warning");
      await picture(visitor, `plans-editor-${language}-1280`);
      await visitor.resize(PHONE);
      await visitor.expectFine("the editor on a phone");
      await picture(visitor, `plans-editor-${language}-390`);
      await visitor.resize(DESK);
      await visitor.close();
    }
  });

  it("move the borrower's sliders @long", async () => {
    for (const language of ["zh", "en"] as const) {
      const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language });
      const say = (zh: string, en: string) => (language === "zh" ? zh : en);
      await visitor.goTo("/m/case/offers/new");
      await visitor.page.getByRole("button", { name: say("给出建议", "Suggest") }).tap();
      await visitor.page.getByLabel(say("每月能还多少（元）", "What can be paid a month (¥)")).fill("700");
      await visitor.page.keyboard.press("Enter");
      await visitor.page.locator(".b-suggestion").first().waitFor();
      await visitor.expectFine("the suggestions to a borrower");
      await picture(visitor, `plans-borrower-${language}-390`);
      await visitor.page.locator(".b-suggestion button").last().tap();
      const months = visitor.page.getByRole("slider", { name: say("分几个月", "Over how many months") });
      expect(Number(await months.inputValue())).to.be.within(18, 60);
      await visitor.close();
    }
  });

  it("stand side by side, any two of them, for staff and borrower @long", async () => {
    await bargain();
    const staff = await Visitor.open(browser, app.url, { cookie: agent.cookie() });
    await staff.enter(`/cases/${theCase.id}/room`);
    await staff.page.getByRole("button", { name: "比较两份方案" }).click();
    const drawer = staff.page.locator(".ant-drawer");
    await drawer.getByText("12 期").waitFor();
    await drawer.getByText("24 期").waitFor();
    await staff.expectFine("two offers compared by staff");
    await picture(staff, "plans-compare-1280");
    await staff.resize(PHONE);
    await staff.expectFine("two offers compared by staff on a phone");
    await picture(staff, "plans-compare-390");
    expect((await drawer.locator(".offer-table").boundingBox())?.width).to.be.below(PHONE.width);
    await staff.close();

    const visitor = await Visitor.open(browser, app.url, { phone: true, cookie });
    await visitor.goTo("/m/case/offers");
    await visitor.page.getByRole("link", { name: "比较两份方案" }).tap();
    await visitor.page.locator(".b-compare-changed").first().waitFor();
    await visitor.expectFine("two offers compared by a borrower");
    await picture(visitor, "plans-compare-borrower-390");
    await visitor.close();
  });

  it("show the mediator whether there is anything to agree on", async () => {
    const mediator = await app.signIn("mediator");
    const visitor = await Visitor.open(browser, app.url, { cookie: mediator.cookie() });
    await visitor.enter(`/cases/${theCase.id}/room`);
    await visitor.page.getByText("协商空间", { exact: true }).click();
    await visitor.page.locator("#zone-monthly").fill("600");
    await visitor.page.locator("#zone-floor").fill("9000");
    await visitor.page.getByText("有协商空间").waitFor();
    await visitor.page.locator("#zone-floor").fill("15000");
    await visitor.page.getByText("没有协商空间").waitFor();
    await visitor.expectFine("the zone of agreement");
    await picture(visitor, "plans-zone-1280");
    await visitor.close();
  });

  it("keep to limits that an approver edits in tiers and tries on past offers", async () => {
    await bargain();
    const approver = await app.signIn("approver");
    const visitor = await Visitor.open(browser, app.url, { cookie: approver.cookie() });
    await visitor.goTo("/policy");
    await visitor.page.getByRole("button", { name: "在最前面加一条规则" }).click();
    await visitor.page.getByRole("button", { name: "用过去的方案试算" }).click();
    await visitor.page.getByText("这条规则不会用到").waitFor();
    await visitor.page.locator("#rules_0_days").fill("90");
    await visitor.page.locator("#rules_0_count").fill("12");
    await visitor.page.getByRole("button", { name: "用过去的方案试算" }).click();
    await visitor.page.getByText("没有保存任何内容").waitFor();
    // Half a field under the head of the page is not what is looked for.
    await visitor.page.evaluate("window.scrollTo(0, 0)");
    await visitor.expectFine("the policy being tried");
    await picture(visitor, "plans-policy-1280");
    await visitor.resize(PHONE);
    await visitor.expectFine("the policy on a phone");
    await picture(visitor, "plans-policy-390");
    await visitor.resize(DESK);
    await visitor.page.getByRole("button", { name: /^保\s?存$/ }).click();
    await visitor.page.getByRole("heading", { name: "第 2 版" }).waitFor();
    const { body } = await approver.get("/api/platform-policy").expect(200);
    expect(body.limits.rules.map(({ when }: { when: object }) => when)).to.deep.equal([
      { minDaysOverdue: 90 },
      {},
    ]);
    await visitor.close();
  });
});
