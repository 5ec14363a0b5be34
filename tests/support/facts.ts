import type { Case } from "../../server/cases/index.ts";
import type { FactList, FactRecordView, FactView } from "../../shared/facts/factView.ts";
import type { Client, TestApp } from "./app.ts";
import { borrowerClient, codeSent } from "./settlement.ts";
import type { CookieClient } from "./roomCase.ts";

type Somebody = Pick<CookieClient, "get" | "post">;

export async function factsOf(who: Somebody, theCase: Case): Promise<FactList> {
  return (await who.get(`/api/cases/${theCase.id}/facts`).expect(200)).body as FactList;
}

export async function propose(who: Somebody, theCase: Case, text: string): Promise<FactView> {
  return (await who.post(`/api/cases/${theCase.id}/facts`, { text }).expect(201)).body as FactView;
}

export async function answer(
  who: Somebody,
  { id }: FactView,
  said: { answer: "open" | "confirmed" | "disputed"; reason?: string; version: number },
): Promise<FactView> {
  return (await who.post(`/api/facts/${id}/answer`, said).expect(200)).body as FactView;
}

/** Put by one side and confirmed by the other. */
export async function agreedFact(
  app: TestApp,
  theCase: Case,
  text: string,
  by: { borrower?: Somebody; agent?: Somebody } = {},
): Promise<FactView> {
  const borrower = by.borrower ?? (await borrowerClient(app, theCase));
  const agent = by.agent ?? (await app.signIn("agent"));
  const fact = await propose(borrower, theCase, text);
  return await answer(agent, fact, { answer: "confirmed", version: fact.version });
}

export async function draftRecord(mediator: Client, theCase: Case): Promise<FactRecordView> {
  return (await mediator.post(`/api/cases/${theCase.id}/fact-records`).expect(201)).body as FactRecordView;
}

export async function signAsBorrower(
  app: TestApp,
  borrower: CookieClient,
  theCase: Case,
  record: FactRecordView,
) {
  await borrower.post(`/api/fact-records/${record.id}/one-time-codes`).expect(200);
  return await borrower.post(`/api/fact-records/${record.id}/signatures`, {
    method: "typed",
    typedName: "张小伟",
    oneTimeCode: await codeSent(app, theCase),
    consent: true,
    contentHash: record.contentHash,
  });
}

export async function signAsPlatform(approver: Client, record: FactRecordView) {
  return await approver.post(`/api/fact-records/${record.id}/signatures`, {
    method: "typed",
    typedName: "审批人赵",
    consent: true,
    contentHash: record.contentHash,
  });
}

/** A case in which both have signed what they do not dispute, and the paper is sealed. */
export async function signedRecord(
  app: TestApp,
  theCase: Case,
  texts: readonly string[],
): Promise<FactRecordView> {
  const borrower = await borrowerClient(app, theCase);
  const agent = await app.signIn("agent");
  for (const text of texts) await agreedFact(app, theCase, text, { borrower, agent });
  const record = await draftRecord(await app.signIn("mediator"), theCase);
  const first = await signAsBorrower(app, borrower, theCase, record);
  if (first.status !== 200) throw new Error(JSON.stringify(first.body));
  const second = await signAsPlatform(await app.signIn("approver"), record);
  if (second.status !== 200) throw new Error(JSON.stringify(second.body));
  await app.services.facts.papers.seal(record.id);
  return record;
}
