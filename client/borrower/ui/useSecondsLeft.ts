import { useCallback, useSyncExternalStore } from "react";

const now = () => Math.ceil(Date.now() / 1000);

/** Whole seconds until an instant (milliseconds), counted down once a second; 0 when it has passed or there is none. */
export function useSecondsLeft(until: number | undefined): number {
  const end = until === undefined ? 0 : Math.ceil(until / 1000);
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = window.setInterval(() => {
        tick();
        if (now() >= end) window.clearInterval(timer);
      }, 1000);
      return () => window.clearInterval(timer);
    },
    [end],
  );
  return useSyncExternalStore(subscribe, () => Math.max(end - now(), 0));
}

/** `75` → `1:15`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
