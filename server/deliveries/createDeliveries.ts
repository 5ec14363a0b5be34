import { WEBHOOK_EVENTS, type WebhookEvent } from "../../shared/deliveries/eventTypes.ts";
import type { Database } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { JournalConsumer, type Journal, type JournalRepository } from "../journal/index.ts";
import type { Log } from "../log.ts";
import type { SecretBox } from "../secretBox.ts";
import { DeliveryRepository } from "./delivery.repository.ts";
import type { DeliveryServices } from "./delivery.routes.ts";
import { DeliveryService } from "./delivery.service.ts";
import { EndpointRepository } from "./endpoint.repository.ts";
import { EndpointService } from "./endpoint.service.ts";
import { createUrlCheck } from "./endpointUrl.ts";
import { sealOpenSecrets } from "./openSecrets.ts";
import { PayloadRepository } from "./payloads.repository.ts";
import { createPost } from "./post.ts";
import { Sender } from "./sender.ts";
import { DeliveryWriter } from "./writer.ts";

const DUE_JOB = "deliveries.due";
/** What is new is sent at once; this finds what waits for its next try, and what a dead process had in hand. */
const DUE_EVERY_SECONDS = 10;
const USER_AGENT = "Parley-Webhooks/1";

export const DELIVERY_QUEUES = [DUE_JOB] as const;

export type Deliveries = DeliveryServices & {
  /** Writes messages behind the journal; a script or a test can wait for it with `catchUp`. */
  writer: JournalConsumer<WebhookEvent>;
  sender: Sender;
  /** Answers how to stop what it started. */
  startWorkers(jobs: Pick<Jobs, "schedule">): Promise<() => Promise<void>>;
};

/** Telling platforms' systems what happened: everything of this domain, built together. */
export function createDeliveries(deps: {
  db: Database;
  log: Log;
  journal: Journal;
  journalRows: JournalRepository;
  /** Addresses and ranges inside this network that may be sent to. */
  allowPrivate: readonly string[];
  /** Keeps the secrets that sign. */
  secrets: SecretBox;
}): Deliveries {
  const { db, log, journal, journalRows, allowPrivate, secrets } = deps;
  const endpoints = new EndpointRepository();
  const deliveries = new DeliveryRepository();
  const post = createPost(allowPrivate);
  const chance = Math.random;
  const sender = new Sender({ db, log, endpoints, deliveries, secrets, post, chance, userAgent: USER_AGENT });
  let working = false;
  // Without workers, as while a history is told, nothing leaves this process by itself.
  const wake = () => {
    if (working) sender.wake();
  };
  const writing = new DeliveryWriter({ endpoints, deliveries, payloads: new PayloadRepository() }, wake);
  const writer = new JournalConsumer(
    "deliveries.write",
    { db, rows: journalRows, log, journal },
    (tx, event) => writing.handle(tx, event),
    WEBHOOK_EVENTS,
  );
  return {
    endpoints: new EndpointService({
      endpoints,
      deliveries,
      checkUrl: createUrlCheck(allowPrivate),
      secrets,
      wake,
    }),
    log: new DeliveryService(endpoints, deliveries, wake),
    writer,
    sender,
    startWorkers: async (jobs) => {
      await db.transaction((tx) => sealOpenSecrets(tx, endpoints, secrets));
      working = true;
      await jobs.schedule(DUE_JOB, DUE_EVERY_SECONDS, () => sender.runDue());
      writer.start();
      return async () => {
        working = false;
        await writer.stop();
        await sender.idle();
      };
    },
  };
}
