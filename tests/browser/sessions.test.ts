import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("a live session, in three windows", function () {
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

  it("asks for the ground rules, finds a time, and is held with a clock and phases", async () => {
    const cockpit = await Visitor.open(browser, app.url, { cookie: mediator.cookie() });
    await cockpit.goTo(`/cases/${theCase.id}/room`);
    await cockpit.page.getByRole("heading", { name: "调解守则" }).waitFor();
    await cockpit.expectFine("the ground rules on a desk");
    await picture(cockpit, "sessions-rules");
    await cockpit.enter(`/cases/${theCase.id}/room`);
    await cockpit.page.getByRole("tab", { name: "调解会" }).click();
    await cockpit.page.getByRole("button", { name: "提出时间" }).click();
    await cockpit.expectFine("the times to offer");
    await picture(cockpit, "sessions-times");
    await cockpit.page.getByRole("button", { name: "发给双方" }).click();
    await cockpit.page.getByText("等待双方勾选。").waitFor();

    const phone = await Visitor.open(browser, app.url, { phone: true, cookie });
    await phone.goTo("/m/case");
    await phone.page.getByRole("link", { name: "去选时间" }).waitFor();
    await phone.expectFine("the borrower's start page with times to choose");
    await picture(phone, "sessions-phone-home");
    await phone.page.getByRole("link", { name: "去选时间" }).click();
    await phone.page.getByText("哪些时间适合您？").waitFor();
    const boxes = phone.page.getByRole("checkbox");
    await boxes.nth(1).check();
    await boxes.nth(2).check();
    await phone.page.getByRole("button", { name: "提交" }).click();
    await phone.page.getByText("已提交，调解员定下时间后会通知您").waitFor();
    await phone.expectFine("the borrower's ticks");
    await picture(phone, "sessions-phone-ticks");

    const platform = await Visitor.open(browser, app.url, { cookie: agent.cookie(), language: "en" });
    await platform.enter(`/cases/${theCase.id}/room`);
    await platform.page.getByRole("tab", { name: "Sessions" }).click();
    await platform.page.getByRole("group", { name: "Which times suit your side?" }).waitFor();
    expect(await platform.text()).not.to.include("张小伟\n");
    await platform.page.getByRole("checkbox").nth(1).check();
    await platform.page.getByRole("button", { name: "Submit" }).click();
    await platform.page.getByText("Submitted. You will be told").waitFor();
    await platform.expectFine("the platform's ticks");
    await picture(platform, "sessions-platform-ticks");

    const fix = cockpit.page.locator(".session-suggested").getByRole("button");
    await fix.waitFor();
    await cockpit.expectFine("what suits whom");
    await picture(cockpit, "sessions-cockpit-ticks");
    await fix.click();
    await cockpit.page.locator(".session-side").getByText("已定时间").waitFor();
    await cockpit.page.getByRole("button", { name: "开放候会" }).click();
    await cockpit.page.getByRole("button", { name: "开始", exact: true }).click();
    await cockpit.page.locator(".session-side [role=timer]").waitFor();
    await cockpit.page.getByRole("button", { name: "进入“核对事实”环节" }).click();
    await cockpit.page.locator("[aria-current=step]").getByText("核对事实").waitFor();
    await platform.page.locator(".session-side [aria-current=step]").getByText("Facts").waitFor();
    await cockpit.expectFine("a running session in the cockpit");
    await picture(cockpit, "sessions-cockpit-running");
    await platform.expectFine("a running session for the platform");
    await picture(platform, "sessions-platform-running");

    await phone.goTo("/m/case/sessions");
    await phone.page.getByRole("timer").waitFor();
    await phone.expectFine("a running session on the phone");
    await picture(phone, "sessions-phone-running");
    await phone.page.getByRole("link", { name: "进入调解室" }).click();
    await phone.page.getByRole("heading", { name: "调解守则" }).waitFor();
    await phone.expectFine("the ground rules on the phone");
    await picture(phone, "sessions-phone-rules");
    await phone.page.getByLabel("我已阅读并接受以上守则").check();
    await phone.page.getByRole("button", { name: "接受并进入" }).click();
    await cockpit.page.getByText("张小伟 到会").first().waitFor();

    await cockpit.page.getByRole("button", { name: "结束", exact: true }).click();
    await cockpit.page.getByRole("dialog").getByRole("button", { name: "结束" }).click();
    await cockpit.page.getByText("开过的调解会").waitFor();
    await cockpit.page.getByRole("button", { name: "确认到会" }).click();
    await cockpit.page.getByRole("dialog").getByRole("button", { name: "确认到会" }).click();
    await cockpit.page.getByText("调解员于").waitFor();
    await cockpit.expectFine("a session that was held");
    await picture(cockpit, "sessions-cockpit-ended");
    const confirmed = await app.tx((tx) =>
      rows<{ n: number }>(
        tx.manager,
        `SELECT count(*)::int AS n FROM session_attendance a JOIN mediation_session s ON s.id = a.session_id
         WHERE s.case_id = $1 AND s.confirmed_present @> ARRAY[a.member_id]`,
        [theCase.id],
      ),
    );
    expect(confirmed[0]?.n).to.be.at.least(3);
    await cockpit.resize(PHONE);
    await cockpit.expectFine("the cockpit on a phone");
    for (const window of [cockpit, platform, phone]) await window.close();
  });
});
