import type { Browser } from "playwright-core";
import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { createLog } from "../../server/log.ts";
import { startTestApp, type TestApp } from "../../tests/support/app.ts";
import { RealClock, launchChromium, Visitor } from "../../tests/support/browser.ts";
import { aDebt } from "../../tests/support/buildCase.ts";
import { stopTestDatabases } from "../../tests/support/database.ts";
import { buildPeople, type People } from "../../tests/support/people.ts";
import { makeTestDataDir } from "../../tests/support/postgresServer.ts";
import { borrowerCookie, buildRoomCase } from "../../tests/support/roomCase.ts";
import { type Moves, percentile, slide } from "../../tests/support/sliding.ts";
import { report } from "../report.ts";

const DEBTS = 3;
const LONGEST = 60;
const EMPTY = `<h1>empty</h1><input type="range" id="empty" min="1" max="60"><output id="shown"></output>
<script>empty.addEventListener("input", () => { shown.textContent = empty.value; });</script>`;

/**
 * What a move of the months slider costs in the borrower's editor, with the longest plan over three debts: the recompute and commit,
 * and the time to the frame that shows it; against a slider beside which one number changes. Needs the built client.
 */
export async function benchEditor(): Promise<void> {
  const browser = await launchChromium();
  if (browser === null) throw new Error("no Chromium found: set CHROMIUM_PATH");
  const { dataDir, remove } = makeTestDataDir();
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLog("silent"), durable: false });
  process.env["TEST_DATABASE_URL"] = postgres.url;
  const app = await startTestApp({ clock: new RealClock() });
  const people = await buildPeople(app);
  const floor = await emptySlider(browser);
  for (const family of ["level", "equal_instalment", "stepped"]) {
    const ours = await editor(browser, app, people, family);
    const name = `editor: ${LONGEST} instalments, ${DEBTS} debts, ${family}`;
    report(`${name}, recompute p50`, "ms", middle(ours.work, floor.work, 50));
    report(`${name}, recompute p95`, "ms", middle(ours.work, floor.work, 95));
    report(`${name}, move to frame p50`, "ms", middle(ours.frame, floor.frame, 50));
  }
  const desk = await platformEditor(browser, app, people);
  const name = `editor: ${LONGEST} instalments, ${DEBTS} debts, on a desk`;
  report(`${name}, recompute p50`, "ms", middle(desk.work, floor.work, 50));
  report(`${name}, recompute p95`, "ms", middle(desk.work, floor.work, 95));
  await browser.close();
  await app.close();
  await stopTestDatabases();
  await postgres.stop();
  remove();
}

function middle(ours: readonly number[], floor: readonly number[], percent: number) {
  return { ours: percentile(ours, percent), floor: Math.max(0.001, percentile(floor, percent)) };
}

async function editor(browser: Browser, app: TestApp, people: People, family: string): Promise<Moves> {
  const debts = Array.from({ length: DEBTS }, (_, index) => aDebt(`LONG-${family}-${index}`));
  const theCase = await buildRoomCase(app, people, { debts });
  const cookie = await borrowerCookie(app, theCase);
  const visitor = await Visitor.open(browser, app.url, { phone: true, cookie, language: "en" });
  await visitor.goTo("/m/case/offers/new");
  await visitor.page.getByLabel("Kind of plan").selectOption(family);
  if (family === "equal_instalment") await visitor.page.getByLabel("Yearly rate (%)").fill("12");
  const moves = await slide(visitor.page, `input[type=range][max="${LONGEST}"]`, LONGEST - 1, LONGEST);
  await visitor.close();
  return moves;
}

/** The platform's own, where the number of instalments is typed. */
async function platformEditor(browser: Browser, app: TestApp, people: People): Promise<Moves> {
  const debts = Array.from({ length: DEBTS }, (_, index) => aDebt(`LONG-desk-${index}`));
  const theCase = await buildRoomCase(app, people, { debts });
  const cookie = (await app.signIn("agent")).cookie();
  const visitor = await Visitor.open(browser, app.url, { cookie, language: "en" });
  await visitor.goTo(`/cases/${theCase.id}/room`);
  await visitor.page.locator(".offer-board").getByRole("button", { name: "Put an offer" }).click();
  await visitor.page.locator(".plan-picture").waitFor();
  const moves = await slide(visitor.page, "#offer-count", LONGEST - 1, LONGEST);
  await visitor.close();
  return moves;
}

async function emptySlider(browser: Browser): Promise<Moves> {
  const page = await browser.newPage();
  await page.setContent(EMPTY);
  const moves = await slide(page, "#empty", LONGEST - 1, LONGEST);
  await page.close();
  return moves;
}
