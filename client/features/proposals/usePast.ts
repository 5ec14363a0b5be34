import { useEffect, useState } from "react";

/** Whether an instant has passed, known as soon as it does. Browsers' timers reach no further than 24 days. */
export function usePast(instant: string | null): boolean {
  const at = instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant);
  const [past, setPast] = useState(() => Date.now() >= at);
  useEffect(() => {
    const wait = at - Date.now();
    setPast(wait <= 0);
    if (wait <= 0 || wait > 24 * 86_400_000) return undefined;
    const timer = window.setTimeout(() => setPast(true), wait);
    return () => window.clearTimeout(timer);
  }, [at]);
  return past;
}
