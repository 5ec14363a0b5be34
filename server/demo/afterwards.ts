import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { EscalationOutcome } from "../../shared/escalations/lifecycle.ts";
import { fen } from "../../shared/money/fen.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { CaseStory, Who } from "./caseStory.ts";
import type { LawyerKey } from "./demoPeople.ts";
import { drawnSignature, evidenceFile, type Evidence } from "./evidence.ts";

const PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36";
const DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";

async function agreementOf(story: CaseStory): Promise<{ id: string; contentHash: string }> {
  const { agreements } = story.services.agreements;
  const { agreement } = await story.act((tx) => agreements.ofCase(tx, story.actor("mediator"), story.caseId));
  return agreement;
}

/** The mediator has read the agreement through. */
export async function release(story: CaseStory): Promise<void> {
  const { id } = await agreementOf(story);
  await story.act((tx) => story.services.agreements.agreements.release(tx, story.actor("mediator"), id));
  await story.sendNotices();
}

/** The borrower draws their name on the phone and enters a code; staff type theirs. */
export async function sign(story: CaseStory, who: Who): Promise<void> {
  const { signing, reading } = story.services.agreements;
  const { id, contentHash } = await agreementOf(story);
  const actor = story.actor(who);
  const borrower = who === "borrower";
  const device = borrower
    ? { ip: "203.0.113.61", userAgent: PHONE }
    : { ip: "198.51.100.7", userAgent: DESK };
  if (borrower) {
    const { left } = await reading.overview(actor, id);
    for (const page of left) await reading.page(actor, { agreementId: id, page, as: "text", device });
    await story.act((tx) => signing.sendCode(tx, actor, id, device));
  }
  const proof = borrower
    ? { method: "drawn" as const, imagePng: await drawnSignature(), oneTimeCode: await story.codeSent() }
    : { method: "typed" as const, typedName: actor.name };
  const signed = await story.act((tx) => signing.sign(tx, actor, id, { ...proof, ...device, contentHash }));
  if (signed instanceof CommittedRefusal) throw signed.refusal;
}

/** A borrower or the platform will not sign this text; the case returns to the table. */
export async function refuseToSign(story: CaseStory, who: Who, note: string): Promise<void> {
  const { id } = await agreementOf(story);
  await story.act((tx) => story.services.agreements.ending.refuse(tx, story.actor(who), id, note));
}

export async function seal(story: CaseStory): Promise<void> {
  const { id } = await agreementOf(story);
  await story.services.agreements.sealing.seal(story.people.admin, id);
  await story.settle();
  await story.sendNotices();
}

/** Money for one instalment arrives some days before it is due, in full or in part. */
export async function payInstalment(
  story: CaseStory,
  number: number,
  more: { daysEarly?: number; percent?: number } = {},
): Promise<void> {
  const { performance } = story.services;
  const plan = await story.act((tx) => performance.plan(tx, story.actor("agent"), story.caseId));
  const instalment = plan.instalments.find((each) => each.number === number);
  if (!instalment) throw new Error(`there is no instalment ${number}`);
  story.on(addDays(instalment.due, -(more.daysEarly ?? 1)), "15:20");
  const amount = fen(Math.round(((instalment.dueFen - instalment.paidFen) * (more.percent ?? 100)) / 100));
  const paidOn = shanghaiDateOf(story.now());
  const reference = `${paidOn.replaceAll("-", "")}-${plan.agreement.number}-${plan.payments.length + 1}`;
  const payment = { fen: amount, paidOn, reference };
  const after = await story.act((tx) =>
    performance.recordPayment(tx, story.actor("agent"), story.caseId, payment),
  );
  if (after.theCase.stage === "completed") await story.sendNotices();
}

export async function declareBreach(story: CaseStory): Promise<void> {
  const { performance } = story.services;
  await story.act((tx) => performance.declareBreach(tx, story.actor("agent"), story.caseId));
}

/** The platform puts its papers into the case; they may go to court. */
export async function addEvidence(story: CaseStory, evidence: Evidence): Promise<void> {
  const { description, file } = await evidenceFile(story, evidence);
  await story.services.escalations.exhibits.add(story.actor("agent"), story.caseId, description, file);
  await story.settle();
}

/** Ask for the packet; it is composed and handed over at once. */
export async function escalate(story: CaseStory, lawyer: LawyerKey): Promise<string> {
  const { escalations } = story.services.escalations;
  const { staffId } = story.people.lawyers[lawyer];
  const { escalation } = await story.act((tx) =>
    escalations.request(tx, story.actor("agent"), story.caseId, staffId),
  );
  return escalation.id;
}

export async function openPacket(story: CaseStory, escalationId: string, lawyer: LawyerKey): Promise<void> {
  const { escalations } = story.services.escalations;
  const actor = story.people.lawyers[lawyer];
  await escalations.open(actor, escalationId);
  story.minutes(3);
  await escalations.download(actor, escalationId, "packet");
  await story.settle();
}

export async function conclude(
  story: CaseStory,
  escalationId: string,
  lawyer: LawyerKey,
  input: { outcome: EscalationOutcome; note: string },
): Promise<void> {
  const actor = story.people.lawyers[lawyer];
  const { escalations } = story.services.escalations;
  await story.act((tx) => escalations.conclude(tx, actor, escalationId, input));
}
