import type { Services } from "./composition.ts";

/** Start what runs beside requests: job handlers, schedules and journal consumers. Answers how to stop them. */
export async function startWorkers(_services: Services): Promise<() => Promise<void>> {
  return () => Promise.resolve();
}
