import { useSyncExternalStore } from "react";

let active: string | null = null;
const listeners = new Set<() => void>();

/** The case in whose call this page is; small, because every page of the phone asks. */
export function setActiveCall(caseId: string, isIn: boolean): void {
  const next = isIn ? caseId : active === caseId ? null : active;
  if (next === active) return;
  active = next;
  for (const listener of listeners) listener();
}

export function useActiveCall(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => active,
  );
}
