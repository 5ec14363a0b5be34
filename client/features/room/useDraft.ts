import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Channel } from "../../../shared/journal/events.ts";
import type { DraftReceipt, KeptDraft } from "../../../shared/rooms/draft.ts";
import { apiFetch } from "../../api/fetch.ts";
import { DraftKeeper, type DraftServer } from "./draftKeeper.ts";
import type { RoomMemory } from "./roomMemory.ts";

export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
}

/** What is being typed in a channel, here and on this person's other devices. `live` while the room is joined. */
export function useDraft(memory: RoomMemory, channel: Channel, live: boolean): Draft {
  const [text, setText] = useState(() => memory.draft(channel).text);
  const keeper = useRef<DraftKeeper>(undefined);
  // Before anybody can type: what is written without a keeper would be lost.
  useLayoutEffect(() => {
    const own: DraftKeeper = new DraftKeeper({
      channel,
      memory,
      server: serverOf(memory.caseId),
      onChange: () => setText(own.text),
    });
    keeper.current = own;
    setText(own.text);
    return () => own.close();
  }, [memory, channel]);
  useEffect(() => {
    if (!live) return undefined;
    keeper.current?.refresh();
    const look = () => {
      if (document.visibilityState === "visible") keeper.current?.refresh();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [live]);
  const write = useCallback((next: string) => keeper.current?.write(next), []);
  return { text, write };
}

function serverOf(caseId: string): DraftServer {
  const path = `/api/cases/${caseId}/room/drafts`;
  return {
    read: async (channel) => {
      const { items } = await apiFetch<{ items: KeptDraft[] }>("GET", path);
      return items.find((one) => one.channel === channel) ?? null;
    },
    keep: (channel, text, version) =>
      apiFetch<DraftReceipt>("PUT", `${path}/${channel}`, { body: { text, version } }),
  };
}
