import type { Services } from "./composition.ts";

/** Start what runs beside requests: job handlers, schedules and journal consumers. Answers how to stop them. */
export async function startWorkers(services: Services): Promise<() => Promise<void>> {
  const { jobs } = services.platform;
  await services.caseWork.startWorkers(jobs);
  await services.representation.startWorkers(jobs);
  const stopOutreach = await services.outreach.startWorkers(jobs);
  await services.intake.workers.start();
  await services.facts.startWorkers(jobs);
  await services.minutes.startWorkers(jobs);
  const stopSessions = await services.sessions.startWorkers(jobs);
  await services.offers.startWorkers(services.platform.jobs);
  await services.proposals.startWorkers(jobs);
  await services.escalations.startWorkers(jobs);
  await services.planWork.startWorkers(jobs);
  await services.confirmations.startWorkers(jobs);
  await services.caseFiles.startWorkers(jobs);
  const stopAgreements = await services.agreements.startWorkers(jobs);
  await services.seals.startWorkers();
  const stopDeliveries = await services.deliveries.startWorkers(jobs);
  return async () => {
    await stopAgreements();
    await stopDeliveries();
    await stopOutreach();
    stopSessions();
  };
}
