import { expect } from "chai";
import type { Visitor } from "../support/browser.ts";
import { hear, pressAndConfirm } from "./roadPeople.ts";

/** Six parts and no penalty: inside the platform's policy, so it goes to the borrower at once. */
export async function putOffer(agent: Visitor): Promise<void> {
  const { page } = agent;
  await page.locator(".offer-board").getByRole("button", { name: "提出方案" }).click();
  const drawer = page.locator(".ant-drawer");
  await drawer.locator("#offer-count").fill("6");
  await drawer.getByRole("button", { name: "全免违约金和费用" }).click();
  await drawer.locator("#offer-note").fill("全部违约金都可以免。");
  await drawer.getByText("在让步政策之内").waitFor();
  await agent.expectFine("the offer editor");
  await drawer.getByRole("button", { name: "提出方案" }).click();
  await hear(agent, "方案已提出，对方现在看得到。");
  await drawer.waitFor({ state: "detached" });
  await agent.expectFine("the room with an offer");
}

/** Reads the offer and moves the sliders to more and smaller parts. */
export async function counterOffer(borrower: Visitor): Promise<void> {
  const { page } = borrower;
  await borrower.goTo("/m/case/offers");
  await page.getByRole("heading", { name: "平台的方案 1" }).waitFor();
  await borrower.expectFine("the offers of the borrower");
  await page.getByRole("link", { name: "改一改再提出" }).click();
  const months = page.getByRole("slider", { name: "分几个月" });
  await months.focus();
  await page.keyboard.press("End");
  for (let count = 60; count > 30; count -= 1) await page.keyboard.press("ArrowLeft");
  await page.getByRole("status").getByText("30 个月", { exact: true }).waitFor();
  await borrower.expectFine("the borrower's own offer");
  await page.getByRole("button", { name: "提出这个方案" }).click();
  await page.getByRole("button", { name: "确定提出" }).click();
  await page.getByRole("heading", { name: "我的方案 2" }).waitFor();
  await borrower.expectFine("the borrower's offer on the table");
}

/** Thirty parts are beyond the policy: the agent asks, the approver decides. */
export async function acceptWithApproval(agent: Visitor, approver: Visitor): Promise<void> {
  await agent.page.getByRole("button", { name: "申请批准接受" }).waitFor();
  await agent.expectFine("the room with an offer beyond the policy");
  await pressAndConfirm(agent, "申请批准接受");
  await hear(agent, "已提交审批。");
  await approver.goTo("/approvals");
  await approver.expectFine("the approvals");
  expect(await approver.text()).to.include("30 期");
  await pressAndConfirm(approver, "批准");
  await approver.page.getByText("没有等您审批的方案").waitFor();
  await agent.page.getByText("双方已就方案 2 达成一致").waitFor();
  await agent.expectFine("the room after the agreement");
}
