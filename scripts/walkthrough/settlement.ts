import type { OfferView } from "../../shared/offers/offerView.ts";
import { oneTimeCode } from "./arrival.ts";
import { yuan, type Cast, type Tell } from "./cast.ts";
import type { Client } from "./client.ts";
import { leave, offerSixParts, sitDown, type Secrets } from "./table.ts";
import { drawUpTerms, inDays } from "./terms.ts";

type Agreement = {
  id: string;
  number: string;
  status: string;
  contentHash: string;
  documentSha256: string | null;
  signerName: string | null;
};
export type Settled = { agreementId: string; pdf: Uint8Array; data: object };

/** From the first offer to the sealed agreement and the plan that follows from it. */
export async function settle(
  cast: Cast,
  caseId: string,
  borrower: Client,
  secrets: Secrets,
  tell: Tell,
): Promise<Settled> {
  const table = await sitDown(cast, caseId, borrower, secrets, tell);
  const first = await offerSixParts(cast, table, "按约还清后免除全部罚息。", tell);
  tell("platform", `put an offer: ${yuan(first.totals.totalFen)} in 6 parts`);
  const counter = await table.borrower.command<OfferView>("offer.put", {
    terms: await drawUpTerms(borrower, caseId, 12),
    note: `六期压力太大，十二期可以做到。${secrets.note}`,
    expiresAt: inDays(7),
    counters: first.id,
  });
  tell("borrower", `countered with 12 parts: ${counter.changed.join(", ")} changed`);
  await table.agent.hear(({ type, n }) => type === "offer.put" && n > 1);
  const { termsHash } = counter;
  await cast.approver.post(`/api/offers/${counter.id}/accept`, { termsHash });
  await table.borrower.hear(({ type }) => type === "agreement.composed");
  tell("borrower", "the offer was accepted; the agreement is being read through");
  leave(table);
  return await sign(cast, caseId, borrower, tell);
}

async function sign(cast: Cast, caseId: string, borrower: Client, tell: Tell): Promise<Settled> {
  const agreement = await cast.mediator.get<Agreement>(`/api/cases/${caseId}/agreement`);
  const path = `/api/agreements/${agreement.id}`;
  await cast.mediator.post(`${path}/release`);
  tell("mediator", `read agreement ${agreement.number} through and released it for signature`);
  const { pageCount } = await borrower.get<{ pageCount: number }>(`${path}/reading`);
  for (let page = 1; page <= pageCount; page += 1) await borrower.download(`${path}/pages/${page}`);
  tell("borrower", `read all ${pageCount} pages of it`);
  await borrower.post(`${path}/one-time-codes`);
  await putName(borrower, path, { oneTimeCode: await oneTimeCode(cast.admin, caseId) });
  await putName(cast.approver, path);
  await putName(cast.mediator, path);
  tell("borrower", "signed with a code to the number on file; then platform and mediator signed");
  await cast.admin.post(`${path}/seal`);
  const sealed = await cast.agent.get<Agreement>(path);
  const pdf = await cast.agent.download(`${path}/document.pdf`);
  const plan = await cast.agent.get<{ instalments: { due: string; dueFen: number }[] }>(
    `/api/cases/${caseId}/plan`,
  );
  tell("platform", `agreement ${sealed.status}, ${pdf.length} bytes, SHA-256 ${sealed.documentSha256}`);
  for (const { due, dueFen } of plan.instalments.slice(0, 2))
    tell("platform", `  due ${due}: ${yuan(dueFen)}`);
  const own = await borrower.download(`${path}/document.pdf`);
  tell("borrower", `has the same document: ${Buffer.compare(own, pdf) === 0 ? "byte for byte" : "NO"}`);
  return { agreementId: agreement.id, pdf, data: { agreement: sealed, plan } };
}

/** Sign by typing one's name; what was on the screen is named by its hash. */
async function putName(client: Client, path: string, proof: { oneTimeCode?: string } = {}): Promise<void> {
  const { contentHash, signerName } = await client.get<Agreement>(path);
  await client.post(`${path}/signatures`, {
    method: "typed",
    typedName: signerName,
    contentHash,
    consent: true,
    ...proof,
  });
}
