import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { draftOf } from "../support/capacity.ts";
import { Keyboard } from "../support/keyboard.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";

describe("ability to pay, seen in a browser", function () {
  this.timeout(120_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let cookie: string;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people, { stage: "preparing" });
    cookie = await borrowerCookie(app, theCase);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  const stored = async () => {
    const client = await CookieClient.open(app, cookie);
    return (await client.get(`/api/cases/${theCase.id}/capacity`).expect(200)).body;
  };

  it("is filled in, handed in and shared by keyboard alone on a phone", async () => {
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    const keys = new Keyboard(borrower);
    await borrower.goTo("/m/case/capacity");
    await borrower.expectFine("the start");

    await keys.press("开始填写");
    await keys.fill("人数", "2");
    await borrower.expectFine("the household");
    await keys.enter("收入");

    await keys.fill("工资和经营收入", "8000");
    await keys.fill("补助和救济", "100.50");
    await keys.toggle("不确定 补助和救济");
    await borrower.expectFine("income");
    await keys.enter("固定支出");

    await keys.fill("住房（房租、房贷）", "1,800");
    await keys.fill("水费", "12x");
    await borrower.page.keyboard.press("Enter");
    await borrower.page.getByText("请填金额").waitFor();
    expect(await keys.focused()).to.include("水费");
    await borrower.expectFine("an amount that is none");
    await borrower.page.keyboard.press("Control+A");
    await borrower.page.keyboard.type("30");
    await keys.enter("生活开销");

    await keys.fill("吃饭和日用", "400");
    await keys.chooseNext("吃饭和日用，多久一次");
    await borrower.page.getByText("¥1,733.33").waitFor();
    await keys.press("下一步", "储蓄");
    await keys.press("这些都没有，下一步", "必须优先还的债");
    await keys.press("先跳过", "其他债务");
    await keys.press("这些都没有，下一步", "核对并提交");
    await borrower.page.getByText("跳过了").waitFor();
    await borrower.expectFine("the review");

    await keys.press("提交给调解员", "算出来的结果");
    await borrower.expectFine("the result");
    // 8,100.50 less 20 %, which is 6,480.40; 3,563.33 to live on and 324.02 kept back leave 2,593.05.
    expect(await borrower.text()).to.include("¥2,593.05");

    await keys.press("告诉平台每月可以还 ¥2,593.05");
    await borrower.expectFine("being asked once more");
    await keys.press("确定告诉平台");
    await borrower.page.getByText("已告诉平台：每月最多可以还 ¥2,593.05").waitFor();
    const own = await stored();
    expect(own.shared.perMonthFen).to.equal(259_305);
    expect(own.draft.sections).to.include({
      income: "answered",
      savings: "answered",
      priorityDebts: "skipped",
    });
    await borrower.close();
  });

  it("is kept as it is typed and goes on where it was left", async () => {
    const first = await Visitor.open(browser, app.url, { phone: true, cookie });
    await first.goTo("/m/case/capacity/income");
    await first.page.getByLabel("养老金", { exact: true }).fill("2600");
    await first.page.locator("output", { hasText: /^已保存$/ }).waitFor();
    await first.page.getByRole("button", { name: "下一步" }).click();
    await first.page.getByRole("heading", { name: "固定支出" }).waitFor();
    await first.settled();
    await first.close();

    const later = await Visitor.open(browser, app.url, { phone: true, cookie });
    await later.goTo("/m/case/capacity");
    await later.page.getByText("上次填到“固定支出”").waitFor();
    await later.goTo("/m/case/capacity/income");
    expect(await later.page.getByLabel("养老金", { exact: true }).inputValue()).to.equal("2600");
    await later.close();
  });

  it("with nothing left points to help and offers nothing to share", async () => {
    const client = await CookieClient.open(app, cookie);
    const lines = [
      { key: "earnings", amountFen: 200_000 },
      { key: "home", amountFen: 250_000 },
    ];
    await client.put(`/api/cases/${theCase.id}/capacity`, draftOf(0, { lines })).expect(200);
    await client.post(`/api/cases/${theCase.id}/capacity/submission`, { version: 1 }).expect(200);
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    await borrower.goTo("/m/case/capacity");
    await borrower.page.getByText("现在没有可以拿来还的钱").waitFor();
    await borrower.expectFine("nothing to pay with");
    expect(await borrower.page.getByText("要告诉平台吗").count()).to.equal(0);
    await borrower.close();
  });

  it("is verified by the mediator line by line", async () => {
    const client = await CookieClient.open(app, cookie);
    await client.put(`/api/cases/${theCase.id}/capacity`, draftOf(0)).expect(200);
    await client.post(`/api/cases/${theCase.id}/capacity/submission`, { version: 1 }).expect(200);
    const signedIn = await app.signIn("mediator");
    const mediator = await Visitor.open(browser, app.url, { cookie: signedIn.cookie() });
    await mediator.goTo(`/cases/${theCase.id}?tab=capacity`);
    await mediator.page.getByText("¥1,860.00").first().waitFor();
    await mediator.expectFine("what was handed in");
    await mediator.page.getByRole("button", { name: "核实：工资和经营收入" }).click();
    await mediator.page.getByRole("radio", { name: "已核实" }).check();
    await mediator.page.getByLabel("说明").fill("三个月流水一致");
    await mediator.expectFine("the mediator's word on a line");
    await mediator.page.getByRole("button", { name: "保存" }).click();
    await mediator.page.getByText("三个月流水一致").waitFor();
    await mediator.page.getByText("¥3,000.00").first().waitFor();
    await mediator.close();
    expect((await stored()).submitted.statement.lines[0].evidence).to.equal("verified");
  });

  it("is held against the living floor the administrator enters", async () => {
    const signedIn = await app.signIn("admin");
    const admin = await Visitor.open(browser, app.url, { cookie: signedIn.cookie() });
    await admin.goTo("/living-floors");
    await admin.expectFine("no living floor yet");
    await admin.page.getByRole("button", { name: "录入标准" }).click();
    await admin.page.getByLabel("地区").fill("杭州市");
    await admin.page.getByLabel("生效日期").fill("2026-07-01");
    await admin.page.getByLabel("每人每月").fill("1245");
    await admin.page.getByLabel("依据").fill("杭民发〔2026〕1号");
    await admin.expectFine("entering a living floor");
    await admin.page.getByRole("button", { name: "保存" }).click();
    await admin.page.getByRole("cell", { name: "¥1,245.00" }).waitFor();
    await admin.close();
    const client = await CookieClient.open(app, cookie);
    const { body } = await client.get("/api/living-floors").expect(200);
    expect(body.items).to.deep.equal([
      { region: "杭州市", from: "2026-07-01", perPersonFen: 124_500, source: "杭民发〔2026〕1号" },
    ]);
  });
});
