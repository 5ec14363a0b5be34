import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { CaseStory, Who } from "./caseStory.ts";
import { drawnSignature, sheetOf } from "./evidence.ts";

const PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36";
const DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";

/** The mediator names the court and draws up the joint application. */
export async function prepareConfirmation(story: CaseStory, court: string): Promise<void> {
  const { confirmations } = story.services.confirmations;
  const input = { court, courtBasis: "organisation_place" as const };
  await story.act((tx) => confirmations.prepare(tx, story.actor("mediator"), story.caseId, input));
  await story.sendNotices();
}

export async function signApplication(story: CaseStory, who: Who): Promise<void> {
  const { confirmations, signing } = story.services.confirmations;
  const actor = story.actor(who);
  const { caseId } = story;
  const { confirmation } = await story.act((tx) => confirmations.ofCase(tx, actor, caseId));
  const contentHash = confirmation.contentHash ?? "";
  const borrower = who === "borrower";
  if (borrower) await story.act((tx) => signing.sendCode(tx, actor, caseId));
  const proof = borrower
    ? { method: "drawn" as const, imagePng: await drawnSignature(), oneTimeCode: await story.codeSent() }
    : { method: "typed" as const, typedName: actor.kind === "system" ? "" : actor.name };
  const device = borrower
    ? { ip: "203.0.113.61", userAgent: PHONE }
    : { ip: "198.51.100.7", userAgent: DESK };
  const signed = await story.act((tx) =>
    signing.sign(tx, actor, caseId, { ...proof, ...device, contentHash }),
  );
  if (signed instanceof CommittedRefusal) throw signed.refusal;
}

/** Filed the next day, confirmed two weeks later. */
export async function confirmInCourt(story: CaseStory, courtCaseNumber: string): Promise<void> {
  const { confirmations, files } = story.services.confirmations;
  const keeper = story.actor("mediator");
  const filedOn = addDays(shanghaiDateOf(story.now()), 1);
  story.on(filedOn, "10:10");
  await story.act((tx) => confirmations.file(tx, keeper, story.caseId, { filedOn, courtCaseNumber }));
  const concludedOn = addDays(filedOn, 14);
  story.on(concludedOn, "15:30");
  const paper = await sheetOf("民事裁定书", story.now(), [
    { kind: "paragraph", text: courtCaseNumber, align: "right" },
    {
      kind: "paragraph",
      text: "（示例文书，非人民法院真实裁定）经审查，申请人达成的调解协议符合司法确认的法定条件。",
    },
    {
      kind: "paragraph",
      text: "裁定如下：申请人达成的调解协议有效。双方当事人应当按照调解协议的约定自觉履行义务。",
    },
  ]);
  const file = await files.put(paper, "application/pdf");
  const fileName = "民事裁定书.pdf";
  const ruling = { outcome: "confirmed" as const, concludedOn, note: null, file, fileName };
  await story.act((tx) => confirmations.conclude(tx, keeper, story.caseId, ruling));
}

/** Both sides go back to the table over an agreement that is being kept. */
export async function renegotiate(story: CaseStory): Promise<void> {
  const { performance } = story.services;
  await story.act((tx) => performance.renegotiate(tx, story.actor("mediator"), story.caseId));
}

export async function makeCaseFile(story: CaseStory): Promise<void> {
  const { caseFiles } = story.services.caseFiles;
  await story.act((tx) => caseFiles.request(tx, story.actor("mediator"), story.caseId));
}
