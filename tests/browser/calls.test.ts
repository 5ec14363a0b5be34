import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import {
  FAKE_DEVICES,
  NO_DEVICES,
  trafficOf,
  untilTraffic,
  watchConnections,
} from "../support/callWindows.ts";
import { buildPeople, type People } from "../support/people.ts";
import { picture } from "../support/pictures.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("sound and picture, in three windows", function () {
  this.timeout(400_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let mediator: Client;
  let agent: Client;
  const open: Visitor[] = [];

  before(async function () {
    browser = await launchBrowser(this, FAKE_DEVICES);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    agent = await app.signIn("agent");
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
    for (const window of open.splice(0)) await window.close();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  async function cockpit(who: Client, language: "zh" | "en" = "zh"): Promise<Visitor> {
    const window = await Visitor.open(browser, app.url, { cookie: who.cookie(), language });
    open.push(window);
    await watchConnections(window.page);
    await window.enter(`/cases/${theCase.id}/room`);
    return window;
  }
  async function phone(from = browser, language: "zh" | "en" = "zh"): Promise<Visitor> {
    const cookie = await borrowerCookie(app, theCase);
    const window = await Visitor.open(from, app.url, { phone: true, cookie, language });
    open.push(window);
    await watchConnections(window.page);
    await window.enter("/m/case/call");
    return window;
  }
  async function join(
    { page }: Visitor,
    how: string,
    start = /(发起|加入)(共同|与.*单独)通话/,
  ): Promise<void> {
    await page.getByRole("button", { name: start }).click();
    await page.getByRole("dialog").getByLabel(how).check();
    await page.getByRole("button", { name: "加入通话" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  const CAMERA = "摄像头和麦克风";
  const seesTwo = (window: Visitor) =>
    untilTraffic(window, ({ seen, connected }) => seen === 2 && connected === 2);

  it("show all three to each other, two of them alone, and all three again", async () => {
    const [desk, side, hand] = [await cockpit(mediator), await cockpit(agent), await phone()];
    await desk.page.getByRole("button", { name: "发起共同通话" }).click();
    await desk.page.getByRole("dialog").getByLabel(CAMERA).check();
    await desk.page.getByRole("dialog").getByLabel("您的画面预览").waitFor();
    await desk.expectFine("before joining");
    await picture(desk, "call-dialog");
    await desk.page.getByRole("button", { name: "加入通话" }).click();
    await desk.page.getByText("通话里现在只有您一人。").waitFor();
    await side.page.getByText(/共同通话进行中：调解员周/).waitFor();
    await picture(side, "call-going");
    await picture(hand, "call-phone-going");
    await join(side, CAMERA);
    await join(hand, CAMERA);
    for (const window of [desk, side, hand]) {
      await seesTwo(window);
      await window.page.getByRole("list", { name: "共同通话里的人" }).getByRole("listitem").nth(2).waitFor();
    }
    await desk.expectFine("three in a call");
    await picture(desk, "call-joint-desk");
    await picture(hand, "call-joint-phone");

    await desk.page.getByRole("tab", { name: /与借款人单谈/ }).click();
    await picture(desk, "call-move-desk");
    await desk.page.getByRole("button", { name: "转到与借款人单独通话" }).click();
    await hand.page.getByRole("button", { name: /与调解员单独谈/ }).click();
    await hand.page.getByRole("button", { name: "转到与调解员单独通话" }).click();
    await side.page.getByText("通话里现在只有您一人。").waitFor();
    for (const window of [desk, hand])
      await untilTraffic(
        window,
        ({ open: now, seen, connected }) => now === 1 && seen === 1 && connected === 1,
      );
    const before = await trafficOf(desk);
    await untilTraffic(
      desk,
      ({ frames, audioBytes }) => frames > before.frames + 5 && audioBytes > before.audioBytes,
    );
    // All the while nothing came to the other side, and there is nothing over which it could.
    expect(await trafficOf(side)).to.deep.equal({
      open: 0,
      made: 2,
      connected: 0,
      audioBytes: 0,
      videoBytes: 0,
      frames: 0,
      seen: 0,
      liveTracks: 0,
    });
    expect(await side.text()).not.to.include("单独通话进行中");
    await desk.page.getByText("您的声音和画面：只给借款人，平台听不到也看不到").waitFor();
    await hand.page.getByText("您的声音和画面：只给调解员，对方听不到也看不到").waitFor();
    await hand.expectFine("in a caucus");
    await picture(desk, "call-caucus-desk");
    await picture(hand, "call-caucus-phone");

    await desk.page.getByRole("tab", { name: /共同频道/ }).click();
    await desk.page.getByRole("button", { name: "转到共同通话" }).click();
    await hand.page.getByRole("button", { name: /三方会谈/ }).click();
    await hand.page.getByRole("button", { name: "转到共同通话" }).click();
    for (const window of [desk, side, hand]) await seesTwo(window);
    await hand.page.getByRole("button", { name: "关闭摄像头" }).click();
    await untilTraffic(desk, ({ seen }) => seen >= 1);
    await side.page.getByRole("button", { name: "挂断" }).click();
    await untilTraffic(side, ({ open: now, liveTracks }) => now === 0 && liveTracks === 0);
    await desk.page.getByRole("list", { name: "共同通话里的人" }).getByRole("listitem").nth(2).waitFor({
      state: "detached",
    });
  });

  it("work with a microphone only, and go on while the phone shows another page @long", async () => {
    const [desk, hand] = [await cockpit(mediator), await phone()];
    await join(hand, "只用麦克风");
    await join(desk, CAMERA);
    await untilTraffic(hand, ({ seen, audioBytes }) => seen === 1 && audioBytes > 0);
    const heard = await untilTraffic(desk, ({ connected, audioBytes }) => connected === 1 && audioBytes > 0);
    expect(heard.frames).to.equal(0);
    await picture(hand, "call-phone-mic");
    await picture(desk, "call-desk-mic");
    await hand.page.getByRole("link", { name: "沟通" }).click();
    await hand.page.getByRole("link", { name: "回到通话" }).waitFor();
    await hand.expectFine("the call's bar above the conversation");
    await picture(hand, "call-phone-bar");
    const before = await trafficOf(desk);
    await untilTraffic(
      desk,
      ({ connected, audioBytes }) => connected === 1 && audioBytes > before.audioBytes,
    );
    await hand.page.getByRole("button", { name: "挂断" }).click();
    await untilTraffic(desk, ({ open: now }) => now === 0);
  });

  it("survive a line that breaks, and look for a way again @long", async () => {
    const [desk, hand] = [await cockpit(mediator), await phone()];
    await join(hand, "只用麦克风");
    await join(desk, "只用麦克风");
    await untilTraffic(desk, ({ connected, audioBytes }) => connected === 1 && audioBytes > 0);
    await hand.page.context().setOffline(true);
    await hand.page.getByText("连接断开，正在回到通话…").waitFor();
    await hand.page.context().setOffline(false);
    await hand.page.getByText("连接断开，正在回到通话…").waitFor({ state: "detached" });
    const before = await trafficOf(desk);
    const after = await untilTraffic(
      desk,
      ({ connected, audioBytes }) => connected === 1 && audioBytes > before.audioBytes,
    );
    expect(after.made).to.equal(1);
  });

  it("say what to do where there is no device, and let one listen", async function () {
    const bare = await launchBrowser(this, NO_DEVICES);
    try {
      const [desk, hand] = [await cockpit(mediator), await phone(bare)];
      await join(desk, CAMERA);
      await hand.page.getByRole("button", { name: "加入共同通话" }).click();
      await hand.page
        .getByRole("dialog")
        .getByText(/没有找到麦克风/)
        .waitFor();
      await hand.expectFine("no microphone");
      await picture(hand, "call-phone-none");
      await hand.page.getByRole("dialog").getByLabel("只听和看，不用设备").check();
      await hand.page.getByRole("button", { name: "加入通话" }).click();
      await untilTraffic(hand, ({ seen }) => seen === 1);
      const { audioBytes, videoBytes } = await untilTraffic(desk, ({ connected }) => connected === 1);
      expect([audioBytes, videoBytes]).to.deep.equal([0, 0]);
      await hand.expectFine("listening");
      await picture(hand, "call-phone-listening");
    } finally {
      await bare.close();
    }
  });

  it("speak English too @long", async () => {
    const [desk, hand] = [await cockpit(mediator, "en"), await phone(browser, "en")];
    await desk.page.getByRole("button", { name: "Start a joint call" }).click();
    await desk.page.getByRole("dialog").getByLabel("Camera and microphone").check();
    await desk.page.getByRole("dialog").getByLabel("Preview of your picture").waitFor();
    await desk.expectFine("the dialog in English");
    await picture(desk, "call-dialog-en");
    await desk.page.getByRole("button", { name: "Join the call" }).click();
    await hand.page.getByText(/In the joint call: /).waitFor();
    await hand.page.getByRole("button", { name: "Join the joint call" }).click();
    await hand.page.getByRole("button", { name: "Join the call" }).click();
    await untilTraffic(hand, ({ seen }) => seen === 1);
    await desk.expectFine("a call in English");
    await picture(desk, "call-desk-en");
    await picture(hand, "call-phone-en");
  });
});
