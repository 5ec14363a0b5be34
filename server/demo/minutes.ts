import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { MinutesView } from "../../shared/minutes/minutesView.ts";
import type { CaseStory, Who } from "./caseStory.ts";

/** The mediator draws up minutes of the last days, adds a remark, and lays them before those present. */
export async function layMinutes(
  story: CaseStory,
  input: { days: number; outcome: string },
): Promise<MinutesView> {
  const { minutes, confirming } = story.services.minutes;
  const mediator = story.actor("mediator");
  const { caseId } = story;
  const lastDay = shanghaiDateOf(story.now());
  const firstDay = addDays(lastDay, 1 - input.days);
  const drafted = await story.act((tx) => minutes.draft(tx, mediator, { caseId, firstDay, lastDay }));
  story.minutes(10);
  await story.act((tx) =>
    minutes.revise(tx, mediator, {
      minutesId: drafted.id,
      version: drafted.version,
      remarks: {},
      outcomeRemark: input.outcome,
      general: null,
      absent: [],
    }),
  );
  return await story.act((tx) => confirming.layOpen(tx, mediator, drafted.id));
}

/** Somebody who was there says that they are right, or what is wrong with them. */
export async function answerMinutes(
  story: CaseStory,
  who: Who,
  { id, contentHash }: MinutesView,
  refused: string | null = null,
): Promise<void> {
  const { confirming } = story.services.minutes;
  const answer = refused === null ? ("confirmed" as const) : ("refused" as const);
  const input = { minutesId: id, contentHash, answer, remark: refused };
  await story.act((tx) => confirming.answer(tx, story.actor(who), input));
}
