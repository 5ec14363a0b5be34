import type { Services } from "./composition.ts";

/** Start what runs beside requests: job handlers, schedules and journal consumers. Answers how to stop them. */
export async function startWorkers(services: Services): Promise<() => Promise<void>> {
  await services.intake.workers.start();
  await services.offers.startWorkers(services.platform.jobs);
  return () => Promise.resolve();
}
