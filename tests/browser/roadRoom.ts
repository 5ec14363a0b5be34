import { expect } from "chai";
import type { Visitor } from "../support/browser.ts";
import { pressAndConfirm } from "./roadPeople.ts";

/** Said in the caucus; nobody of the platform may ever find it. */
export const SECRET = "我每个月最多能拿出四百一十七块，别告诉他们";

export async function enterRoom(visitor: Visitor, caseId: string): Promise<void> {
  await visitor.enter(`/cases/${caseId}/room`);
  await visitor.page.getByText("已连接").waitFor();
  await visitor.expectFine("the room");
}

/** The mediator sees from the case file that offers may begin. */
export async function openOffers(mediator: Visitor, caseId: string): Promise<void> {
  await mediator.goTo(`/cases/${caseId}`);
  await mediator.expectFine("the case file");
  await pressAndConfirm(mediator, "开启方案协商");
  await mediator.page.getByText("协商中").first().waitFor();
}

/** First in confidence, then with everybody; the platform's window is open all the while. */
export async function talk(mediator: Visitor, borrower: Visitor, agent: Visitor): Promise<void> {
  await mediator.page.getByRole("tab", { name: "与借款人单谈" }).click();
  await mediator.expectFine("the caucus of the mediator");
  await post(mediator, "这里的话平台看不到。您每个月大概能拿出多少？");
  await borrower.enter("/m/case/talk?with=caucus");
  await borrower.page.getByText("您每个月大概能拿出多少？").waitFor();
  await post(borrower, SECRET);
  await borrower.expectFine("the caucus of the borrower");
  await mediator.page.getByText(SECRET).waitFor();
  await expectUntold(agent);

  await mediator.page.getByRole("tab", { name: "共同频道" }).click();
  await post(mediator, "各位好，我们先把账核对清楚。");
  await borrower.page.getByRole("button", { name: "三方会谈" }).click();
  await borrower.page.getByText("我们先把账核对清楚").waitFor();
  await post(borrower, "我想分期还清。");
  await borrower.expectFine("the joint channel of the borrower");
  await agent.page.getByText("我想分期还清。").waitFor();
  await post(agent, "可以，我们马上提一个方案。");
  await borrower.page.getByText("我们马上提一个方案").waitFor();
  await agent.expectFine("the room of the platform");
  await expectUntold(agent);
}

/** Not on the screen and not hidden in the page. */
export async function expectUntold({ page }: Visitor): Promise<void> {
  const held = (await page.content()) + (await page.evaluate<string>("JSON.stringify({ ...localStorage })"));
  expect(held).to.not.include(SECRET);
}

async function post({ page }: Visitor, text: string): Promise<void> {
  const field = page.locator("textarea:visible").last();
  await field.fill(text);
  await field.press("Control+Enter");
  await page.locator("[role=log]").getByText(text).first().waitFor();
}
