import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";

describe("the statement between both sides, seen in a browser", function () {
  this.timeout(180_000);
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

  const desk = async (username: string) =>
    await Visitor.open(browser, app.url, { cookie: (await app.signIn(username)).cookie() });

  it("is doubted on a phone with a photograph, answered and corrected at a desk, and confirmed", async () => {
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    await borrower.goTo("/m/case/debt");
    await borrower.page.getByRole("button", { name: "违约金（罚息）：有疑问" }).click();
    await borrower.page.getByLabel("说明").fill("罚息算多了，三月已经还过一笔");
    await borrower.page
      .locator("input[type=file]")
      .setInputFiles({ name: "付款截图.jpg", mimeType: "image/jpeg", buffer: await photo(11) });
    await borrower.expectFine("a doubt with a photograph");
    await borrower.page.getByRole("button", { name: "提交疑问" }).click();
    await borrower.page.getByRole("link", { name: "依据：付款截图.jpg" }).waitFor();
    await borrower.expectFine("a doubted line");

    const agent = await desk("agent");
    await agent.goTo(`/cases/${theCase.id}?tab=debt`);
    await agent.page.getByText("罚息算多了，三月已经还过一笔").first().waitFor();
    await agent.expectFine("the statement at a desk");
    await agent.page.getByRole("button", { name: "答复：本金" }).click();
    await agent.page.getByRole("radio", { name: "有疑问，待核实" }).check();
    await agent.page.getByRole("button", { name: "保存" }).click();
    await agent.page.getByText("请写明理由").waitFor();
    await agent.page.getByRole("radio", { name: "确认无误" }).check();
    await agent.expectFine("the platform's answer");
    await agent.page.getByRole("button", { name: "保存" }).click();
    await agent.page.getByRole("dialog").waitFor({ state: "hidden" });

    await agent.page.getByRole("button", { name: "更正：违约金（罚息）" }).click();
    await agent.page.getByLabel("更正为（元）").fill("40");
    await agent.page.getByLabel("理由").fill("按三月还款后的本金重算");
    await agent.expectFine("a correction");
    await agent.page.getByRole("dialog").getByRole("button", { name: "更正" }).click();
    await agent.page.getByText("由 ¥100.00 更正").first().waitFor();
    await agent.page.getByText(/答复和更正的经过（3 条）/).click();
    await agent.expectFine("what was said, line by line");
    await agent.resize(PHONE);
    await agent.expectFine("the same on a phone");
    await agent.close();

    await borrower.goTo("/m/case/debt");
    await borrower.page.getByText("平台已更正，原来是 ¥100.00").first().waitFor();
    await borrower.page.getByText(/这一项的经过/).click();
    await borrower.page.getByRole("button", { name: "违约金（罚息）：没有问题" }).click();
    await borrower.page.getByText("您已确认").first().waitFor();
    await borrower.expectFine("a corrected line");
    await borrower.close();
  });

  it("is computed from a payment history pasted by the platform; its risk tier stays with it", async () => {
    const agent = await desk("agent");
    await agent.goTo(`/cases/${theCase.id}?tab=debt`);
    await agent.page.getByRole("button", { name: "录入还款记录" }).click();
    const table = agent.page.getByLabel("或从表格中复制后粘贴在这里");
    await table.fill("还款日期,还款金额,其中本金\n2025-06-31,5000,5000");
    await agent.page.getByText("第 2 行“还款日期”：日期不存在").waitFor();
    await table.fill("还款日期,还款金额,其中本金\n2025-06-01,5000,5000\n2025-09-01,3000,");
    await agent.page.getByText("共 2 笔，合计 ¥8,000.00。").waitFor();
    await agent.expectFine("a payment history");
    await agent.page.getByRole("button", { name: "保存" }).click();
    await agent.page.getByText(/从 2025年6月1日 起，平台的抵充与法定顺序不同/).waitFor();
    await agent.page.getByText("逐笔查看抵充").click();
    await agent.page.locator("summary", { hasText: "怎么算的" }).click();
    await agent.expectFine("where each payment went");

    await agent.page.getByRole("button", { name: "设置等级" }).click();
    await agent.page.getByRole("textbox", { name: "风险等级" }).fill("关怀类");
    await agent.page.getByRole("button", { name: "保存" }).click();
    await agent.page.getByRole("region", { name: "风险等级" }).getByText("关怀类").waitFor();
    await agent.page.evaluate("window.scrollTo(0, 0)");
    await agent.expectFine("a risk tier");
    await agent.close();
    const borrower = await Visitor.open(browser, app.url, { phone: true, cookie });
    await borrower.goTo("/m/case/debt");
    expect(await borrower.text()).to.not.include("关怀类");
    await borrower.close();
    const seen = await (await CookieClient.open(app, cookie)).get(`/api/cases/${theCase.id}`).expect(200);
    expect(seen.text).to.not.include("关怀类");
  });

  it("is talked about in calls that are entered before they are made", async () => {
    const mediator = await desk("mediator");
    await mediator.goTo(`/cases/${theCase.id}`);
    await mediator.page.getByRole("button", { name: "致电借款人" }).click();
    await mediator.page.getByText(/今日有效通话 0 \/ 3/).waitFor();
    await mediator.expectFine("the calls of a case");
    await mediator.close();
  });
});
