import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { openRound } from "../support/proposalRounds.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("a sealed proposal, in three windows", function () {
  this.timeout(240_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let cookie: string;
  let mediator: Client;
  let approver: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    approver = await app.signIn("approver");
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

  const room = () => `/cases/${theCase.id}/room`;
  const inTheRoom = async (who: Client, language: "zh" | "en" = "zh") => {
    const visitor = await Visitor.open(browser, app.url, { cookie: who.cookie(), language });
    await visitor.enter(room());
    return visitor;
  };
  const onThePhone = async (language: "zh" | "en" = "zh") => {
    const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language });
    await visitor.goTo("/m/case/offers");
    return visitor;
  };
  /** Nobody waits an hour for a test: the deadline comes to us, and then the job. */
  const deadlinePasses = async () => {
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE proposal SET deadline = now() - interval '1 second' WHERE case_id = $1`, [
        theCase.id,
      ]),
    );
    await app.services.proposals.closing.run();
  };

  it("is drawn up, sent, answered by both and revealed as a joint yes", async () => {
    const cockpit = await inTheRoom(mediator);
    await cockpit.page.getByRole("button", { name: "拟一份建议方案" }).click();
    await cockpit.page.getByLabel("附言").fill("请双方各自考虑这份方案。");
    await cockpit.page.getByRole("button", { name: "保存草稿" }).click();
    await cockpit.page.getByRole("heading", { name: /建议方案草稿/ }).waitFor();
    await picture(cockpit, "proposal-mediator-draft");
    await cockpit.page.getByRole("button", { name: "发给双方" }).click();
    await cockpit.page.getByRole("dialog").getByRole("button", { name: "发给双方" }).click();
    await cockpit.page.getByRole("heading", { name: /建议方案 1/ }).waitFor();
    await cockpit.page.getByText("双方的答复都是密封的").waitFor();
    await cockpit.expectFine("the cockpit with an open round");
    await picture(cockpit, "proposal-mediator-open");

    const platform = await inTheRoom(approver);
    await platform.page.getByText("答复之前请先了解").waitFor();
    await platform.expectFine("the platform's warning");
    await picture(platform, "proposal-platform-warning");
    await platform.page.getByLabel("我已了解以上说明").check();
    await platform.page.getByRole("button", { name: "去答复" }).click();
    await platform.page.getByRole("button", { name: "同意", exact: true }).click();
    await platform.page.getByText("本方答复：同意").waitFor();
    await platform.expectFine("the platform's own answer");
    await picture(platform, "proposal-platform-answered");

    const phone = await onThePhone();
    await phone.page.getByText("答复之前请先了解").waitFor();
    await phone.expectFine("the warning on the phone");
    await picture(phone, "proposal-phone-warning");
    await phone.page.getByLabel("我已了解以上说明").check();
    await phone.page.getByRole("button", { name: "去答复" }).click();
    await phone.page.getByRole("button", { name: "同意", exact: true }).click();
    await phone.page.getByText("您的答复：同意").waitFor();
    await phone.expectFine("the answer on the phone");
    await picture(phone, "proposal-phone-answered");
    expect(await cockpit.text()).not.to.match(/答复：(不)?同意/);

    await deadlinePasses();
    for (const window of [cockpit, platform])
      await window.page.getByText("双方都同意了这份方案").first().waitFor();
    await cockpit.expectFine("the result in the cockpit");
    await picture(cockpit, "proposal-mediator-agreed");
    await phone.goTo("/m/case/offers");
    await phone.page.getByText("双方都同意了这份方案").waitFor();
    await phone.enter("/m/case/talk");
    await phone.page.getByText("双方都同意建议方案 1").waitFor();
    for (const window of [cockpit, platform, phone]) await window.close();
  });

  it("that one side said no to ends with the same words for everybody", async () => {
    await openRound(app, mediator, theCase);
    const cockpit = await inTheRoom(mediator, "en");
    const platform = await inTheRoom(approver, "en");
    await platform.page.getByLabel("I have understood this").check();
    await picture(platform, "proposal-platform-warning-en");
    await platform.page.getByRole("button", { name: "Go on to answer" }).click();
    await platform.page.getByRole("button", { name: "Yes", exact: true }).click();
    await platform.page.getByText("Your side's answer: yes").waitFor();
    const phone = await onThePhone("en");
    await phone.page.getByLabel("I have understood this").check();
    await phone.page.getByRole("button", { name: "Go on to answer" }).click();
    await phone.page.getByRole("button", { name: "No", exact: true }).click();
    await phone.page.getByText("Your answer: no").waitFor();
    await phone.expectFine("a no on the phone");
    await picture(phone, "proposal-phone-no-en");

    await deadlinePasses();
    const words = "There is no agreement on this proposal. No answer is revealed.";
    for (const window of [cockpit, platform]) await window.page.getByText(words).waitFor();
    await phone.goTo("/m/case/offers");
    await phone.page.getByText(words).waitFor();
    await phone.expectFine("no agreement on the phone");
    await cockpit.expectFine("no agreement in the cockpit");
    await picture(cockpit, "proposal-mediator-not-agreed-en");
    await picture(phone, "proposal-phone-not-agreed-en");
    for (const window of [cockpit, platform, phone]) await window.close();
  });
});
