import type { WebhookEvent } from "../../shared/deliveries/eventTypes.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import { scheduleRowData } from "../agreements/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { AgreementOfEvent, CaseOfEvent, PayloadRepository } from "./payloads.repository.ts";

type EventOf<T extends WebhookEvent> = Extract<JournalEvent, { type: T }>;
export type DeliverableEvent = EventOf<WebhookEvent>;
type Build<T extends WebhookEvent> = (
  tx: Tx,
  event: EventOf<T>,
  of: CaseOfEvent,
  rows: PayloadRepository,
) => Promise<object>;

/** What is said of each event, and nothing besides; payloadSchemas.ts describes the same for readers. */
const BUILDERS: { [T in WebhookEvent]: Build<T> } = {
  "agreement.sealed": async (tx, { at, payload }, { caseNumber, contractNumbers }, rows) => {
    const agreement = await rows.agreement(tx, payload.agreementId);
    const { totals, rows: schedule } = agreement.schedule;
    return {
      ...named(agreement),
      caseNumber,
      contractNumbers,
      contentHash: agreement.contentHash,
      documentSha256: payload.sha256,
      sealedAt: agreement.sealedAt?.toISOString() ?? at,
      totals: {
        statementFen: totals.statementFen,
        waivedFen: totals.waivedFen,
        agreedInterestFen: totals.agreedInterestFen,
        totalFen: totals.totalFen,
      },
      schedule: schedule.map(scheduleRowData),
    };
  },
  "plan.breached": async (tx, { caseId, at, payload }, { caseNumber, contractNumbers }, rows) => ({
    ...named(await rows.agreementInForce(tx, caseId, new Date(at))),
    caseNumber,
    contractNumbers,
    instalmentNo: payload.instalmentNo,
    overdueFen: payload.overdueFen,
  }),
  "plan.completed": async (tx, { caseId, at, payload }, { caseNumber, contractNumbers }, rows) => ({
    ...named(await rows.agreementInForce(tx, caseId, new Date(at))),
    caseNumber,
    contractNumbers,
    totalFen: payload.totalFen,
  }),
  "case.terminated": (_tx, { payload }, { caseNumber, contractNumbers }) =>
    Promise.resolve({ caseNumber, contractNumbers, reason: payload.reason }),
};

/** The body of a message as it is signed and sent. */
export async function bodyOf(
  tx: Tx,
  event: DeliverableEvent,
  of: CaseOfEvent,
  rows: PayloadRepository,
): Promise<string> {
  // One entry of the table for each type, so that the builder takes just this event.
  const build = BUILDERS[event.type] as Build<WebhookEvent>;
  return messageBody(event.type, event.at, await build(tx, event, of, rows));
}

/** Standard Webhooks: the type, when it happened, and what there is to say. */
export function messageBody(type: string, at: string, data: object): string {
  return JSON.stringify({ type, timestamp: at, data });
}

function named({ id, number }: AgreementOfEvent) {
  return { agreementId: id, agreementNumber: number };
}
