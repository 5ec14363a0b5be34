import { expect } from "chai";
import type { Browser, Locator } from "playwright-core";
import { PASSWORD, type TestApp } from "../support/app.ts";
import { Visitor } from "../support/browser.ts";

/** Somebody of the staff at a desk, signed in by the keyboard alone. */
export async function atTheDesk(
  browser: Browser,
  app: TestApp,
  username: string,
  language: "zh" | "en" = "zh",
): Promise<Visitor> {
  const visitor = await Visitor.open(browser, app.url, { language });
  const { page } = visitor;
  await visitor.goTo("/");
  await visitor.expectFine("the sign-in page");
  await tabTo(visitor, page.locator("#username"));
  await page.keyboard.type(username);
  await tabTo(visitor, page.locator("#password"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.locator(".account-button").waitFor();
  await visitor.expectFine(`the first page of ${username}`);
  return visitor;
}

/** Goes there as somebody without a mouse does, and sees where they are. */
export async function tabTo(visitor: Visitor, target: Locator): Promise<void> {
  const { page } = visitor;
  await target.waitFor();
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element.matches(":focus"))) {
      expect(await showsFocus(visitor), "the focus can be seen").to.equal(true);
      return;
    }
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

/** Itself or the frame around it is drawn differently while it has the focus. */
async function showsFocus({ page }: Visitor): Promise<boolean> {
  return await page.evaluate<boolean>(`[document.activeElement, document.activeElement.parentElement]
    .map((each) => getComputedStyle(each))
    .some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none")`);
}

/** Presses a button that asks once more, and says yes. */
export async function pressAndConfirm({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator(".ant-popconfirm .ant-btn-primary").click();
}

/** The button of the dialog that is open. */
export async function submitDialog({ page }: Visitor): Promise<void> {
  await page
    .locator(".ant-modal .ant-modal-footer .ant-btn-primary, .ant-modal-confirm .ant-btn-primary")
    .last()
    .click();
  await page.locator(".ant-modal-wrap:visible").waitFor({ state: "detached" });
}

/** A message that something is done; it goes away by itself. */
export async function hear({ page }: Visitor, text: string): Promise<void> {
  await page.locator(".ant-message-notice, .b-done").getByText(text).first().waitFor();
}

/** The newest notice of a kind to somebody, as the administrator reads it in the outbox. */
export async function readNotice(admin: Visitor, kind: string, borrower: string): Promise<string> {
  await admin.goTo("/outbox");
  const notice = admin.page
    .locator(".notice")
    .filter({ hasText: kind })
    .filter({ hasText: borrower })
    .first();
  return await notice.locator(".notice-body").innerText();
}
