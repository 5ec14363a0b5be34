import { useEffect } from "react";
import { usePages } from "../../api/pages.ts";
import type { Disclosure, Party } from "../../../shared/journal/audience.ts";
import type { EventPayloads, EventType, JournalActor } from "../../../shared/journal/events.ts";

interface Place {
  readonly id: string;
  readonly at: string;
  readonly disclosure: Disclosure;
  /** Only the centre's record carries the case-wide number and the hash. */
  readonly seq?: number;
  readonly hash?: string;
}

/** One event that may be read, tied to the payload of its type. */
export type ReadableEvent = {
  [T in EventType]: Place & {
    readonly sealed?: false;
    readonly type: T;
    readonly actor: JournalActor;
    readonly payload: EventPayloads[T];
    readonly audience: readonly Party[];
  };
}[EventType];

/** That something was written, and nothing more. */
export type SealedEvent = Place & { readonly sealed: true };

export type TimelineItem = ReadableEvent | SealedEvent;

const EAGER_ITEMS = 1_000;

/** The record of a case, read to its end so that the newest can stand first; very long ones are read on by hand. */
export function useTimeline(caseId: string) {
  const list = usePages<TimelineItem>(["timeline", caseId], `/api/cases/${caseId}/timeline`, { limit: 200 });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = hasNextPage && !isFetchingNextPage && (data?.length ?? 0) < EAGER_ITEMS;
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
  return list;
}
