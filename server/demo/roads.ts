import { release, seal, sign } from "./afterwards.ts";
import { agree, type Put } from "./bargaining.ts";
import type { CaseStory } from "./caseStory.ts";
import type { DemoAccount } from "./demoExport.ts";
import type { MediatorKey } from "./demoPeople.ts";

/** A person of the demonstration and what becomes of their case. */
export type DemoCase = { account: DemoAccount; play: (story: CaseStory) => Promise<void> };

const NO_CONFLICT = "本人与双方当事人及代理人均无亲属、投资、任职等利害关系，能够中立调解。";

/** The centre takes the case and a mediator is appointed the next morning; the invitation goes out. */
export async function invite(story: CaseStory, mediator: MediatorKey): Promise<void> {
  story.day(0, "16:10");
  await story.accept();
  story.day(1, "09:25");
  await story.propose(mediator);
  story.day(1, "10:40");
  await story.declare(NO_CONFLICT);
}

/** The borrower opens the link in the evening, proves who they are, and agrees to mediate. */
export async function arrive(story: CaseStory, day: number): Promise<void> {
  story.day(day, "20:35");
  await story.openLink();
  story.minutes(2);
  await story.identify();
  story.minutes(6);
  await story.respond("consent");
}

/** The mediator opens the room for offers and everybody sits down. */
export async function sitDown(story: CaseStory, day: number): Promise<void> {
  story.day(day, "09:40");
  await story.openOffers();
  await story.join("mediator", "agent", "borrower");
}

/** From the export to the table, with the statement confirmed on the way. */
export async function toTheTable(story: CaseStory, mediator: MediatorKey): Promise<void> {
  await invite(story, mediator);
  await arrive(story, 2);
  await story.answerStatement();
  await sitDown(story, 3);
}

/** From the export to an agreement in force, in little more than a week. */
export async function settle(story: CaseStory, mediator: MediatorKey, input: Put): Promise<void> {
  await toTheTable(story, mediator);
  await story.talk(
    ["mediator", "joint", "双方的材料我都看过了，请借款人根据自己的收入提一个能坚持下来的方案。"],
    ["borrower", "joint", "谢谢，我把每个月固定支出都算进去了，这个数能按时还上。"],
    ["agent", "joint", "方案收到，我们内部看一下，今天给您答复。"],
  );
  story.day(5, "11:15");
  await agree(story, input);
  story.day(6, "09:30");
  await release(story);
  story.day(6, "20:18");
  await sign(story, "borrower");
  story.day(7, "10:05");
  await sign(story, "approver");
  await sign(story, "mediator");
  story.day(8, "14:30");
  await seal(story);
  story.minutes(20);
  await story.talk([
    "mediator",
    "joint",
    "协议已经生效，请按还款计划履行。遇到困难请尽早在这里说，不要等到逾期以后。",
  ]);
}
