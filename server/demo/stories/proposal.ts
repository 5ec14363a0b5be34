import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { decline, put } from "../bargaining.ts";
import { handInCapacity } from "../figures.ts";
import { toTheTable, type DemoCase } from "../roads.ts";
import { termsOf } from "../storyTerms.ts";

const ROUND_MS = 3 * 24 * 3_600_000;

/** A case in which both sides have come as far as they can alone, and the mediator's proposal is being answered. */
export const PROPOSAL_STORIES: DemoCase[] = [
  {
    account: {
      platform: "xinghui",
      age: 20,
      name: "方雅琴",
      sex: "女",
      born: "1990-03-17",
      tier: "标准",
      address: "江苏省苏州市姑苏区人民路211号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 21800,
          ratePercent: 18.25,
          overdueDays: 118,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      await handInCapacity(story, {
        people: 1,
        months: { earnings: 5600, home: 1700, transport: 220, foodAndHousekeeping: 1200 },
      });
      story.day(17, "14:12");
      const asked = await put(story, "agent", {
        deal: { count: 9, firstDueInDays: 25, waive: { penalty: 100 } },
        note: "罚息全免，分9期还清。",
      });
      await decline(story, "borrower", asked);
      story.day(18, "20:40");
      const offered = await put(story, "borrower", {
        deal: { count: 24, firstDueInDays: 30, waive: { penalty: 100, interest: 100 } },
        note: "九期我每月拿不出来，希望分24期，利息也免掉。",
      });
      await decline(story, "agent", offered);
      await story.talk(["mediator", "joint", "双方差得不远。我按各自说过的想一个方案，请双方各自单独答复。"]);
      story.day(19, "09:40");
      await openRound(story);
    },
  },
];

async function openRound(story: Parameters<DemoCase["play"]>[0]): Promise<void> {
  const { services, caseId, platform } = story;
  const { payeeAccount } = platform.organisation;
  if (payeeAccount === null) throw new Error("a platform without an account is paid nothing");
  const mediator = story.actor("mediator");
  const draft = await story.act(async (tx) => {
    const current = await services.statements.current(tx, caseId);
    const deal = { count: 15, firstDueInDays: 30, waive: { penalty: 100, interest: 50 } };
    const terms = termsOf(deal, { current, payeeAccount, today: shanghaiDateOf(story.now()) });
    const note = "罚息全免、利息减半，分15期。请各自单独答复，对方和我都看不到您的答复。";
    return await services.proposals.proposals.draft(tx, mediator, { caseId, terms, note });
  });
  const deadline = new Date(story.now().getTime() + ROUND_MS).toISOString();
  const input = { proposalId: draft.id, version: draft.version, deadline };
  await story.act((tx) => services.proposals.proposals.open(tx, mediator, input));
}
