import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { idNumber } from "../support/buildCase.ts";
import { photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { accepted, codeTo, linkOf } from "../support/representing.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("a representative, in three windows", function () {
  this.timeout(240_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let mediator: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
  });
  beforeEach(async () => void (theCase = await buildRoomCase(app, people)));
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("is named on the phone, checked by the mediator, comes in by a link, and is ended", async () => {
    const cookie = await borrowerCookie(app, theCase);
    const phone = await Visitor.open(browser, app.url, { phone: true, cookie });
    await phone.goTo("/m/case");
    await phone.page.getByRole("link", { name: /^代理人/ }).click();
    await phone.page.getByText("目前没有代理人。").waitFor();
    await phone.expectFine("nobody acts yet");
    await phone.page.getByRole("button", { name: "添加代理人" }).click();
    await phone.page.getByRole("button", { name: "交给调解员核对" }).click();
    await phone.page.getByText("请上传授权委托书").waitFor();
    await phone.expectFine("the form with its faults");
    await picture(phone, "representatives-phone-faults");
    await phone.page.getByLabel("姓名").fill("李芳");
    await phone.page.getByLabel("与您的关系").fill("妻子");
    await phone.page.getByLabel("身份证号").fill(idNumber(871));
    await phone.page.getByLabel("手机号").fill("18800008871");
    await phone.page
      .getByLabel(/选择文件/)
      .setInputFiles({ name: "授权委托书.jpg", mimeType: "image/jpeg", buffer: await photo(871) });
    await picture(phone, "representatives-phone-form");
    await phone.page.getByRole("button", { name: "交给调解员核对" }).click();
    await phone.page.getByText("等待调解员核对").waitFor();
    await phone.expectFine("somebody named");
    await picture(phone, "representatives-phone-named");

    const desk = await Visitor.open(browser, app.url, { cookie: mediator.cookie() });
    await desk.enter(`/cases/${theCase.id}`);
    await desk.page.getByRole("button", { name: "核对无误，接受" }).waitFor();
    await desk.expectFine("the mediator's check");
    await picture(desk, "representatives-mediator");
    await desk.page.getByRole("button", { name: "核对无误，接受" }).click();
    await desk.page.getByRole("dialog").getByText("请确认：委托书由借款人本人签名").waitFor();
    await desk.page.getByRole("dialog").getByRole("button", { name: "核对无误，接受" }).click();
    await desk.page.getByText("已发出链接，还没有进入").waitFor();
    await picture(desk, "representatives-mediator-accepted");

    const { body: list } = await mediator.get(`/api/cases/${theCase.id}/representatives`).expect(200);
    const [{ id }] = list.items;
    const other = await Visitor.open(browser, app.url, { phone: true });
    await other.enter(`/m/${await linkOf(app, id)}`);
    await other.page.getByText("您被委托为代理人").waitFor();
    await other.expectFine("the representative's door");
    await picture(other, "representatives-landing");
    await other.page.getByRole("link", { name: "确认身份" }).click();
    await other.page.getByRole("button", { name: "发送验证码" }).click();
    await other.page.getByText("验证码已发送到").waitFor();
    await other.page.getByLabel("6 位验证码").fill(await codeTo(app, "18800008871"));
    await other.page.getByLabel("身份证号最后四位").fill(idNumber(871).slice(-4));
    await other.page.getByRole("button", { name: "确认", exact: true }).click();
    await other.page.getByText("您正在以代理人身份为张**办理（一般授权）").waitFor();
    await other.expectFine("the representative's home");
    await picture(other, "representatives-home");
    await other.goTo("/m/case/representatives");
    await other.page.getByText("李芳").first().waitFor();
    expect(await other.page.getByRole("button", { name: /终止/ }).count()).to.equal(0);

    await phone.goTo("/m/case/representatives");
    await phone.page.getByRole("button", { name: "终止李芳的代理" }).click();
    await phone.page.getByRole("dialog").getByText("立即生效").waitFor();
    await picture(phone, "representatives-phone-end");
    await phone.page.getByRole("button", { name: "立即终止" }).click();
    await phone.page.getByText("借款人终止").waitFor();
    await other.goTo("/m/case");
    await other.page.getByText("您正在以代理人身份").waitFor({ state: "detached" });
    for (const window of [phone, desk, other]) await window.close();
  });

  it("and a co-mediator are shown for what they are, in English too @long", async () => {
    const { id } = await accepted(app, theCase, { scope: "special" });
    const cookie = await borrowerCookie(app, theCase, id);
    const phone = await Visitor.open(browser, app.url, { phone: true, cookie, language: "en" });
    await phone.goTo("/m/case");
    await phone.page.getByText("You act for 张** (special powers).").waitFor();
    await picture(phone, "representatives-home-en");
    const desk = await Visitor.open(browser, app.url, { cookie: mediator.cookie(), language: "en" });
    await desk.enter(`/cases/${theCase.id}`);
    await desk.page.getByRole("button", { name: "Ask a co-mediator" }).click();
    await desk.page.getByRole("radio", { name: /调解员吴/ }).check();
    await picture(desk, "representatives-co-en");
    await desk.page.getByRole("dialog").getByRole("button", { name: "Ask", exact: true }).click();
    await desk.page.getByText("was asked and has not declared yet").waitFor();
    await desk.expectFine("the people of a case");
    await picture(desk, "representatives-mediator-en");
    for (const window of [phone, desk]) await window.close();
  });
});
