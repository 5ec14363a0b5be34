import { rows } from "../../server/database/sql.ts";
import type { Case } from "../../server/cases/index.ts";
import type { Client, TestApp } from "./app.ts";
import { buildCase, staffActor } from "./buildCase.ts";
import type { People } from "./people.ts";

/** A case whose borrower has been invited: accepted, a mediator appointed without conflict. */
export async function buildInvitedCase(
  app: TestApp,
  people: People,
  more: Parameters<typeof buildCase>[2] = {},
): Promise<Case> {
  const theCase = await buildCase(app, people, more);
  const admin = staffActor(people.admin, people.centre);
  const mediator = staffActor(people.mediator, people.centre);
  const { progress, appointments } = app.services.caseWork;
  await app.tx((tx) => progress.accept(tx, admin, theCase.id));
  const { id } = await app.tx((tx) => appointments.propose(tx, admin, theCase.id, mediator.staffId));
  await app.tx((tx) =>
    appointments.declare(tx, mediator, id, { hasConflict: false, statement: "无利害关系" }),
  );
  return await app.tx((tx) => app.services.cases.find(tx, theCase.id));
}

/** The code in the latest link sent for a case. */
export async function invitationCode(app: TestApp, caseId: string): Promise<string> {
  return await app.tx(async (tx) => {
    const [row] = await rows<{ code: string }>(
      tx.manager,
      `SELECT code FROM invitation WHERE case_id = $1 AND representative_id IS NULL AND revoked_at IS NULL`,
      [caseId],
    );
    return row!.code;
  });
}

/** The six digits in the latest notice with a one-time code for a case. */
export async function oneTimeCode(app: TestApp, caseId: string): Promise<string> {
  return await app.tx(async (tx) => {
    const [row] = await rows<{ body: string }>(
      tx.manager,
      `SELECT body FROM notice WHERE case_id = $1 AND kind = 'one_time_code' ORDER BY created_at DESC, id DESC LIMIT 1`,
      [caseId],
    );
    return /验证码 (\d{6})/.exec(row!.body)![1]!;
  });
}

/** The end of the identity number on file. */
export async function idLastFour(app: TestApp, theCase: Case): Promise<string> {
  const borrower = await app.tx((tx) => app.services.borrowers.borrower(tx, theCase.borrowerId));
  return borrower.idNumber.slice(-4);
}

/** The borrower of a case, arrived by the link and identified. */
export async function arrive(app: TestApp, theCase: Case): Promise<Client> {
  const borrower = await app.visitor();
  const code = await invitationCode(app, theCase.id);
  await borrower.post(`/api/invitations/${code}/one-time-codes`).expect(201);
  await borrower
    .post(`/api/invitations/${code}/identify`, {
      oneTimeCode: await oneTimeCode(app, theCase.id),
      idLastFour: await idLastFour(app, theCase),
    })
    .expect(200);
  await borrower.renewToken();
  return borrower;
}
