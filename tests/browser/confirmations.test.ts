import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { bytesOf } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, wordsOf } from "../support/pdf.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie } from "../support/roomCase.ts";
import { borrowerClient, buildPerforming, codeSent } from "../support/settlement.ts";

const COURT = "杭州市上城区人民法院";

describe("after the agreement, seen in a browser", function () {
  this.timeout(180_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  const visitors: Visitor[] = [];

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    ({ theCase } = await buildPerforming(app, people));
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    for (const visitor of visitors) await visitor.close();
    await browser?.close();
    await app?.close();
  });

  const staff = async (username: string, language: "zh" | "en" = "zh") => {
    const cookie = (await app.signIn(username)).cookie();
    const visitor = await Visitor.open(browser, app.url, { cookie, language });
    visitors.push(visitor);
    return visitor;
  };
  const phone = async () => {
    const cookie = await borrowerCookie(app, theCase);
    const visitor = await Visitor.open(browser, app.url, { phone: true, cookie });
    visitors.push(visitor);
    return visitor;
  };
  const tab = () => `/cases/${theCase.id}?tab=confirmation`;
  const looked = async (visitor: Visitor, name: string) => {
    await visitor.expectFine(`${name} at 1280`);
    await picture(visitor, `${name}-1280`);
    await visitor.resize(PHONE);
    await visitor.expectFine(`${name} at 390`);
    await picture(visitor, `${name}-390`);
    await visitor.resize(DESK);
  };

  it("the mediator names the court, both sign, and the filing and the ruling are recorded", async () => {
    const mediator = await staff("mediator");
    await mediator.goTo(tab());
    const { page } = mediator;
    expect(await mediator.text()).to.match(/还有 30 天|还有 29 天/);
    await looked(mediator, "confirmation-open");
    await page.getByRole("button", { name: "拟定申请书" }).click();
    await page.getByRole("dialog").getByLabel("申请法院").fill(COURT);
    await mediator.expectFine("the dialog for the court");
    await page.getByRole("dialog").getByRole("button", { name: "拟定申请书" }).click();
    await page.getByText("等待双方签署").waitFor();
    await looked(mediator, "confirmation-preparing");

    const borrower = await phone();
    await borrower.goTo("/m/case/plan");
    await borrower.expectFine("the plan with its hint");
    await borrower.page.getByRole("link", { name: "签署申请书" }).tap();
    await borrower.settled();
    await borrower.page
      .getByRole("button", { name: /获取|发送/ })
      .first()
      .tap();
    await borrower.settled();
    await borrower.page
      .getByRole("textbox")
      .first()
      .fill(await codeSent(app, theCase));
    await borrower.page
      .getByRole("button", { name: /键入|打字|输入姓名/ })
      .first()
      .tap();
    await borrower.page.getByRole("textbox").last().fill("张小伟");
    await borrower.page.getByRole("checkbox").tap();
    await borrower.expectFine("the application on the phone");
    await picture(borrower, "confirmation-sign-phone");
    await borrower.page.getByRole("button", { name: "签署申请书" }).tap();
    await borrower.page.getByRole("button", { name: "签署申请书" }).waitFor({ state: "detached" });

    const approver = await staff("approver", "en");
    await approver.goTo(tab());
    await looked(approver, "confirmation-approver-en");
    await approver.page.getByRole("button", { name: "Sign the application" }).click();
    const dialog = approver.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("审批人赵");
    await dialog.getByRole("checkbox").check();
    await approver.expectFine("the dialog for signing");
    await dialog.getByRole("button", { name: "Sign the application" }).click();
    await approver.page.getByText("Signed, to be filed").waitFor();

    await mediator.goTo(tab());
    await page.getByRole("button", { name: "登记提交" }).click();
    await page.getByRole("dialog").getByLabel("法院案号").fill("（2026）浙0102民特123号");
    await page.getByRole("dialog").getByRole("button", { name: "登记提交" }).click();
    await page.getByText("法院审查中").waitFor();
    const bundle = await bytesOf(
      (await app.signIn("mediator")).get(`/api/cases/${theCase.id}/confirmation/bundle.pdf`),
    );
    await page.getByRole("button", { name: "登记结果" }).click();
    await page
      .getByRole("dialog")
      .locator("input[type=file]")
      .setInputFiles({ name: "裁定书.pdf", mimeType: "application/pdf", buffer: bundle });
    await mediator.expectFine("the dialog for the ruling");
    await page.getByRole("dialog").getByRole("button", { name: "登记结果" }).click();
    await page.getByText("确认有效").first().waitFor();
    await looked(mediator, "confirmation-confirmed");
  });

  it("the mediator has the file of the case made and downloads it", async () => {
    const mediator = await staff("mediator");
    await mediator.goTo(tab());
    await mediator.page.getByRole("button", { name: "制作卷宗" }).click();
    await mediator.page.getByRole("link", { name: "下载卷宗（PDF）" }).waitFor({ timeout: 60_000 });
    await looked(mediator, "case-file-ready");
    const [download] = await Promise.all([
      mediator.page.waitForEvent("download"),
      mediator.page.getByRole("link", { name: "下载卷宗（PDF）" }).click(),
    ]);
    expect(download.suggestedFilename()).to.match(/^调解卷宗-/);
  });

  it("the borrower downloads the certificate on the phone once everything is paid", async () => {
    const agent = await app.signIn("agent");
    const { body: plan } = await agent.get(`/api/cases/${theCase.id}/plan`).expect(200);
    const payment = { fen: plan.totals.openFen, paidOn: plan.today, reference: "全部" };
    await agent.post(`/api/cases/${theCase.id}/payments`, payment).expect(200);
    await app.services.planWork.completions.issue(theCase.id, plan.agreementId);
    const borrower = await phone();
    await borrower.goTo("/m/case/plan");
    await borrower.expectFine("everything is paid");
    await picture(borrower, "completion-phone");
    const link = borrower.page.getByRole("link", { name: "下载结清证明" });
    const [download] = await Promise.all([borrower.page.waitForEvent("download"), link.tap()]);
    expect(download.suggestedFilename()).to.match(/^结清证明-调结/);
    const client = await borrowerClient(app, theCase);
    const bytes = await bytesOf(client.get(`/api/cases/${theCase.id}/completion-certificate.pdf`));
    expectSoundPdf(bytes, { ownFontsOnly: false });
    expect(wordsOf(bytes)).to.include("结清证明");
    const platform = await staff("agent");
    await platform.goTo(`/cases/${theCase.id}?tab=agreement`);
    await platform.page.getByRole("link", { name: "下载结清证明" }).waitFor();
    await looked(platform, "completion-agent");
  });
});
