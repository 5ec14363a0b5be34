import { mayRead, type Party } from "../../shared/journal/audience.ts";
import type { JournalActor, JournalEvent } from "../../shared/journal/events.ts";

/** An event as one party sees it: their own number, and neither the case-wide number nor the hashes. */
export type ViewerEvent = {
  caseId: string;
  n: number;
  id: string;
  type: JournalEvent["type"];
  at: string;
  actor: JournalActor;
  payload: JournalEvent["payload"];
};

/** Present an event to a party, or nothing when it is not theirs to read. */
export function presentEvent(event: JournalEvent, party: Party): ViewerEvent | null {
  const n = event.n[party];
  if (n === null || !mayRead(party, event)) return null;
  const { caseId, id, type, at, actor, payload } = event;
  return { caseId, n, id, type, at, actor, payload };
}

/**
 * An event as the centre's office sees it, whose task is the record and not the talk: that something
 * of some type was written, when, and how it is chained; the content only where a court might see it too.
 */
export function presentSealed(event: JournalEvent): object {
  const { seq, id, type, at, hash, disclosure } = event;
  if (mayRead("centre", event)) {
    const { actor, payload, audience } = event;
    return { seq, id, type, at, hash, disclosure, audience, actor, payload, sealed: false };
  }
  return {
    seq,
    id,
    type: "sealed",
    at,
    hash,
    disclosure,
    audience: null,
    actor: null,
    payload: null,
    sealed: true,
  };
}
