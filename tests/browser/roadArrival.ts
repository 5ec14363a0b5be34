import { expect } from "chai";
import type { Visitor } from "../support/browser.ts";
import { idLastFour, SETTLING } from "./roadIntake.ts";
import { readNotice, tabTo } from "./roadPeople.ts";

/** The borrower opens the link, makes sure of the mediator, and comes back to it. */
export async function openTheLink(borrower: Visitor, admin: Visitor): Promise<void> {
  const { page } = borrower;
  const invitation = await readNotice(admin, "调解邀请", SETTLING);
  await admin.expectFine("the outbox");
  const link = /http\S+\/m\/\S+/.exec(invitation)?.[0] ?? "no link";
  await borrower.goTo(link);
  await borrower.expectFine("the landing page");
  expect(await borrower.text())
    .to.include("调解员周")
    .and.to.include("参加与否由您决定，不收取任何费用")
    .and.not.to.include(SETTLING);
  await page.getByRole("link", { name: /核验调解员/ }).click();
  await page.getByText("这位调解员是真实的").waitFor();
  await borrower.expectFine("the page to check a mediator");
  await page.goBack();
  await borrower.settled();
}

/** A code from the outbox and the end of the identity number, typed without touching the screen. */
export async function identify(borrower: Visitor, admin: Visitor): Promise<void> {
  const { page } = borrower;
  await page.getByRole("link", { name: "确认身份" }).click();
  await page.getByRole("heading", { name: "确认是您本人" }).waitFor();
  await borrower.expectFine("the page to prove who one is");
  await tabTo(borrower, page.getByRole("button", { name: "发送验证码" }));
  await page.keyboard.press("Enter");
  await page.getByText("10 分钟内有效").waitFor();
  const code = oneTimeCodeIn(await readNotice(admin, "验证码", SETTLING));
  await tabTo(borrower, page.getByLabel("6 位验证码"));
  await page.keyboard.type(code);
  await tabTo(borrower, page.getByLabel("身份证号最后四位"));
  await page.keyboard.type(idLastFour(SETTLING));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "我的案件" }).waitFor();
  await borrower.expectFine("the borrower's case");
}

export function oneTimeCodeIn(notice: string): string {
  const code = /\d{6}/.exec(notice)?.[0];
  if (code === undefined) throw new Error(`no code in: ${notice}`);
  return code;
}

/** Reads the debt, confirms one line of it, and agrees to mediate. */
export async function confirmAndConsent(borrower: Visitor): Promise<void> {
  const { page } = borrower;
  await borrower.goTo("/m/case/debt");
  await borrower.expectFine("the debt");
  expect(await borrower.text()).to.include("¥12,000.00");
  await page.getByRole("button", { name: "本金：没有问题" }).click();
  await page.getByText("您已确认").waitFor();
  await borrower.goTo("/m/case/consent");
  await borrower.expectFine("the page to consent");
  await page.getByLabel("我已经读过以上内容").check();
  await page.getByRole("button", { name: "同意参加" }).click();
  await page.getByRole("heading", { name: "请核对欠款明细" }).waitFor();
  await borrower.expectFine("the case after consenting");
}
