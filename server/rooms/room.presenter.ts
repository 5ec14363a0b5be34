import { EVENT_PAGE, type EventPage, type RoomPerson } from "../../shared/api/messages.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import { presentEvent } from "../journal/index.ts";
import type { CaseMember } from "./member.entity.ts";

export function presentPeople(members: readonly CaseMember[], online: ReadonlySet<string>): RoomPerson[] {
  return members.map(({ id, party, name, as }) => ({
    memberId: id,
    party,
    name,
    online: online.has(id),
    ...(as === null ? {} : { as }),
  }));
}

/** A page of events for one party; `found` was asked for one more than the page holds. */
export function presentPage(
  found: readonly JournalEvent[],
  party: Party,
  limit: number = EVENT_PAGE,
): EventPage {
  const events = found.slice(0, limit).flatMap((event) => presentEvent(event, party) ?? []);
  return { events, more: found.length > limit };
}
