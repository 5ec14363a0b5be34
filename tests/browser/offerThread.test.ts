import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("an offer drafted for the borrower, in three windows", function () {
  this.timeout(240_000);
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
    mediator = await app.signIn("mediator");
    agent = await app.signIn("agent");
    theCase = await buildRoomCase(app, people);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("is found by keyboard, drawn up by the mediator, put by the borrower and heard of by the platform", async () => {
    const desk = await Visitor.open(browser, app.url, { cookie: mediator.cookie() });
    await desk.enter(`/cases/${theCase.id}/room`);
    await desk.goTo("/queue");
    await desk.page.keyboard.press("Control+k");
    const go = desk.page.getByRole("combobox", { name: "前往" });
    await go.fill(theCase.number);
    await desk.page.getByRole("option", { name: /调解室/ }).waitFor();
    await desk.expectFine("where to go");
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.keyboard.press("Enter");
    await desk.page.getByRole("heading", { level: 1, name: new RegExp(theCase.number) }).waitFor();
    expect(new URL(desk.page.url()).pathname).to.equal(`/cases/${theCase.id}/room`);

    await desk.page.getByRole("button", { name: "替借款人拟方案" }).click();
    await desk.page.getByLabel("附言").fill("按电话里说的，每月少一点。");
    await desk.expectFine("an offer being drafted for the borrower");
    await desk.page.getByRole("button", { name: "交给对方确认" }).click();
    await desk.page.getByText("等待这一方确认；另一方看不到。").waitFor();
    await desk.expectFine("a draft that waits");
    await picture(desk, "offer-draft-mediator");

    const platform = await Visitor.open(browser, app.url, { cookie: agent.cookie() });
    await platform.enter(`/cases/${theCase.id}/room`);
    await platform.page.getByText("还没有方案").waitFor();
    expect(await platform.page.getByText("代拟").count()).to.equal(0);

    const cookie = await borrowerCookie(app, theCase);
    const phone = await Visitor.open(browser, app.url, { phone: true, cookie });
    await phone.goTo("/m/case/offers");
    await phone.page.getByRole("heading", { name: "调解员替您拟的方案" }).waitFor();
    await phone.expectFine("the draft on the phone");
    await picture(phone, "offer-draft-phone");
    await phone.page.getByRole("button", { name: "确认，作为我的方案提出" }).click();
    await phone.expectFine("the draft about to be put");
    await phone.page.getByRole("dialog").getByRole("button", { name: "确认，作为我的方案提出" }).click();
    await phone.page.getByRole("heading", { name: "我的方案 1" }).waitFor();
    await platform.page.getByText("按电话里说的，每月少一点。").first().waitFor();
  });
});
