import type { Browser, CDPSession } from "playwright-core";
import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { createLog } from "../../server/log.ts";
import { startTestApp } from "../../tests/support/app.ts";
import { launchChromium, RealClock, Visitor } from "../../tests/support/browser.ts";
import { stopTestDatabases } from "../../tests/support/database.ts";
import { buildPeople } from "../../tests/support/people.ts";
import { makeTestDataDir } from "../../tests/support/postgresServer.ts";
import { borrowerCookie, buildRoomCase } from "../../tests/support/roomCase.ts";
import { report } from "../report.ts";

const STEPS = 120;
/** The slider of the months. */
const SLIDER = `input[type=range][max="60"]`;
/** One frame of a screen that draws sixty a second. */
const FRAME_MS = 1000 / 60;

/**
 * What the main thread of a browser does for one step of a slider: events, arithmetic, rendering, layout. The floor is a page with
 * nothing but a slider and its value. A frame has 16.7 ms; the client must have been built.
 */
export async function benchFrame(): Promise<void> {
  const { dataDir, remove } = makeTestDataDir();
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLog("silent"), durable: true });
  process.env["TEST_DATABASE_URL"] = postgres.url;
  const app = await startTestApp({ clock: new RealClock() });
  const browser = await launchChromium();
  if (browser === null) throw new Error("no Chromium on this machine: set CHROMIUM_PATH");
  const cookie = await borrowerCookie(app, await buildRoomCase(app, await buildPeople(app)));
  const floor = await bareSlider(browser, app.url);
  const pages = [
    ["frame: a step of the calculator's slider", "/calculator#family=equal_instalment", undefined],
    ["frame: a step of the borrower's slider", "/m/case/offers/new", cookie],
  ] as const;
  for (const [name, path, session] of pages) {
    const visitor = await Visitor.open(browser, app.url, {
      phone: true,
      ...(session === undefined ? {} : { cookie: session }),
    });
    await visitor.goTo(path);
    const ours = await stepTimes(visitor);
    report(`${name}, in the middle`, "ms/step", { ours: middle(ours), floor: middle(floor) });
    report(`${name}, 19 of 20 within`, "ms/step", { ours: upper(ours), floor: upper(floor) });
    report(`${name}, 19 of 20 within, against a frame`, "ms/step", { ours: upper(ours), floor: FRAME_MS });
    await visitor.close();
  }
  await browser.close();
  await app.close();
  await stopTestDatabases();
  await postgres.stop();
  remove();
}

async function bareSlider(browser: Browser, url: string): Promise<number[]> {
  const visitor = await Visitor.open(browser, url, { phone: true });
  await visitor.page.route("**/bare", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<h1>bare</h1><input type="range" min="1" max="60" value="12"
        oninput="document.querySelector('output').textContent = this.value"><output>12</output>`,
    }),
  );
  await visitor.goTo("/bare");
  const times = await stepTimes(visitor);
  await visitor.close();
  return times;
}

/** To and fro over the slider's range; the first twenty steps are for the compiler. */
async function stepTimes({ page }: Visitor): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  // Time of the thread, not of the clock: others use this machine too.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const times: number[] = [];
  const shown = new Set<string>();
  for (let step = 0; step < STEPS + 20; step += 1) {
    const value = 2 + Math.abs(58 - (step % 116));
    const from = await busyMs(session);
    await page.evaluate<void>(`new Promise((done) => {
      const slider = document.querySelector('${SLIDER}');
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      set.call(slider, ${value});
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    })`);
    if (step >= 20) times.push((await busyMs(session)) - from);
    shown.add(await page.locator(`:has(> ${SLIDER}) > output`).innerText());
  }
  if (shown.size < 30) throw new Error(`the page does not follow its slider: ${[...shown].join()}`);
  return times.toSorted((a, b) => a - b);
}

async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
const middle = (sorted: readonly number[]) => at(sorted, 0.5);
const upper = (sorted: readonly number[]) => at(sorted, 0.95);
