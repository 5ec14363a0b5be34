import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Actor, RepresentationScope } from "../../shared/api/roles.ts";
import { CommittedRefusal } from "../http/route.ts";
import { chineseDate } from "../pdf/chineseText.ts";
import type { CaseStory } from "./caseStory.ts";
import type { MediatorKey } from "./demoPeople.ts";
import { sheetOf } from "./evidence.ts";

/** Somebody who acts for a borrower of the demonstration; the identity numbers belong to nobody. */
export type DemoRepresentative = {
  name: string;
  kind: "relative" | "lawyer" | "other";
  standing: string;
  idNumber: string;
  phone: string;
  scope: RepresentationScope;
};

/** The borrower names somebody, with the paper; the mediator has not looked at it yet. */
export async function nameRepresentative(story: CaseStory, input: DemoRepresentative): Promise<string> {
  const { representatives } = story.services.representation;
  const today = shanghaiDateOf(story.now());
  const grantedOn = addDays(today, -1);
  const endsOn = addDays(today, 365);
  const exhibitId = await paper(story, input, grantedOn, endsOn);
  const { id } = await story.act((tx) =>
    representatives.name(tx, story.actor("borrower"), story.caseId, {
      ...input,
      grantedOn,
      endsOn,
      exhibitId,
    }),
  );
  return id;
}

/** The mediator has compared paper and person; the representative comes in by their own link and code. */
export async function acceptRepresentative(
  story: CaseStory,
  id: string,
  { idNumber }: DemoRepresentative,
): Promise<Actor> {
  const { representation, outreach } = story.services;
  const mediator = story.actor("mediator");
  await story.act((tx) => representation.representatives.decide(tx, mediator, id, { accept: true }));
  story.minutes(25);
  const code = await story.act((tx) => outreach.invitations.codeOf(tx, story.caseId, id));
  await story.act((tx) => outreach.identification.sendCode(tx, code));
  const proof = { oneTimeCode: await story.codeSent(), idLastFour: idNumber.slice(-4) };
  const found = await story.act((tx) => outreach.identification.identify(tx, code, proof));
  if (found instanceof CommittedRefusal) throw found.refusal;
  return found;
}

/** A second mediator is asked, declares, and sits down beside the first. */
export async function addCoMediator(story: CaseStory, who: MediatorKey): Promise<void> {
  const { coMediators, appointments } = story.services.caseWork;
  const mediator = story.people.mediators[who];
  await story.act((tx) => coMediators.propose(tx, story.actor("mediator"), story.caseId, mediator.staffId));
  story.minutes(50);
  await story.act(async (tx) => {
    const [appointment] = (await appointments.proposalsTo(tx, mediator)).filter(
      ({ caseId }) => caseId === story.caseId,
    );
    if (!appointment) throw new Error("nobody was asked");
    const statement = "本人与双方当事人及代理人均无利害关系，能够中立协助调解。";
    await appointments.declare(tx, mediator, appointment.id, { hasConflict: false, statement });
  });
}

async function paper(
  story: CaseStory,
  { name, standing, idNumber, scope }: DemoRepresentative,
  grantedOn: string,
  endsOn: string,
): Promise<string> {
  const powers =
    scope === "special"
      ? "特别授权：代为承认、放弃、变更请求，进行和解，签收并签署调解文书。"
      : "一般授权：代为陈述意见、提交材料、查阅案件资料。";
  const bytes = await sheetOf("授权委托书", story.now(), [
    { kind: "paragraph", text: `委托人：${story.account.name}` },
    { kind: "paragraph", text: `受托人：${name}（${standing}），公民身份号码${idNumber}。` },
    { kind: "paragraph", text: `委托事项：在本人与平台之间的债务调解中担任代理人。代理权限为${powers}` },
    { kind: "paragraph", text: `委托期限：自${chineseDate(grantedOn)}起至${chineseDate(endsOn)}止。` },
    { kind: "paragraph", text: `委托人（签名）：${story.account.name}　　${chineseDate(grantedOn)}` },
  ]);
  const { exhibits } = story.services.escalations;
  const description = {
    name: `授权委托书（${name}）`,
    groupNo: 5 as const,
    source: "委托人签名的原件照片",
    proves: "代理人的身份和代理权限",
    purpose: "供调解员核对代理人",
    audience: ["borrower" as const, "mediator" as const],
    disclosure: "without_prejudice" as const,
  };
  const file = { bytes, fileName: `授权委托书_${name}.pdf` };
  const { exhibit } = await exhibits.add(story.actor("borrower"), story.caseId, description, file);
  await story.settle();
  return exhibit.id;
}
