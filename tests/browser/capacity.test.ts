import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { draftOf, lineOf } from "../support/capacity.ts";
import { Keyboard } from "../support/keyboard.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
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

  it("is kept as it is typed and goes on where it was left @long", async () => {
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

  it("takes a tap for each amount and one for each screen: less than five minutes", async () => {
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    const hand = new Hand(borrower);
    await borrower.goTo("/m/case/capacity");
    await hand.press("开始填写");
    await hand.fill("人数", "3");
    await hand.press("下一步");
    await hand.fill("工资和经营收入", "6500");
    await hand.press("下一步");
    const fixed = { 住房: "1500", 电: "180", 水费: "40", 看病: "100", 交通: "200", 子女: "400", 社保: "350" };
    for (const [line, yuan] of Object.entries(fixed)) await hand.fill(line, yuan);
    await hand.press("下一步");
    for (const [line, yuan] of Object.entries({ 通讯: "120", 吃饭: "1600", 衣物: "100" }))
      await hand.fill(line, yuan);
    await hand.press("下一步");
    await hand.press("这些都没有，下一步");
    await hand.press("这些都没有，下一步");
    await hand.fill("其他债务的还款", "600");
    await hand.press("下一步");
    await hand.press("提交给调解员");
    await borrower.page.getByRole("heading", { level: 1, name: "算出来的结果" }).waitFor();
    await borrower.close();
    expect((await stored()).submitted.statement.lines).to.have.length(12);
    // The start, thirteen fields, and the way on from each of eight screens.
    expect({ taps: hand.taps, keys: hand.keys }).to.deep.equal({ taps: 22, keys: 39 });
    // Keystroke-level model (Card, Moran, Newell), slow on purpose: 1.5 s a tap, 1 s a key, and 6 s to think about each
    // of the 20 questions.
    expect(hand.taps * 1.5 + hand.keys * 1 + 20 * 6).to.be.below(300);
  });

  for (const { advice, title, noPlan, staffTitle, english, lines } of [
    {
      advice: "a pause",
      title: "可以先暂停",
      staffTitle: "没有可以还的钱：建议先暂停",
      noPlan: "可以请调解员暂停案件",
      english: "A pause is possible",
      lines: [lineOf("earnings", 9_000, { months: [6, 7] }), lineOf("home", 1_000)],
    },
    {
      advice: "a referral",
      title: "先顾好生活",
      staffTitle: "没有可以还的钱：建议转介帮助",
      noPlan: "建议先找社区、法律援助或社会救助机构帮忙",
      english: "Look after living first",
      lines: [lineOf("earnings", 2_000), lineOf("home", 2_500)],
    },
  ])
    it(`with nothing left leads to ${advice}, and offers neither a plan nor anything to share`, async () => {
      theCase = await buildRoomCase(app, people, { stage: "negotiating" });
      cookie = await borrowerCookie(app, theCase);
      const client = await CookieClient.open(app, cookie);
      await client.put(`/api/cases/${theCase.id}/capacity`, draftOf(0, { lines })).expect(200);
      await client.post(`/api/cases/${theCase.id}/capacity/submission`, { version: 1 }).expect(200);

      const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
      await borrower.goTo("/m/case/capacity");
      await borrower.page.getByText("现在没有可以拿来还的钱").waitFor();
      await borrower.page.getByText(title).waitFor();
      await borrower.expectFine("nothing to pay with");
      expect(await borrower.page.getByText("要告诉平台吗").count()).to.equal(0);
      await picture(borrower, `capacity-nothing-${advice.replace(" ", "-")}-390`);
      await borrower.resize(DESK);
      await borrower.expectFine("nothing to pay with, at a desk");
      await borrower.page.locator(".language-switch").click();
      await borrower.page.getByText(english).waitFor();
      await borrower.expectFine("nothing to pay with, in English");
      await borrower.page.locator(".language-switch").click();
      await borrower.resize(PHONE);

      await borrower.goTo("/m/case/offers/new");
      await borrower.page.getByRole("button", { name: "给出建议" }).tap();
      await borrower.page.getByText("不建议提出还款方案").waitFor();
      await borrower.page.getByText(noPlan).waitFor();
      await borrower.expectFine("no plan but help");
      expect(await borrower.page.locator(".b-suggestion").count()).to.equal(0);
      await borrower.goTo("/m/case/capacity");
      await borrower.page.getByRole("link", { name: "和调解员谈谈" }).tap();
      await borrower.page.waitForURL(/\/m\/case\/talk/);
      await borrower.close();

      const signedIn = await app.signIn("mediator");
      const mediator = await Visitor.open(browser, app.url, { cookie: signedIn.cookie() });
      await mediator.goTo(`/cases/${theCase.id}?tab=capacity`);
      await mediator.page.getByText(staffTitle).waitFor();
      await mediator.expectFine("the mediator is told what may help");
      await mediator.close();
    });

  it("is verified by the mediator line by line, until every line has been looked at", async () => {
    const client = await CookieClient.open(app, cookie);
    await client.put(`/api/cases/${theCase.id}/capacity`, draftOf(0)).expect(200);
    await client.post(`/api/cases/${theCase.id}/capacity/submission`, { version: 1 }).expect(200);
    const signedIn = await app.signIn("mediator");
    const mediator = await Visitor.open(browser, app.url, { cookie: signedIn.cookie() });
    await mediator.goTo(`/cases/${theCase.id}?tab=capacity`);
    const outcome = mediator.page.locator(".capacity-outcome");
    await outcome.getByText("¥1,860.00").first().waitFor();
    await mediator.expectFine("what was handed in");
    const verify = async (line: string, as: string, remark: string, capacity: string) => {
      await mediator.page.getByRole("button", { name: `核实：${line}` }).click();
      const dialog = mediator.page.getByRole("dialog");
      await dialog.getByRole("radio", { name: as }).check();
      await dialog.getByLabel("说明").fill(remark);
      await mediator.expectFine(`the mediator's word on ${line}`);
      await dialog.getByRole("button", { name: "保存" }).click();
      await mediator.page.getByRole("cell").filter({ hasText: remark }).getByText(as).waitFor();
      await outcome.getByText(capacity).first().waitFor();
    };
    await verify("住房（房租、房贷）", "有证明", "租房合同", "¥1,860.00");
    await verify("工资和经营收入", "已核实", "三个月流水一致", "¥3,000.00");
    await verify("吃饭和日用", "已核实", "与家庭人数相符", "¥3,000.00");
    await mediator.expectFine("everything verified");
    const beyond = await mediator.page.evaluate<number>(
      `(() => { const wide = document.querySelector(".capacity-wide"); return wide.scrollWidth - wide.clientWidth; })()`,
    );
    expect(beyond, "what can be paid lies beyond the edge of the table").to.equal(0);
    await picture(mediator, "capacity-verified-1280");
    await mediator.resize(PHONE);
    await mediator.expectFine("everything verified, on a phone");
    await mediator.close();
    const { statement } = (await stored()).submitted;
    expect(
      statement.lines.map(({ key, evidence }: { key: string; evidence: string }) => `${key} ${evidence}`),
    ).to.deep.equal(["earnings verified", "home evidenced", "foodAndHousekeeping verified"]);

    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    await borrower.goTo("/m/case/capacity");
    for (const remark of ["租房合同", "三个月流水一致", "与家庭人数相符"])
      await borrower.page.getByText(remark).waitFor();
    await borrower.page.getByText("¥3,000.00").first().waitFor();
    await borrower.expectFine("the borrower sees what was verified");
    await borrower.close();
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

/** A thumb on a phone that is counted: taps, and keys typed after them. */
class Hand {
  taps = 0;
  keys = 0;
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async press(name: string): Promise<void> {
    await this.#visitor.page
      .getByRole("button", { name })
      .or(this.#visitor.page.getByRole("link", { name }))
      .tap();
    this.taps += 1;
    await this.#visitor.settled();
  }

  async fill(name: string, text: string): Promise<void> {
    await this.#visitor.page.getByRole("textbox", { name: new RegExp(`^${name}`) }).tap();
    await this.#visitor.page.keyboard.type(text);
    this.taps += 1;
    this.keys += text.length;
  }
}
