import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { PASSWORD, startTestApp, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { KeyClient } from "../support/keyClient.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildPerforming } from "../support/settlement.ts";
import { WebhookReceiver } from "../support/webhookReceiver.ts";
import { unzip } from "../support/zip.ts";

describe("what a platform sets up for its systems, seen in a browser", function () {
  this.timeout(120_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let receiver: WebhookReceiver;
  let approver: Visitor;

  before(async function () {
    browser = await launchBrowser(this);
    receiver = await WebhookReceiver.start();
    app = await startTestApp({ clock: new RealClock(), settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.1" } });
    people = await buildPeople(app);
    approver = await Visitor.open(browser, app.url, {
      cookie: (await app.signIn("approver", PASSWORD)).cookie(),
    });
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
    await receiver?.close();
  });

  const press = (name: string | RegExp) => approver.page.getByRole("button", { name }).click();
  /** The secret in the dialog that shows it once, put away. */
  const shownOnce = async (): Promise<string> => {
    const secret = await approver.page.locator(".shown-once code").innerText();
    await approver.expectFine("a secret, shown once");
    await press("已保存，关闭");
    return secret;
  };

  it("adds an endpoint, tries it, and sends again from the log", async () => {
    await approver.goTo("/integrations");
    await approver.expectFine("no endpoints");
    await press("添加推送地址");
    await approver.page.getByRole("textbox", { name: "地址" }).fill(receiver.url);
    await approver.page.getByRole("textbox", { name: "说明" }).fill("还款系统");
    await press(/保\s?存/);
    receiver.secret = await shownOnce();
    const came = receiver.nextSeen();
    await press("发送测试消息");
    await came;
    await approver.page.getByRole("link", { name: "查看记录" }).click();
    const row = approver.page.getByRole("row", { name: /测试消息/ });
    await row.waitFor();
    while ((await row.getByText("已送达").count()) === 0) {
      await press(/刷\s?新/);
      await approver.settled();
    }
    await approver.expectFine("the log");
    await row.getByRole("button").click();
    await approver.page.getByText("webhook-id").waitFor();
    const again = receiver.nextSeen();
    await press("重新发送");
    await again;
    expect(receiver.taken).to.have.length(2);
    expect(new Set(receiver.seenIds).size).to.equal(1);
  });

  it("makes a key that opens what was ticked, until it is revoked", async () => {
    await approver.goTo("/integrations?tab=keys");
    await press("新建密钥");
    await approver.page.getByLabel("名称").fill("对账系统");
    await approver.page.getByLabel("查看案件").check();
    await press("生成密钥");
    const system = new KeyClient(app.url, await shownOnce());
    await system.get("/api/cases").expect(200);
    await system.get("/api/webhook-endpoints").expect(403);
    await approver.page.getByText("查看案件、查看、下载协议和还款计划").waitFor();
    await press(/吊\s?销/);
    await press(/确\s?定/);
    await approver.page.getByText("已吊销").first().waitFor();
    await system.get("/api/cases").expect(401);
  });

  it("finds agreements and takes the chosen ones along", async () => {
    const { agreementId } = await buildPerforming(app, people);
    await approver.goTo("/agreements");
    await press(/更多条件/);
    await approver.page.getByLabel("应还总额，不低于").fill("1,000");
    await approver.page.getByPlaceholder("债务人姓名").fill("小伟");
    await press(/搜\s?索/);
    await approver.page.getByRole("checkbox", { name: /张小伟/ }).check();
    await approver.expectFine("a chosen agreement");
    const [download] = await Promise.all([approver.page.waitForEvent("download"), press("下载所选（ZIP）")]);
    expect(download.suggestedFilename()).to.match(/^调解协议-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzip(readFileSync(await download.path()));
    const { agreements } = JSON.parse(files.get("agreements.json")!.toString("utf8"));
    expect(agreements.map((each: { agreementId: string }) => each.agreementId)).to.deep.equal([agreementId]);
    await approver.page.getByPlaceholder("债务人姓名").fill("没有这个人");
    await approver.page.keyboard.press("Enter");
    await approver.page.getByText("没有符合条件的协议").waitFor();
    await approver.expectFine("nothing that fits");
  });

  it("fits a phone, in English too @long", async () => {
    const cookie = (await app.signIn("approver", PASSWORD)).cookie();
    const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language: "en" });
    expect(visitor.page.viewportSize()).to.deep.equal(PHONE);
    for (const path of ["/agreements", "/integrations", "/integrations?tab=log", "/integrations?tab=keys"]) {
      await visitor.goTo(path);
      await visitor.expectFine(path);
    }
    await visitor.close();
  });
});
