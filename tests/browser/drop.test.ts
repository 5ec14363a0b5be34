import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("a bad connection, in three windows", function () {
  this.timeout(180_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let mediator: Client;
  let agent: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    [mediator, agent] = [await app.signIn("mediator"), await app.signIn("agent")];
    theCase = await buildRoomCase(app, people);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  async function say({ page }: Visitor, text: string): Promise<void> {
    const field = page.locator("textarea:visible").last();
    await field.fill(text);
    await field.press("Control+Enter");
  }
  const log = ({ page }: Visitor, text: string) => page.locator("[role=log]").getByText(text);

  it("loses no word of anybody: what was written off line goes out, what was said meanwhile comes in", async () => {
    const desk = await Visitor.open(browser, app.url, { cookie: mediator.cookie() });
    await desk.enter(`/cases/${theCase.id}/room`);
    const platform = await Visitor.open(browser, app.url, { cookie: agent.cookie() });
    await platform.enter(`/cases/${theCase.id}/room`);
    const cookie = await borrowerCookie(app, theCase);
    const phone = await Visitor.open(browser, app.url, { phone: true, cookie });
    await phone.enter("/m/case/talk");
    await say(phone, "我在线上。");
    await log(desk, "我在线上。").waitFor();

    await phone.page.context().setOffline(true);
    await phone.page.getByText("网络断开了").waitFor();
    await say(phone, "这句是断网的时候写的。");
    await phone.page.getByText("正在发送…").waitFor();
    await say(platform, "断网期间平台说的话。");
    await say(desk, "断网期间调解员说的话。");
    await log(platform, "断网期间调解员说的话。").waitFor();
    expect(await log(desk, "这句是断网的时候写的。").count()).to.equal(0);

    await phone.page.context().setOffline(false);
    await log(phone, "断网期间平台说的话。").waitFor();
    await log(phone, "断网期间调解员说的话。").waitFor();
    await phone.page.getByText("正在发送…").waitFor({ state: "detached" });
    for (const window of [desk, platform, phone])
      await log(window, "这句是断网的时候写的。").first().waitFor();
    for (const window of [desk, platform, phone])
      expect(await log(window, "这句是断网的时候写的。").count()).to.equal(1);
  });
});
