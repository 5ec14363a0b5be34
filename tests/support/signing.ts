import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import type { TestApp } from "./app.ts";
import type { People } from "./people.ts";
import type { CookieClient } from "./roomCase.ts";
import { borrowerClient, buildAgreed } from "./settlement.ts";

export type Laid = { theCase: Case; agreementId: string; contentHash: string; borrower: CookieClient };

/** An agreement that lies before the parties, and its borrower. */
export async function laidOut(app: TestApp, people: People): Promise<Laid> {
  const agreed = await buildAgreed(app, people);
  const mediator = await app.signIn("mediator");
  await mediator.post(`/api/agreements/${agreed.agreementId}/release`).expect(200);
  return { ...agreed, borrower: await borrowerClient(app, agreed.theCase) };
}

export function eventsOf(app: TestApp, caseId: string): Promise<JournalEvent[]> {
  return app.tx((tx) => app.services.journal.page(tx, caseId, 0, 500));
}

/** Every signature there is on an agreement, by their ids. */
export function signaturesOf(app: TestApp, agreementId: string): Promise<{ id: string }[]> {
  return app.tx((tx) =>
    rows(tx.manager, `SELECT id FROM agreement_signature WHERE agreement_id = $1`, [agreementId]),
  );
}

/** Notices to the borrower, codes left out, the oldest first. */
export function noticesOf(
  app: TestApp,
  caseId: string,
): Promise<{ kind: string; status: string; notBefore: Date }[]> {
  return app.tx((tx) =>
    rows(
      tx.manager,
      `SELECT kind, status, not_before AS "notBefore" FROM notice
       WHERE case_id = $1 AND kind <> 'one_time_code' ORDER BY created_at, id`,
      [caseId],
    ),
  );
}

/** Only who has proved who they are is written to. */
export async function identified(app: TestApp, caseId: string): Promise<void> {
  await app.tx((tx) =>
    rows(
      tx.manager,
      `INSERT INTO invitation (id, case_id, code, issued_at, expires_at, identified_at)
       VALUES (gen_random_uuid(), $1::uuid, substr(md5($1::uuid::text), 1, 10), $2::timestamptz,
         $2::timestamptz + interval '90 days', $2::timestamptz)`,
      [caseId, tx.now],
    ),
  );
}
