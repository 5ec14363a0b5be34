import { expect } from "chai";
import type { Browser } from "playwright-core";
import supertest from "supertest";
import { calculator as en } from "../../client/i18n/calculator.en.ts";
import { calculator as zh } from "../../client/i18n/calculator.zh.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { Keyboard } from "../support/keyboard.ts";
import { picture } from "../support/pictures.ts";

/** 12,000 at 12 % in twelve equal instalments: the documented example of the interface for programs. */
const EXAMPLE = "asOf=2026-11-01&first=2026-12-01&family=equal_instalment&principal=12000&count=12&rate=12";
const QUESTION = {
  asOf: "2026-11-01",
  principalFen: 1_200_000,
  interestFen: 0,
  penaltyFen: 0,
  feeFen: 0,
  waivers: [],
  downPaymentFen: 0,
  deferralMonths: 0,
  schedule: {
    family: "equal_instalment",
    count: 12,
    every: { months: 1 },
    firstDue: "2026-12-01",
    annualRate: "0.12",
    dayCount: "30/360",
  },
  discountRate: "0",
};
const yuan = (fen: number) =>
  `¥${(fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

describe("the public calculator, seen in a browser", function () {
  this.timeout(120_000);
  let browser: Browser;
  let app: TestApp;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  for (const language of ["zh", "en"] as const) {
    for (const phone of [true, false]) {
      const usual = (language === "zh") === phone;
      const where = `${language} at ${phone ? 390 : 1280}${usual ? "" : " @long"}`;
      it(`shows what the interface for programs answers: ${where}`, async () => {
        const words = language === "zh" ? zh : en;
        const visitor = await Visitor.open(browser, app.url, { phone, language });
        const asked: string[] = [];
        visitor.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
        await visitor.goTo(`/calculator#${EXAMPLE}`);
        await visitor.page.getByRole("heading", { level: 1, name: words.title, exact: true }).waitFor();
        await visitor.expectFine(where);
        const text = await visitor.text();
        expect(text).to.not.match(/\bcalculator\.\w/);
        const { body } = await supertest(app.url).post("/api/quotes").send(QUESTION).expect(200);
        expect(await shownRows(visitor)).to.deep.equal(
          body.rows.map((row: { no: number; totalFen: number; balanceFen: number }) => [
            String(row.no),
            yuan(row.totalFen),
            yuan(row.balanceFen),
          ]),
        );
        for (const figure of ["¥1,066.19", "¥12,794.23", "¥794.23", "12%", "12.68%"]) {
          expect(text).to.include(figure);
        }
        // Nobody signed in, and what was typed went nowhere.
        expect(asked.filter((path) => path.startsWith("/api/"))).to.deep.equal([]);
        expect(await visitor.page.context().cookies()).to.deep.equal([]);
        await picture(visitor, `calculator-${language}-${phone ? 390 : 1280}`);
        await visitor.close();
      });
    }
  }

  it("is used by keyboard alone, says what is wrong at its field, and follows when it is put right", async () => {
    for (const phone of [true, false]) {
      const visitor = await Visitor.open(browser, app.url, { phone });
      const keys = new Keyboard(visitor);
      const heading = visitor.page.locator(".b-headline");
      await visitor.goTo("/calculator#asOf=2026-11-01&first=2026-12-01");
      await keys.fill(zh.principal, "12x");
      const field = visitor.page.getByLabel(zh.principal);
      await visitor.page.getByText(zh.problem.not_whole_fen).waitFor();
      await visitor.page.getByText(zh.cannot).waitFor();
      expect(await field.getAttribute("aria-invalid")).to.equal("true");
      await visitor.expectFine("an amount that is none");
      await visitor.page.keyboard.press("Control+A");
      await visitor.page.keyboard.type("6000");
      await heading.getByText("¥500.00").waitFor();

      await keys.press(zh.more);
      await keys.fill(zh.interest, "120");
      await keys.fill(zh.waiveInterest, "120.01");
      await visitor.page.getByText(zh.problem.waiver_exceeds_line).waitFor();
      await visitor.page.keyboard.press("Backspace");
      await heading.getByText("¥500.00").waitFor();

      await keys.chooseNext(zh.families.level.label + zh.families.level.text);
      await keys.goTo(zh.count);
      for (let month = 0; month < 12; month += 1) await visitor.page.keyboard.press("ArrowRight");
      await visitor.page.getByText(zh.countValue_other.replace("{{count}}", "24")).waitFor();
      await keys.fill(zh.rate, "0");
      await heading.getByText("¥250.00").waitFor();
      expect(await shownRows(visitor)).to.have.length(24);
      await visitor.expectFine("a plan made by keyboard");
      await visitor.close();
    }
  });

  it("is passed on as a link that holds the whole calculation", async () => {
    const first = await Visitor.open(browser, app.url, { phone: true });
    await first.goTo(`/calculator#${EXAMPLE}`);
    await first.page.getByLabel(zh.down).fill("2000");
    await first.page.waitForURL(/#.*down=2000/);
    const [address, rows] = [new URL(first.page.url()), await shownRows(first)];
    expect(address.search).to.equal("");
    expect(rows[0]?.[0]).to.equal(zh.downRow);
    await first.close();
    const second = await Visitor.open(browser, app.url, { language: "zh" });
    await second.goTo(address.pathname + address.hash);
    expect(await shownRows(second)).to.deep.equal(rows);
    await second.close();
  });
});

/** Number, amount and balance of every payment on the screen; the parts in between are for wide screens. */
async function shownRows(visitor: Visitor): Promise<string[][]> {
  // Rows below the fold have no layout, and so no text, until they are scrolled to.
  await visitor.page.locator(".calculator-rows").scrollIntoViewIfNeeded();
  await visitor.settled();
  const rows = await visitor.page.locator(".calculator-table tbody tr").all();
  return await Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator("th, td").allInnerTexts();
      return [cells[0] ?? "", cells.at(-2) ?? "", cells.at(-1) ?? ""];
    }),
  );
}
