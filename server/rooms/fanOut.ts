import { PARTIES } from "../../shared/journal/audience.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import { presentEvent } from "../journal/index.ts";
import type { Realtime } from "../realtime/index.ts";
import { groupOf } from "./seats.ts";

/** Tell each party what was committed, as that party may see it and under its own number. */
export function fanOut(realtime: Realtime, event: JournalEvent): void {
  for (const party of PARTIES) {
    const seen = presentEvent(event, party);
    if (seen) realtime.tell(groupOf(event.caseId, party), "event", seen);
  }
}
