import type { Test } from "supertest";
import { rows } from "../../server/database/sql.ts";
import type { Case } from "../../server/cases/index.ts";
import type { Client, TestApp } from "./app.ts";
import { idNumber } from "./buildCase.ts";
import { addExhibit, photo } from "./evidence.ts";
import { borrowerClient } from "./settlement.ts";

type Sender = { upload(path: string): Test; post(path: string, body?: object): Test };

let serial = 0;

/** Somebody to act for the borrower, whom nobody knows yet; a relative with special powers unless told. */
export function aRepresentative(more: object = {}): Record<string, string> {
  serial += 1;
  return {
    name: "李芳",
    kind: "relative",
    standing: "妻子",
    idNumber: idNumber(900 - serial),
    phone: `188${String(serial).padStart(8, "0")}`,
    scope: "special",
    grantedOn: "2026-11-01",
    endsOn: "2027-10-31",
    ...more,
  };
}

/** The power of attorney as a document that the borrower and the mediator read. */
export async function paper(client: Sender, caseId: string, more: object = {}): Promise<string> {
  serial += 1;
  const file = { bytes: await photo(500 + serial), fileName: "授权委托书.jpg" };
  const labels = { audience: '["borrower","mediator"]', disclosure: "without_prejudice", ...more };
  const { body } = await addExhibit(client, caseId, file, { name: `授权委托书${serial}`, ...labels }).expect(
    201,
  );
  return String(body.id);
}

/** Named by the borrower; nothing has been decided. */
export async function named(app: TestApp, theCase: Case, more: object = {}) {
  const borrower = await borrowerClient(app, theCase);
  const input = aRepresentative(more);
  const exhibitId = await paper(borrower, theCase.id);
  const { body } = await borrower
    .post(`/api/cases/${theCase.id}/representatives`, { ...input, exhibitId })
    .expect(201);
  return { id: String(body.id), input, borrower, exhibitId };
}

/** Named and accepted; the link is on its way. */
export async function accepted(app: TestApp, theCase: Case, more: object = {}) {
  const found = await named(app, theCase, more);
  const mediator = await app.signIn("mediator");
  await mediator.post(`/api/representatives/${found.id}/decision`, { accept: true }).expect(200);
  return { ...found, mediator };
}

export async function linkOf(app: TestApp, representativeId: string): Promise<string> {
  return await app.tx(async (tx) => {
    const [row] = await rows<{ code: string }>(
      tx.manager,
      `SELECT code FROM invitation WHERE representative_id = $1 ORDER BY issued_at DESC, id DESC LIMIT 1`,
      [representativeId],
    );
    return row!.code;
  });
}

/** The newest code sent to a number. */
export async function codeTo(app: TestApp, phone: string): Promise<string> {
  return await app.tx(async (tx) => {
    const [row] = await rows<{ body: string }>(
      tx.manager,
      `SELECT body FROM notice WHERE recipient = $1 AND kind = 'one_time_code' ORDER BY created_at DESC, id DESC LIMIT 1`,
      [phone],
    );
    return /验证码 (\d{6})/.exec(row?.body ?? "")?.[1] ?? "";
  });
}

/** The representative has come in by their own link, with a code to their own number. */
export async function comeIn(
  app: TestApp,
  { id, input }: { id: string; input: Record<string, string> },
): Promise<Client> {
  const visitor = await app.visitor();
  const code = await linkOf(app, id);
  await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(201);
  await visitor
    .post(`/api/invitations/${code}/identify`, {
      oneTimeCode: await codeTo(app, input["phone"]!),
      idLastFour: input["idNumber"]!.slice(-4),
    })
    .expect(200);
  await visitor.renewToken();
  return visitor;
}
