import type { Browser } from "playwright-core";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { aDebt, buildCase } from "../support/buildCase.ts";
import { fen } from "../../shared/money/fen.ts";
import { rows } from "../../server/database/sql.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie } from "../support/roomCase.ts";

describe("rules of law, seen in a browser", function () {
  this.timeout(180_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let adminClient: Client;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    adminClient = await app.signIn("admin");
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("are entered by the administrator with a date, and each case is judged by the rule of its own", async () => {
    const debts = [
      aDebt("LAW-NEW", { disbursedOn: "2025-03-01", interestFen: fen(300_000) }),
      aDebt("LAW-OLD", { disbursedOn: "2024-12-31", interestFen: fen(300_000) }),
    ];
    const theCase = await buildCase(app, people, { debts });
    const admin = await Visitor.open(browser, app.url, { cookie: adminClient.cookie() });
    await admin.goTo("/law");
    await admin.expectFine("the rules of law");
    await admin.page.getByRole("button", { name: "新增版本: 息费上限" }).click();
    const dialog = admin.page.getByRole("dialog");
    await dialog.getByLabel("规则").fill("金融借款上限（新规）");
    await dialog.getByLabel("年利率（%）或倍数").fill("20");
    await dialog.getByLabel("生效日").fill("2025-01-01");
    await admin.expectFine("a version being entered");
    await admin.page.getByRole("button", { name: "保存" }).click();
    await dialog.getByRole("alert").getByText(/依据/).waitFor();
    await dialog.getByLabel("依据").fill("测试规则第1条");
    await admin.page.getByRole("button", { name: "保存" }).click();
    await admin.page.getByText("测试规则第1条").waitFor();
    await admin.page.getByText("第 1 版").waitFor();
    await admin.expectFine("a version entered");

    await admin.goTo(`/cases/${theCase.id}?tab=debt`);
    await admin.page.getByText("金融借款上限（新规）（测试规则第1条）").waitFor();
    await admin.page.getByText("法发〔2017〕22号第2条").first().waitFor();
    for (const each of await admin.page.locator("summary", { hasText: "怎么算的" }).all()) await each.click();
    await admin.page.getByRole("cell", { name: "20%", exact: true }).waitFor();
    await admin.page.getByRole("cell", { name: "24%", exact: true }).waitFor();
    await admin.expectFine("two contracts, two rules");
    await admin.close();
  });

  it("warn a borrower before anything is confirmed of a debt whose time has run out, and of no other", async () => {
    const debts = [
      aDebt("LIM-OLD", { disbursedOn: "2020-01-15", overdueSince: "2020-06-15" }),
      aDebt("LIM-NEW"),
    ];
    const expired = await buildCase(app, people, { debts });
    const running = await buildCase(app, people);
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE "case" SET stage = 'invited', mediator_id = $2 WHERE id = ANY($1)`, [
        [expired.id, running.id],
        people.mediator.id,
      ]),
    );
    const borrower = await Visitor.open(browser, app.url, {
      phone: true,
      cookie: await borrowerCookie(app, expired),
    });
    await borrower.goTo("/m/case/debt");
    const warning = borrower.page.getByText(/合同 LIM-OLD 可能已经过了诉讼时效（2024年1月15日）/);
    await warning.waitFor();
    const button = borrower.page.getByRole("button", { name: "本金：没有问题" }).first();
    const above = (await warning.boundingBox())!.y < (await button.boundingBox())!.y;
    if (!above) throw new Error("the warning stands below what it warns of");
    if ((await borrower.page.getByText(/合同 LIM-NEW 可能/).count()) > 0)
      throw new Error("warned of a running one");
    await borrower.expectFine("a debt whose time has run out");
    await borrower.close();
    const other = await Visitor.open(browser, app.url, {
      phone: true,
      cookie: await borrowerCookie(app, running),
    });
    await other.goTo("/m/case/debt");
    await other.settled();
    if ((await other.page.getByText("可能已经过了诉讼时效").count()) > 0)
      throw new Error("warned for nothing");
    await other.close();
  });
});
