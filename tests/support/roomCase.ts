import { createHmac, randomUUID } from "node:crypto";
import supertest from "supertest";
import type { Actor } from "../../shared/api/roles.ts";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import type { NewDebt } from "../../shared/debts/newDebt.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import type { TestApp } from "./app.ts";
import { buildCase } from "./buildCase.ts";
import type { People } from "./people.ts";

/** A case with a mediator, put straight into a stage: what came before is not what the test is about. */
export async function buildRoomCase(
  app: TestApp,
  people: People,
  more: { stage?: CaseStage; paused?: boolean; debts?: NewDebt[] } = {},
): Promise<Case> {
  const { id } = await buildCase(app, people, more.debts === undefined ? {} : { debts: more.debts });
  return await app.tx(async (tx) => {
    await rows(
      tx.manager,
      `UPDATE "case" SET stage = $2, mediator_id = $3, paused_at = $4, accepted_at = created_at WHERE id = $1`,
      [id, more.stage ?? "negotiating", people.mediator.id, more.paused === true ? tx.now : null],
    );
    return await app.services.cases.find(tx, id);
  });
}

export function borrowerActor(theCase: Case): Actor & { kind: "borrower" } {
  return { kind: "borrower", borrowerId: theCase.borrowerId, caseId: theCase.id, name: "张小伟" };
}

/** The cookie of a session as the borrower's proof of identity opens it. */
export async function borrowerCookie(
  app: TestApp,
  theCase: Case,
  representativeId?: string,
): Promise<string> {
  const sid = randomUUID();
  const { borrowerId, id: caseId } = theCase;
  const sess = {
    cookie: { originalMaxAge: 3_600_000, httpOnly: true, path: "/" },
    passport: { user: { kind: "borrower", borrowerId, caseId, representativeId } },
  };
  await app.tx((tx) =>
    rows(tx.manager, `INSERT INTO session (sid, sess, expire) VALUES ($1, $2, now() + interval '1 hour')`, [
      sid,
      JSON.stringify(sess),
    ]),
  );
  const secret = app.services.platform.config.sessionSecret;
  const signature = createHmac("sha256", secret).update(sid).digest("base64").replace(/=+$/, "");
  return `parley.sid=${encodeURIComponent(`s:${sid}.${signature}`)}`;
}

/** Requests with somebody's cookie and its token. */
export class CookieClient {
  readonly #url: string;
  readonly #cookie: string;
  #token = "";

  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  static async open(app: TestApp, cookie: string): Promise<CookieClient> {
    const client = new CookieClient(app.url, cookie);
    const { body } = await client.get("/api/auth/csrf").expect(200);
    client.#token = String(body.token);
    return client;
  }

  get(path: string): supertest.Test {
    return supertest(this.#url).get(path).set("cookie", this.#cookie);
  }
  post(path: string, body: object = {}): supertest.Test {
    const request = supertest(this.#url).post(path).set("cookie", this.#cookie);
    return request.set("x-csrf-token", this.#token).send(body);
  }
  put(path: string, body: object = {}): supertest.Test {
    const request = supertest(this.#url).put(path).set("cookie", this.#cookie);
    return request.set("x-csrf-token", this.#token).send(body);
  }
  delete(path: string): supertest.Test {
    const request = supertest(this.#url).delete(path).set("cookie", this.#cookie);
    return request.set("x-csrf-token", this.#token);
  }
  /** A multipart upload; add fields and files to what it answers. */
  upload(path: string): supertest.Test {
    return supertest(this.#url).post(path).set("cookie", this.#cookie).set("x-csrf-token", this.#token);
  }
}
