import { CommittedRefusal } from "../http/route.ts";
import type { CaseStory, Who } from "./caseStory.ts";
import { drawnSignature } from "./evidence.ts";

const PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36";
const DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";

export type Stated = { factId: string; version: number };

/** Put a statement of fact in one's own words. */
export async function state(story: CaseStory, who: Who, text: string): Promise<Stated> {
  const { caseId } = story;
  const { facts } = story.services.facts;
  const { id, version } = await story.act((tx) => facts.propose(tx, story.actor(who), { caseId, text }));
  return { factId: id, version };
}

/** Put everything that the data of the case says. */
export async function stateData(story: CaseStory, who: Who): Promise<Stated[]> {
  const { facts, records } = story.services.facts;
  const { caseId } = story;
  const { drawn } = await story.act((tx) => records.list(tx, story.actor(who), caseId));
  const stated: Stated[] = [];
  for (const { key: dataKey } of drawn) {
    const put = await story.act((tx) => facts.propose(tx, story.actor(who), { caseId, dataKey }));
    stated.push({ factId: put.id, version: put.version });
  }
  return stated;
}

export async function confirm(story: CaseStory, who: Who, ...stated: Stated[]): Promise<void> {
  const { facts } = story.services.facts;
  for (const one of stated) {
    await story.act((tx) => facts.answer(tx, story.actor(who), { ...one, answer: "confirmed" }));
    story.minutes(1);
  }
}

export async function dispute(story: CaseStory, who: Who, stated: Stated, reason: string): Promise<void> {
  const { facts } = story.services.facts;
  await story.act((tx) => facts.answer(tx, story.actor(who), { ...stated, answer: "disputed", reason }));
}

/** The mediator draws up the record; answers its id. */
export async function drawUpRecord(story: CaseStory): Promise<string> {
  const { records } = story.services.facts;
  const record = await story.act((tx) => records.draft(tx, story.actor("mediator"), story.caseId));
  return record.id;
}

export async function signRecord(story: CaseStory, who: "borrower" | "approver"): Promise<void> {
  const { records, signing } = story.services.facts;
  const actor = story.actor(who);
  const { record } = await story.act((tx) => records.list(tx, actor, story.caseId));
  if (record === null) throw new Error("there is no record to sign");
  const { id, contentHash } = record;
  const borrower = who === "borrower";
  if (borrower) await story.act((tx) => signing.sendCode(tx, actor, id));
  const proof = borrower
    ? { method: "drawn" as const, imagePng: await drawnSignature(), oneTimeCode: await story.codeSent() }
    : { method: "typed" as const, typedName: actor.kind === "system" ? "" : actor.name };
  const device = borrower
    ? { ip: "203.0.113.61", userAgent: PHONE }
    : { ip: "198.51.100.7", userAgent: DESK };
  const signed = await story.act((tx) => signing.sign(tx, actor, id, { ...proof, ...device, contentHash }));
  if (signed instanceof CommittedRefusal) throw signed.refusal;
}
