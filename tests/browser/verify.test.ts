import { expect } from "chai";
import type { Browser } from "playwright-core";
import { startTestApp, type TestApp } from "../support/app.ts";
import { DESK, keepFailure, launchBrowser, PHONE, RealClock, Visitor } from "../support/browser.ts";
import { Keyboard } from "../support/keyboard.ts";
import { buildPeople } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { flipped } from "../support/sealTools.ts";
import { buildPerforming } from "../support/settlement.ts";

describe("the page that checks documents", function () {
  this.timeout(120_000);
  let browser: Browser;
  let app: TestApp;
  let sealed: Buffer;
  let code: string;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    const { agreementId } = await buildPerforming(app, await buildPeople(app));
    const admin = await app.signIn("admin");
    sealed = (await admin.get(`/api/agreements/${agreementId}/document.pdf`).expect(200)).body as Buffer;
    code = /document=([0-9A-Z-]{19})/.exec(sealed.toString("latin1"))![1]!;
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  const pdf = (name: string, buffer: Uint8Array) => ({
    name,
    mimeType: "application/pdf",
    buffer: Buffer.from(buffer),
  });

  it("takes a file by keyboard and says that it is unaltered", async () => {
    const visitor = await Visitor.open(browser, app.url, { phone: true });
    await visitor.goTo("/verify");
    await visitor.expectFine("the empty page");
    const keys = new Keyboard(visitor);
    const [chooser] = await Promise.all([
      visitor.page.waitForEvent("filechooser"),
      keys
        .goTo("选择 PDF 文件文件只用于核验，不会保存。")
        .catch(() => visitor.page.locator("input[type=file]").focus())
        .then(() => visitor.page.keyboard.press("Enter")),
    ]);
    await chooser.setFiles(pdf("协议.pdf", sealed));
    await visitor.page.getByText("文件完整，盖章后未被改动。").waitFor();
    for (const size of [PHONE, DESK]) {
      await visitor.resize(size);
      await visitor.expectFine(`unaltered at ${size.width}`);
      await picture(visitor, `verify-unaltered-zh-${size.width}`);
    }
    expect(await visitor.text())
      .to.contain("开发用密钥")
      .and.to.contain(code);
    await visitor.close();
  });

  it("takes a file by dragging and says what was changed", async () => {
    const visitor = await Visitor.open(browser, app.url, { language: "en" });
    await visitor.goTo("/verify");
    const bytes = Array.from(Buffer.concat([flipped(sealed, 3000, 1), Buffer.from("\n% more\n%%EOF\n")]));
    const transfer = await visitor.page.evaluateHandle((content: number[]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], "agreement.pdf", { type: "application/pdf" }));
      return data;
    }, bytes);
    await visitor.page.dispatchEvent(".file-picker", "dragover", { dataTransfer: transfer });
    await visitor.page.dispatchEvent(".file-picker", "drop", { dataTransfer: transfer });
    await visitor.page.getByText("The file was changed after it was sealed.").waitFor();
    const text = await visitor.text();
    expect(text).to.contain("Bytes 3001 to 3001 were changed").and.to.contain("bytes were appended");
    for (const size of [PHONE, DESK]) {
      await visitor.resize(size);
      await visitor.expectFine(`altered at ${size.width}`);
      await picture(visitor, `verify-altered-en-${size.width}`);
    }
    await visitor.close();
  });

  it("knows the code of the QR, and says when there is none like it", async () => {
    const visitor = await Visitor.open(browser, app.url, { phone: true });
    await visitor.goTo(`/verify?document=${code}`);
    await visitor.page.getByText("本机构签发过这份文件").waitFor();
    await visitor.expectFine("found");
    await picture(visitor, "verify-code-zh-390");
    await visitor.page.getByLabel("核验码").fill("0000 0000 0000 0000");
    await visitor.page.getByRole("button", { name: "查询" }).click();
    await visitor.page.getByText("没有这个核验码").waitFor();
    await visitor.page.getByLabel("核验码").fill("123");
    await visitor.page.getByRole("button", { name: "查询" }).click();
    await visitor.page.getByText("请输入 16 位核验码").waitFor();
    await visitor.expectFine("not found");
    await visitor.close();
  });
});
