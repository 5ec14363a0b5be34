import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CapacityDraft } from "../../../shared/capacity/statement.ts";
import { capacityKey, type OwnCapacity, saveDraft } from "../../features/capacity/api.ts";
import { DraftSaver, type SaveState } from "./draftSaver.ts";

const AFTER_LAST_KEY_MS = 700;

export interface DraftInHand {
  readonly draft: CapacityDraft;
  readonly state: SaveState;
  readonly saver: DraftSaver;
  readonly update: (change: Partial<CapacityDraft>) => void;
}

/** The draft on this screen, kept on the server a moment after each change and whenever the page is left. */
export function useDraft(own: OwnCapacity): DraftInHand {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(own.draft);
  const [state, setState] = useState<SaveState>("saved");
  const [saver] = useState(
    () =>
      new DraftSaver({
        version: own.version,
        save: (version, typed, key) => saveDraft(own.caseId, version, typed, key),
        onState: setState,
        onSaved: (saved) => queries.setQueryData(capacityKey(own.caseId), saved),
        delayMs: AFTER_LAST_KEY_MS,
      }),
  );
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") void saver.flush();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void saver.flush();
    };
  }, [saver]);
  const update = (change: Partial<CapacityDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    saver.change(next);
  };
  return { draft, state, saver, update };
}
