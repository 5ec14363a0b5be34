import { readFileSync } from "node:fs";
import path from "node:path";
import { until, type Cast, type Tell } from "./cast.ts";
import type { Client } from "./client.ts";
import { leave, offerSixParts, sitDown, type Secrets } from "./table.ts";

type Escalation = { id: string; status: string; pageCount: number | null; failure: unknown };
export type Escalated = {
  escalationId: string;
  certificate: Uint8Array;
  packet: Uint8Array;
  zip: Uint8Array;
  data: object;
};

/** An offer that is declined, the end of the mediation, and the packet on a lawyer's desk. */
export async function escalate(
  cast: Cast,
  caseId: string,
  borrower: Client,
  secrets: Secrets,
  tell: Tell,
): Promise<Escalated> {
  const table = await sitDown(cast, caseId, borrower, secrets, tell);
  const offer = await offerSixParts(cast, table, `这是我们能给的最后方案。${secrets.note}`, tell);
  await table.borrower.command("offer.decline", { offerId: offer.id });
  tell("borrower", "declined the offer");
  await cast.mediator.post(`/api/cases/${caseId}/terminate`, {
    reason: "impasse",
    note: "双方差距过大，调解终止。",
  });
  leave(table);
  type Summary = { abilities: string[] };
  await until(
    () => cast.agent.get<Summary>(`/api/cases/${caseId}`),
    ({ abilities }) => abilities.includes("readCertificate"),
  );
  const certificate = await cast.agent.download(`/api/cases/${caseId}/certificate.pdf`);
  tell("platform", `the mediation ended; its certificate has ${certificate.length} bytes`);
  await addEvidence(cast.agent, caseId);
  return { ...(await handOver(cast, caseId, tell)), certificate };
}

async function addEvidence(agent: Client, caseId: string): Promise<void> {
  const bytes = readFileSync(path.resolve("tests/fixtures/exhibits/01_normal.pdf"));
  await agent.upload(
    `/api/cases/${caseId}/exhibits`,
    { name: "借款合同.pdf", bytes },
    {
      name: "借款合同",
      groupNo: "1",
      source: "原告业务系统打印件",
      proves: "双方借款关系成立及约定的内容",
      purpose: "证明被告应当依约还款",
      audience: JSON.stringify(["borrower", "platform", "mediator"]),
      disclosure: "shareable",
    },
  );
}

async function handOver(cast: Cast, caseId: string, tell: Tell): Promise<Omit<Escalated, "certificate">> {
  type Firms = { items: { name: string; lawyers: { id: string; name: string }[] }[] };
  const me = await cast.lawyer.get<{ user: { id: string } }>("/api/auth/me");
  const { items } = await cast.agent.get<Firms>("/api/law-firms");
  const lawyer = items.flatMap(({ lawyers }) => lawyers).find(({ id }) => id === me.user.id);
  if (!lawyer) throw new Error("the lawyer is in no law firm");
  const asked = await cast.agent.post<Escalation>(`/api/cases/${caseId}/escalation`, { lawyerId: lawyer.id });
  const at = `/api/escalations/${asked.id}`;
  const made = await until(
    () => cast.agent.get<Escalation>(at),
    ({ status }) => status !== "composing",
  );
  if (made.status !== "sealed") throw new Error(`the packet failed: ${JSON.stringify(made.failure)}`);
  tell("platform", `the packet of ${made.pageCount} pages is with ${lawyer.name}`);
  const list = await cast.lawyer.get<{ items: { id: string; caseNumber: string }[] }>("/api/escalations");
  tell(
    "lawyer",
    `on the desk: ${list.items.length} packets, the newest of case ${list.items[0]?.caseNumber}`,
  );
  const data = await cast.lawyer.get<Escalation>(at);
  const packet = await cast.lawyer.download(`${at}/packet.pdf`);
  const zip = await cast.lawyer.download(`${at}/packet.zip`);
  tell("lawyer", `downloaded the packet (${packet.length} bytes) and the ZIP (${zip.length} bytes)`);
  const openings = await cast.agent.get<{ items: { what: string; byName: string }[] }>(`${at}/openings`);
  tell(
    "platform",
    `on record: ${openings.items.map(({ what, byName }) => `${byName} opened the ${what}`).join(", ")}`,
  );
  return { escalationId: asked.id, packet, zip, data: { escalation: data, openings: openings.items } };
}
