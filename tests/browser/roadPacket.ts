import { expect } from "chai";
import type { Visitor } from "../support/browser.ts";
import { hear, submitDialog } from "./roadPeople.ts";
import { expectPdf } from "./roadSigning.ts";

/** Nobody answered: the mediator ends it, in English this time, and the certificate follows. */
export async function terminate(mediator: Visitor, caseId: string): Promise<void> {
  const { page } = mediator;
  await mediator.goTo(`/cases/${caseId}`);
  await page.getByRole("button", { name: "End the mediation" }).click();
  await choose(mediator, "Reason", "The borrower cannot be reached");
  await mediator.expectFine("the dialog to end a mediation");
  await submitDialog(mediator);
  await page.getByRole("link", { name: "Download the certificate" }).waitFor();
  await mediator.expectFine("a case that has ended");
}

/** The platform asks a lawyer to take it; the packet is made while one waits. */
export async function escalate(agent: Visitor, caseId: string, lawyer: string): Promise<void> {
  const { page } = agent;
  await agent.goTo(`/cases/${caseId}?tab=exhibits`);
  await page.getByRole("button", { name: "Request escalation" }).click();
  await choose(agent, "Choose a lawyer", lawyer);
  await agent.expectFine("the dialog to request escalation");
  await submitDialog(agent);
  await hear(agent, "Requested. The packet is being made.");
  await page.getByText("With the lawyer").first().waitFor({ timeout: 60_000 });
  await agent.expectFine("a case with a lawyer");
}

/** The lawyer finds the packet, reads what matters and downloads it. */
export async function openPacket(lawyer: Visitor, caseNumber: string): Promise<void> {
  const { page } = lawyer;
  await lawyer.goTo("/escalations");
  await lawyer.expectFine("the lawyer's packets");
  await page.getByRole("link", { name: caseNumber }).click();
  await page.getByRole("heading", { name: "In short" }).waitFor();
  await lawyer.expectFine("the packet");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Packet as PDF" }).click();
  await expectPdf(await (await download).path());
}

/** Whoever opened it is on record, for the platform to see. */
export async function seeOpenings(agent: Visitor, lawyer: string): Promise<void> {
  await agent.page.getByRole("link", { name: "Open the packet" }).click();
  await agent.page.getByText("Downloaded the PDF").waitFor();
  expect(await agent.text()).to.include(lawyer);
  await agent.expectFine("the packet before the platform");
}

/** Chooses from a list that opens under its field. */
async function choose({ page }: Visitor, label: string, option: string): Promise<void> {
  await page.locator(".ant-modal").getByLabel(label, { exact: true }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: option }).click();
}
