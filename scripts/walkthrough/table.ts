import type { OfferView } from "../../shared/offers/offerView.ts";
import { digest, type Cast, type Tell } from "./cast.ts";
import type { Client } from "./client.ts";
import { Line } from "./line.ts";
import { drawUpTerms, inDays } from "./terms.ts";

/** Who sits at the table of one case, each over a live line. */
export type Table = { caseId: string; borrower: Line; agent: Line; mediator: Line };

/** What must never be heard outside: something told the mediator in confidence, and the note of an offer. */
export type Secrets = { caucus: string; note: string };

/** The mediator opens the room; everybody comes in, and things are said that not everybody may hear. */
export async function sitDown(
  cast: Cast,
  caseId: string,
  borrower: Client,
  secrets: Secrets,
  tell: Tell,
): Promise<Table> {
  await cast.mediator.post(`/api/cases/${caseId}/open-offers`);
  const table: Table = {
    caseId,
    mediator: await Line.join(cast.mediator, caseId),
    agent: await Line.join(cast.agent, caseId),
    borrower: await Line.join(borrower, caseId),
  };
  await table.mediator.say("joint", "各位好，这里说的话只用于调解，不会成为法庭上的证据。");
  await table.borrower.say("caucus_borrower", `只跟您说：我每个月最多能还一千二。${secrets.caucus}`);
  await table.mediator.say("caucus_platform", "请先考虑免除罚息，换一个能按时还完的期限。");
  await table.agent.say("joint", "我们愿意在还清后免除罚息。");
  for (const line of [table.borrower, table.agent, table.mediator]) {
    await line.hear((event) => JSON.stringify(event.payload).includes("免除罚息。"));
  }
  tell("borrower", `in the room: ${digest(table.borrower.events)}`);
  tell("platform", `in the room: ${digest(table.agent.events)}`);
  tell("mediator", `in the room: ${digest(table.mediator.events)}`);
  return table;
}

/**
 * The platform's offer in six parts, as the borrower hears it. Where it gives up more than an agent may, it goes nowhere
 * until the approver has looked at it.
 */
export async function offerSixParts(cast: Cast, table: Table, note: string, tell: Tell): Promise<OfferView> {
  const offer = await table.agent.command<OfferView>("offer.put", {
    terms: await drawUpTerms(cast.agent, table.caseId, 6),
    note,
    expiresAt: inDays(7),
  });
  if (offer.status === "awaiting_approval") {
    await cast.approver.post(`/api/offers/${offer.id}/approval`, { approve: true });
    tell("platform", "the offer goes beyond the agent's limits; the approver let it go out");
  }
  await table.borrower.hear(({ type }) => type === "offer.put");
  return offer;
}

export function leave(table: Table): void {
  for (const line of [table.borrower, table.agent, table.mediator]) line.close();
}
