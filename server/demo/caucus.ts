import type { CaucusSide } from "../../shared/rooms/caucus.ts";
import type { Channel } from "../../shared/journal/events.ts";
import type { CaseStory, Who } from "./caseStory.ts";

/** The mediator begins to speak with one side alone. */
export async function beginCaucus(story: CaseStory, side: CaucusSide, announced: boolean): Promise<void> {
  const { caseId } = story;
  const { caucuses } = story.services.rooms;
  await story.act((tx) => caucuses.begin(tx, story.actor("mediator"), { caseId, side, announced }));
}

export async function endCaucus(story: CaseStory): Promise<void> {
  const { caucuses } = story.services.rooms;
  await story.act((tx) => caucuses.end(tx, story.actor("mediator"), story.caseId));
}

/** Something said alone to the mediator, with leave to pass it on; answers its id. */
export async function sayForPassing(
  story: CaseStory,
  who: Who,
  channel: Channel,
  text: string,
): Promise<string> {
  const { caseId } = story;
  const { messages } = story.services.rooms;
  const said = { caseId, channel, text, mayPassOn: true };
  return (await story.act((tx) => messages.post(tx, story.actor(who), said))).result.id;
}

export async function passOn(story: CaseStory, messageId: string, channel: Channel): Promise<void> {
  const { caseId } = story;
  const { passing } = story.services.rooms;
  await story.act((tx) => passing.passOn(tx, story.actor("mediator"), { caseId, messageId, channel }));
}
