import { expect } from "chai";
import { demoExport, demoIdNumber, type DemoAccount } from "../../server/demo/demoExport.ts";
import type { Visitor } from "../support/browser.ts";
import { hear, submitDialog } from "./roadPeople.ts";

function account(name: string, born: string, principalYuan: number): DemoAccount {
  return {
    platform: "xinghui",
    age: 1,
    name,
    sex: "女",
    born,
    address: "浙江省杭州市西湖区文二路8号",
    debts: [
      {
        product: "星汇借款",
        lender: "星汇消费金融有限公司",
        principalYuan,
        ratePercent: 14.6,
        overdueDays: 120,
      },
    ],
  };
}

/** Who settles in the end, and who comes with the same export. */
export const SETTLING = "吕安宁";
const ACCOUNTS = [
  { account: account(SETTLING, "1991-04-12", 12_000), place: 1 },
  { account: account("沙小河", "1988-09-30", 8_600), place: 2 },
];

/** An export with one person who is never reached. */
export const SILENT = "易无言";
export const SILENT_EXPORT = demoExport(
  [{ account: account(SILENT, "1985-02-03", 9_400), place: 3 }],
  "2026-11-01",
);

export function idLastFour(name: string): string {
  const found = ACCOUNTS.find((each) => each.account.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return demoIdNumber(found.account, found.place).slice(-4);
}

/** A lender's export with two good rows and one whose phone number is too short. */
function exportWithAFault(): string {
  const csv = demoExport(ACCOUNTS, "2026-11-01");
  const [, first = ""] = csv.trimEnd().split("\n");
  const faulty = first.replace("19900010007", "1990001").replace("XH1991", "XH2991");
  return `${csv}${faulty}\n`;
}

/** The platform's agent uploads an export, sees what is wrong with it, and takes the good rows. */
export async function importAccounts(agent: Visitor): Promise<void> {
  const { page } = agent;
  await agent.goTo("/imports");
  await agent.expectFine("the imports");
  const file = { name: "逾期账户.csv", mimeType: "text/csv", buffer: Buffer.from(exportWithAFault()) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText("1 行有误，不会导入").first().waitFor();
  await agent.expectFine("the preview of an import");
  expect(await agent.text())
    .to.include("1990001")
    .and.to.include(SETTLING);
  await page.getByRole("button", { name: "导入 2 行" }).click();
  await page.getByText("新建案件 2 件，导入 2 行。").waitFor();
  await agent.expectFine("the result of an import");
}

/** The centre accepts both cases at once and asks one mediator to take them. */
export async function acceptAndAppoint(admin: Visitor, mediator: string): Promise<void> {
  const { page } = admin;
  await admin.goTo("/cases");
  await page.getByRole("checkbox", { name: "全选" }).check();
  await page.getByRole("button", { name: "受理", exact: true }).click();
  await page.locator(".ant-modal-confirm .ant-btn-primary").click();
  await hear(admin, "已处理 2 件。");
  await admin.settled();
  await page.getByRole("checkbox", { name: "全选" }).check();
  await page.getByRole("button", { name: "选任调解员", exact: true }).click();
  await page.getByRole("radio", { name: mediator }).check();
  await admin.expectFine("the choice of a mediator");
  await submitDialog(admin);
  await admin.expectFine("the cases");
}

/** The mediator declares, case by case, that nothing stands in the way. */
export async function declareNoConflicts(mediator: Visitor): Promise<void> {
  const { page } = mediator;
  await mediator.goTo("/appointments");
  await mediator.expectFine("the appointments");
  const accept = page.getByRole("button", { name: "没有利益冲突，接受选任" });
  for (let waiting = await accept.count(); waiting > 0; waiting -= 1) {
    await accept.first().click();
    await page.getByText("声明没有利益冲突").waitFor();
    await submitDialog(mediator);
    await accept.nth(waiting - 1).waitFor({ state: "detached" });
  }
  await page.getByText("没有等您答复的选任").waitFor();
}
