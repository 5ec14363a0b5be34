import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

const WORDS = "我每月最多能还一千二";

describe("caucus and safety, in three windows", function () {
  this.timeout(240_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let cookie: string;
  let mediator: Client;
  let agent: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
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

  const inTheRoom = async (who: Client, language: "zh" | "en" = "zh") => {
    const visitor = await Visitor.open(browser, app.url, { cookie: who.cookie(), language });
    await visitor.enter(`/cases/${theCase.id}/room`);
    return visitor;
  };
  const onThePhone = async (language: "zh" | "en" = "zh") => {
    const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language });
    await visitor.enter("/m/case/talk");
    return visitor;
  };

  it("talks alone, passes on exactly what may be passed on, and mutes", async () => {
    const [desk, platform, phone] = [await inTheRoom(mediator), await inTheRoom(agent), await onThePhone()];

    // The borrower asks for the mediator alone, and nobody else hears of it.
    await phone.page.getByRole("button", { name: "需要帮助" }).click();
    await phone.page.getByLabel("想说明的（可不填）").fill("当着平台不方便说");
    await phone.expectFine("asking for help on the phone");
    await picture(phone, "caucus-phone-help");
    await phone.page.getByRole("button", { name: "发送请求" }).click();
    await desk.page.getByText("借款人请求单独谈").waitFor();
    await picture(desk, "caucus-desk-request");
    await desk.page.getByRole("button", { name: "开始单独沟通" }).click();
    await phone.page.getByText("调解员正在与您单独沟通").waitFor();
    await desk.page.getByText("没有告知平台").waitFor();

    // In the caucus: a statement that stays, one that may be passed on, and a paper.
    await phone.page.getByRole("button", { name: "与调解员单独谈", exact: true }).click();
    await phone.page.getByLabel("只对调解员说").fill("我母亲在住院");
    await phone.page.getByRole("button", { name: "发送", exact: true }).click();
    await phone.page.getByText("我母亲在住院").waitFor();
    await phone.page.getByLabel("只对调解员说").fill(WORDS);
    await phone.page.getByLabel(/^可转达：/).check();
    await phone.page.getByRole("button", { name: "发送", exact: true }).click();
    await phone.page.getByRole("button", { name: "收回转达许可" }).waitFor();
    await phone.page.getByRole("button", { name: "出示文件" }).click();
    await phone.page
      .locator('input[type="file"]')
      .setInputFiles({ name: "住院证明.jpg", mimeType: "image/jpeg", buffer: await photo(91) });
    await phone.expectFine("showing a paper on the phone");
    await picture(phone, "caucus-phone-attach");
    await phone.page.getByRole("button", { name: "出示", exact: true }).click();
    await phone.page.getByRole("link", { name: "打开 住院证明" }).waitFor();
    await phone.expectFine("the caucus on the phone");
    await picture(phone, "caucus-phone");

    await desk.page.getByRole("tab", { name: /与借款人单谈/ }).click();
    await desk.page.getByRole("link", { name: "打开 住院证明" }).waitFor();
    await desk.expectFine("the caucus in the cockpit");
    await picture(desk, "caucus-desk");
    await desk.page.getByRole("button", { name: "转达给平台" }).click();
    await desk.page.getByText("已转达", { exact: true }).waitFor();
    await phone.page.getByText("已转达").waitFor();

    // The platform hears the words that were passed on, and nothing else of it all.
    await platform.page.getByRole("tab", { name: /与调解员单谈/ }).click();
    await platform.page.locator("blockquote").getByText(WORDS).waitFor();
    await platform.expectFine("what was passed on");
    await picture(platform, "caucus-platform-passed");
    for (const secret of ["住院", "单独沟通", "请求单独谈"]) {
      expect(await platform.text()).not.to.contain(secret);
    }
    await desk.page.getByRole("button", { name: "结束单独沟通" }).click();
    await phone.page.getByText("调解员正在与您单独沟通").waitFor({ state: "detached" });

    // One that is announced is there for all to see.
    await desk.page.getByRole("tab", { name: /与平台单谈/ }).click();
    await desk.page.getByRole("button", { name: "告知各方并开始" }).click();
    await phone.page.getByText("调解员正在与平台单独沟通").first().waitFor();
    await platform.page.getByText("调解员正在与您单独沟通").waitFor();

    // Somebody is reported, then muted, and told so.
    await platform.page.getByRole("tab", { name: /共同频道/ }).click();
    await platform.page.getByRole("textbox", { name: /写给/ }).fill("不还就等着瞧");
    await platform.page.getByRole("button", { name: "发给各方" }).click();
    await phone.page.getByRole("button", { name: "三方会谈" }).click();
    await phone.page.getByText("不还就等着瞧").waitFor();
    await phone.page.getByRole("button", { name: "举报" }).last().click();
    await phone.page.getByLabel("威胁、恐吓").check();
    await phone.expectFine("a report on the phone");
    await picture(phone, "caucus-phone-report");
    await phone.page.getByRole("button", { name: "提交举报" }).click();
    await desk.page.getByRole("tab", { name: /共同频道/ }).click();
    await desk.page.getByText(/借款人举报：威胁、恐吓/).waitFor();
    await desk.page.getByRole("button", { name: "将 专员陈 禁言" }).click();
    await desk.page.getByLabel("原因（会告诉本人）").fill("请不要威胁对方");
    await desk.page.getByRole("dialog").getByRole("button", { name: "禁言" }).click();
    await platform.page.getByText("调解员已暂停您的发言").waitFor();
    await platform.expectFine("a muted platform");
    await picture(platform, "caucus-platform-muted");
    await desk.page.getByRole("button", { name: "标为已处理" }).click();
    await desk.page.getByLabel("处理情况（会告诉举报的一方）").fill("已禁言并提醒");
    await desk.page.getByRole("dialog").getByRole("button", { name: "标为已处理" }).click();
    await phone.page.getByText("举报已处理：已禁言并提醒").waitFor();
    await desk.expectFine("the joint channel after a report");
    await picture(desk, "caucus-desk-report");
    await desk.page.getByRole("button", { name: "恢复 专员陈 发言" }).click();
    await platform.page.getByRole("textbox", { name: /写给/ }).waitFor();
    expect(await platform.text()).not.to.contain("举报：");
    for (const window of [desk, platform, phone]) await window.close();
  });

  it("grants a pause with one step, in English and on a narrow desk @long", async () => {
    const [desk, platform, phone] = [
      await inTheRoom(mediator, "en"),
      await inTheRoom(agent, "en"),
      await onThePhone("en"),
    ];
    await platform.page.getByRole("button", { name: "Ask for a pause" }).click();
    await picture(platform, "caucus-platform-ask-en");
    await platform.page.getByRole("button", { name: "Send", exact: true }).click();
    await platform.page.getByText("You asked for a pause; the mediator will answer").waitFor();
    await desk.page.getByText("The platform asks for a pause").waitFor();
    await desk.page.getByRole("tab", { name: /borrower/i }).click();
    await desk.page.getByRole("button", { name: "Attach" }).click();
    await desk.expectFine("showing a document in the cockpit");
    await picture(desk, "caucus-desk-attach-en");
    await desk.page.keyboard.press("Escape");
    await desk.resize(PHONE);
    await desk.expectFine("a request on a narrow desk");
    await picture(desk, "caucus-desk-narrow-en");
    await phone.page.getByRole("button", { name: "I need help" }).click();
    await picture(phone, "caucus-phone-help-en");
    await phone.page.keyboard.press("Escape");
    await desk.page.getByRole("button", { name: "Pause the case" }).click();
    await phone.page.getByText("The case is paused; nothing can be said for now.").waitFor();
    await phone.expectFine("a paused case on the phone");
    for (const window of [desk, platform, phone]) await window.close();
  });
});
