import { createContext, useContext, useEffect } from "react";

/** Somewhere inside the page that is open: a channel of the room, a panel beside it. */
export interface GoTarget {
  readonly key: string;
  readonly name: string;
  readonly keys?: string;
  readonly go: () => void;
}

/** What the open page has to offer, for the dialog that goes anywhere. */
export class GoTargets {
  #targets: readonly GoTarget[] = [];

  get current(): readonly GoTarget[] {
    return this.#targets;
  }

  set(targets: readonly GoTarget[]): void {
    this.#targets = targets;
  }
}

export const GoContext = createContext(new GoTargets());

/** Offer places of this page while it is shown. */
export function useGoTargets(targets: readonly GoTarget[]): void {
  const offered = useContext(GoContext);
  useEffect(() => {
    offered.set(targets);
    return () => offered.set([]);
  }, [offered, targets]);
}
