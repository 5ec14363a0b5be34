import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { agreedFact, factsOf, propose } from "../support/facts.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient, codeSent } from "../support/settlement.ts";

describe("facts, their record and minutes, in three windows", function () {
  this.timeout(300_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let cookie: string;
  let mediator: Client;
  let approver: Client;
  let agent: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    approver = await app.signIn("approver");
    agent = await app.signIn("agent");
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    cookie = await borrowerCookie(app, theCase);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  const atTheDesk = async (who: Client, tab: string | RegExp, language: "zh" | "en" = "zh") => {
    const visitor = await Visitor.open(browser, app.url, { cookie: who.cookie(), language });
    await visitor.enter(`/cases/${theCase.id}/room`);
    await visitor.page.getByRole("tab", { name: tab }).click();
    await visitor.settled();
    return visitor;
  };
  const onThePhone = async (path: string, language: "zh" | "en" = "zh") => {
    const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language });
    await visitor.goTo(path);
    return visitor;
  };

  it("are put, confirmed, disputed and signed by both", async () => {
    const platform = await atTheDesk(approver, "事实");
    const { page } = platform;
    await page.getByLabel("事实内容").fill("借款人自2025年10月起失业。");
    await page.getByRole("button", { name: "提出", exact: true }).click();
    await page.getByText("借款人自2025年10月起失业。").first().waitFor();
    await page.getByText(/从案件数据中选取/).click();
    await page.getByRole("button", { name: /列入.*发放借款本金/ }).click();
    await page.locator(".facts-item", { hasText: "发放借款本金" }).waitFor();
    await propose(agent, theCase, "平台寄出过三次书面催告。");
    await page.getByText("平台寄出过三次书面催告。").first().waitFor();
    await platform.expectFine("the platform's list of facts");
    await picture(platform, "facts-platform");

    const phone = await onThePhone("/m/case");
    await phone.page.getByText("有 3 条事实等您确认").waitFor();
    await picture(phone, "facts-phone-hint");
    await phone.page.getByRole("link", { name: "去看看" }).click();
    const [first, second, third] = await factCards(phone);
    await first!.getByRole("button", { name: "属实" }).click();
    await first!.getByText("双方确认").waitFor();
    await second!.getByRole("button", { name: "属实" }).click();
    await second!.getByText("双方确认").waitFor();
    await third!.getByRole("button", { name: "有异议" }).click();
    await phone.page.getByLabel(/哪里不对/).fill("只收到过一次");
    await picture(phone, "facts-phone-dispute");
    await phone.page.getByRole("button", { name: "提出异议" }).click();
    await third!.getByText("有争议").waitFor();
    await phone.expectFine("facts on the phone");
    await picture(phone, "facts-phone");

    const cockpit = await atTheDesk(mediator, "事实");
    await cockpit.page.getByRole("button", { name: "拟定记录（2 条）" }).click();
    await cockpit.page.getByRole("button", { name: "确定" }).click();
    await cockpit.page.getByText("载明 2 条事实").waitFor();
    await cockpit.expectFine("the mediator's desk with a record to sign");
    await picture(cockpit, "facts-mediator");

    await page.getByRole("button", { name: "签署记录" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("没有争议").first().waitFor();
    await platform.expectFine("the dialog in which a platform signs");
    await picture(platform, "facts-platform-sign");
    await dialog.getByLabel(/审批人赵/).fill("审批人赵");
    await dialog.getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "签署记录" }).click();
    await page.getByText("审批人赵 已签署").waitFor();

    await phone.goTo("/m/case/facts");
    await phone.page.getByText("签署前请先想清楚").waitFor();
    await picture(phone, "facts-phone-record");
    await phone.page.getByRole("button", { name: "我已读完，去签署" }).click();
    await phone.page.getByRole("button", { name: /获取验证码|发送验证码/ }).click();
    await phone.settled();
    await phone.page.getByLabel("6 位验证码").fill(await codeSent(app, theCase));
    await phone.page.getByRole("button", { name: "改为输入姓名" }).click();
    await phone.page.getByLabel("输入您的姓名作为签名").fill("张小伟");
    await phone.page.getByRole("checkbox").check();
    await phone.expectFine("signing the record on the phone");
    await phone.page.getByRole("button", { name: "签署记录" }).click();
    await phone.page.getByText("双方签署的无争议事实记录").waitFor();
    const { signed, items } = await factsOf(agent, theCase);
    expect(signed).to.have.length(1);
    expect(items.map(({ status }) => status)).to.deep.equal(["recorded", "recorded", "disputed"]);
    await phone.expectFine("the signed record on the phone");
    await picture(phone, "facts-phone-signed");
    for (const window of [platform, phone, cockpit]) await window.close();
  });

  it("are answered by keyboard alone, and read in English @long", async () => {
    await propose(await borrowerClient(app, theCase), theCase, "借款人自2025年10月起失业。");
    const desk = await atTheDesk(agent, "Facts", "en");
    const button = desk.page.getByRole("button", { name: "It is so" });
    await button.focus();
    await desk.page.keyboard.press("Enter");
    await desk.page.getByText("confirmed by both").waitFor();
    await desk.page.keyboard.press("Tab");
    await desk.page.keyboard.press("Enter");
    const reason = desk.page.getByLabel(/What is wrong/);
    await reason.waitFor();
    await desk.page.keyboard.type("since November");
    await desk.page.keyboard.press("Enter");
    await desk.page.getByText("disputed").first().waitFor();
    await desk.expectFine("facts in English");
    await picture(desk, "facts-platform-en");
    const phone = await onThePhone("/m/case/facts", "en");
    await phone.expectFine("facts on the phone in English");
    await picture(phone, "facts-phone-en");
    for (const window of [desk, phone]) await window.close();
  });

  it("go into minutes that the mediator draws up and those present confirm", async () => {
    const borrower = await borrowerClient(app, theCase);
    for (const who of [mediator, borrower, agent])
      await who.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES });
    await agreedFact(app, theCase, "借款人自2025年10月起失业。", { borrower, agent });
    const cockpit = await atTheDesk(mediator, "笔录");
    const { page } = cockpit;
    await page.locator(".minutes-make summary").click();
    await cockpit.expectFine("where minutes are drawn up");
    await page.locator(".minutes-span").getByRole("button").click();
    await page.getByText("双方确认事实1：借款人自2025年10月起失业。").waitFor();
    await page.getByRole("button", { name: "核对并补充" }).click();
    await page.getByLabel(/对“双方确认事实1.*的附注/).fill("双方均无异议。");
    await cockpit.expectFine("the editor of minutes");
    await picture(cockpit, "minutes-mediator-edit");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page.getByText("双方均无异议。").waitFor();
    await picture(cockpit, "minutes-mediator-draft");
    await page.getByRole("button", { name: "交参加人确认" }).click();
    await page.getByRole("button", { name: "确定" }).click();
    await page.getByText("待参加人确认").waitFor();
    await cockpit.expectFine("minutes to be confirmed");

    const phone = await onThePhone("/m/case");
    await phone.page.getByText("有一份调解笔录等您确认").waitFor();
    await phone.goTo("/m/case/minutes");
    await phone.expectFine("minutes on the phone");
    await picture(phone, "minutes-phone");
    await phone.page.getByRole("button", { name: "不予确认" }).click();
    await phone.page.getByLabel(/说明/).fill("时间记早了。");
    await phone.page.getByRole("button", { name: "提交" }).click();
    await phone.page.getByText("时间记早了。").waitFor();

    const platform = await atTheDesk(agent, "Minutes", "en");
    await platform.page.getByRole("button", { name: "They are right" }).click();
    await platform.page.getByText("final").first().waitFor();
    await platform.expectFine("final minutes in English");
    await picture(platform, "minutes-platform-en");
    for (const window of [cockpit, phone, platform]) await window.close();
  });
});

/** The cards of facts on the phone, in the order of their numbers. */
async function factCards({ page }: Visitor) {
  const cards = page.locator(".b-card", { has: page.getByRole("heading", { name: /^第 \d+ 条$/ }) });
  await cards.first().waitFor();
  return await cards.all();
}
