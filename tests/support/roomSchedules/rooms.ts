import { createHmac, randomUUID } from "node:crypto";
import { rows } from "../../../server/database/sql.ts";
import { aGroup, staffActor } from "../buildCase.ts";
import { Desk } from "./desk.ts";
import type { House } from "./house.ts";

export type PreparedCase = { caseId: string; borrower: Desk };

const TOKEN = "a token as the session keeps it";

/** So many cases that are being negotiated, each with a borrower who has proved who they are; made at once. */
export async function prepareCases(house: House, count: number): Promise<PreparedCase[]> {
  const { first: app, people, urls } = house;
  const groups = Array.from({ length: count }, () => aGroup());
  const numbers = groups.map(({ borrower }) => borrower.idNumber);
  const { sessionSecret } = app.services.platform.config;
  return await app.tx(async (tx) => {
    await app.services.caseOpening.openCases(
      tx,
      staffActor(people.agent, people.platform),
      people.platform,
      groups,
    );
    const cases = await rows<{ id: string; borrowerId: string }>(
      tx.manager,
      `UPDATE "case" c SET stage = 'negotiating', mediator_id = $2, accepted_at = c.created_at
       FROM borrower b WHERE b.id = c.borrower_id AND b.id_number = ANY ($1)
       RETURNING c.id, c.borrower_id AS "borrowerId"`,
      [numbers, people.mediator.id],
    );
    const prepared = cases.map(({ id: caseId, borrowerId }) => {
      const sid = randomUUID();
      const user = { kind: "borrower", borrowerId, caseId };
      const cookie = { originalMaxAge: 86_400_000, httpOnly: true, path: "/" };
      const signature = createHmac("sha256", sessionSecret).update(sid).digest("base64").replace(/=+$/, "");
      const sess = { cookie, csrfToken: TOKEN, passport: { user } };
      const header = `parley.sid=${encodeURIComponent(`s:${sid}.${signature}`)}`;
      return { sid, sess, caseId, borrower: new Desk(urls, header, TOKEN) };
    });
    await rows(
      tx.manager,
      `INSERT INTO session (sid, sess, expire)
       SELECT s.sid, s.sess, now() + interval '1 day' FROM jsonb_to_recordset($1::jsonb) AS s(sid text, sess json)`,
      [JSON.stringify(prepared.map(({ sid, sess }) => ({ sid, sess })))],
    );
    return prepared;
  });
}
