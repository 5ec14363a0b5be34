import { expect } from "chai";
import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import type { Visitor } from "../support/browser.ts";
import { oneTimeCodeIn } from "./roadArrival.ts";
import { SETTLING } from "./roadIntake.ts";
import { hear, pressAndConfirm, readNotice, submitDialog } from "./roadPeople.ts";

export async function release(mediator: Visitor, caseId: string): Promise<void> {
  await mediator.goTo(`/cases/${caseId}?tab=agreement`);
  await mediator.expectFine("the agreement before the mediator");
  await pressAndConfirm(mediator, "审阅完毕，交各方签署");
  await hear(mediator, "已交各方签署。");
}

/** Turns every page of the text, as it comes, to the last. */
export async function readToTheEnd({ page }: Visitor): Promise<void> {
  const next = page.getByRole("button", { name: "下一页" });
  for (;;) {
    await page.locator(".reader-paper img").waitFor();
    const done = page.getByText("全文各页都已看过");
    await next.and(page.locator(":enabled")).or(done).first().waitFor();
    if (await done.isVisible()) return;
    await next.tap();
  }
}

/** Reads the whole text, asks for a code, and signs with a finger. */
export async function signByHand(borrower: Visitor, admin: Visitor): Promise<void> {
  const { page } = borrower;
  await borrower.goTo("/m/case/agreement");
  await borrower.expectFine("the agreement before the borrower");
  const text = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载全文（PDF，尚未盖章）" }).click();
  await expectPdf(await (await text).path());
  expect(await page.getByRole("link", { name: "去签署" }).count()).to.equal(0);
  await readToTheEnd(borrower);
  await page.getByRole("link", { name: "去签署" }).click();
  await page.getByRole("button", { name: "发送验证码" }).click();
  await page.getByText("10 分钟内有效").waitFor();
  const code = oneTimeCodeIn(await readNotice(admin, "验证码", SETTLING));
  await page.getByLabel("6 位验证码").fill(code);
  await draw(borrower, page.getByRole("img", { name: "签名区" }));
  await page.getByRole("checkbox").check();
  await borrower.expectFine("the page to sign");
  await page.getByRole("button", { name: "签署", exact: true }).click();
  await page.getByRole("heading", { name: "您已签署" }).waitFor();
  await borrower.expectFine("the borrower has signed");
}

/** Two strokes of one finger, as the screen reports them. */
export async function draw({ page }: Visitor, canvas: Locator): Promise<void> {
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("no place to sign");
  const touch = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  for (const stroke of [0, 1]) {
    const at = (step: number) => ({
      x: box.x + 30 + stroke * 120 + step * 5,
      y: box.y + box.height / 2 + Math.sin(step / 2) * 30,
    });
    await send("touchStart", [at(0)]);
    for (let step = 1; step < 20; step += 1) await send("touchMove", [at(step)]);
    await send("touchEnd", []);
  }
  await touch.detach();
}

/** The platform's approver, or the mediator, types the name that stands in the text. */
export async function signByName(visitor: Visitor, caseId: string, name: string): Promise<void> {
  const { page } = visitor;
  await visitor.goTo(`/cases/${caseId}?tab=agreement`);
  await page.getByRole("button", { name: "签署", exact: true }).click();
  await page.getByLabel(`请键入姓名：${name}`).fill(name);
  await page.locator(".ant-modal").getByRole("checkbox").check();
  await visitor.expectFine("the dialog to sign");
  await submitDialog(visitor);
  await hear(visitor, "已签署。");
}

export async function seal(admin: Visitor, caseId: string): Promise<void> {
  await admin.goTo(`/cases/${caseId}?tab=agreement`);
  await pressAndConfirm(admin, "盖章生效");
  await admin.page.getByText("已生效").first().waitFor();
  await admin.expectFine("the sealed agreement before the centre");
}

/** What everybody came for: the plan on the phone, the agreement with the platform. */
export async function seePlan(borrower: Visitor): Promise<void> {
  await borrower.goTo("/m/case");
  await borrower.expectFine("the case in performance");
  await borrower.goTo("/m/case/plan");
  await borrower.expectFine("the plan");
  expect(await borrower.text()).to.include("6222000011112222333");
  // The later ones lie folded away.
  expect(await borrower.page.getByText("第 30 期").count()).to.equal(1);
  await borrower.goTo("/m/case/agreement");
  await borrower.expectFine("the sealed agreement before the borrower");
}

export async function downloadAgreement(agent: Visitor): Promise<void> {
  const { page } = agent;
  await agent.goTo("/agreements");
  await agent.expectFine("the agreements");
  await page.getByRole("link", { name: /^调协/ }).click();
  await page.getByRole("heading", { name: "还款情况" }).waitFor();
  await agent.expectFine("the agreement before the platform");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载 PDF" }).click();
  await expectPdf(await (await download).path());
}

export async function expectPdf(file: string): Promise<void> {
  const head = (await readFile(file)).subarray(0, 5).toString("latin1");
  expect(head).to.equal("%PDF-");
}
