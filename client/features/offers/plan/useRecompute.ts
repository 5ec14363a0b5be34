import { useCallback, useLayoutEffect, useRef } from "react";

const NAME = "offer.recompute";

/** Takes the time from a change of the plan to the screen showing it, for whoever looks with the browser's own tools. */
export function useRecompute(): () => void {
  const begun = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (begun.current === undefined) return;
    performance.measure(NAME, { start: begun.current, end: performance.now() });
    begun.current = undefined;
  });
  return useCallback(() => {
    begun.current ??= performance.now();
  }, []);
}
