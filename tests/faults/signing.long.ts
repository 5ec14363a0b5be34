import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Client as Database } from "pg";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { RealClock } from "../support/browser.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie } from "../support/roomCase.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { borrowerClient, buildAgreed, codeSent, readThrough } from "../support/settlement.ts";

const ROUNDS = Number(process.env["ROUNDS"] ?? 50);
const MOST_TRIES = 600;

/** Somebody at a screen who sends again, under the same key, what was not answered. */
class Person {
  readonly #cookie: string;
  #token: string | undefined;

  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  /** Resolves when it was done, by this try or by one whose answer was lost. */
  async insist(server: ServerProcess, path: string, body: object): Promise<void> {
    const key = randomUUID();
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const answer = await this.#post(server.url + path, body, key).catch(() => null);
      if (answer === null || answer.status >= 500) {
        await pause(200);
        continue;
      }
      if (answer.status === 200 || answer.code === "already_done") return;
      throw new Error(`${path} answered ${answer.status} ${answer.code}`);
    }
    throw new Error(`${path} was never answered`);
  }

  async #post(url: string, body: object, key: string): Promise<{ status: number; code: string }> {
    const { origin } = new URL(url);
    this.#token ??= await this.#csrf(origin);
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        cookie: this.#cookie,
        "content-type": "application/json",
        "x-csrf-token": this.#token,
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    // An answer whose body was cut off says nothing; it is asked again.
    const said = (await answer.json()) as { code?: string };
    return { status: answer.status, code: said.code ?? "" };
  }

  async #csrf(origin: string): Promise<string> {
    const answer = await fetch(`${origin}/api/auth/csrf`, { headers: { cookie: this.#cookie } });
    if (!answer.ok) throw new Error(`no token: ${answer.status}`);
    return ((await answer.json()) as { token: string }).token;
  }
}

type Fault = "kill while they sign" | "kill while it is sealed" | "database drops";
const FAULTS: readonly Fault[] = ["kill while they sign", "kill while it is sealed", "database drops"];

describe("signing and sealing while everything breaks", function () {
  this.timeout(1_800_000);
  let app: TestApp;
  let people: People;
  let server: ServerProcess;
  let databaseUrl: string;

  before(async () => {
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    server = await ServerProcess.prepare(app);
    databaseUrl = String(Reflect.get(app.booted.dataSource.options, "url"));
    await server.start();
  });
  after(async () => {
    await server.remove();
    await app.close();
  });

  async function restartAfter(milliseconds: number): Promise<void> {
    await pause(milliseconds);
    await server.kill();
    await server.start();
  }

  async function dropAfter(milliseconds: number): Promise<void> {
    await pause(milliseconds);
    const killer = new Database({ connectionString: databaseUrl });
    await killer.connect();
    await killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await killer.end();
  }

  async function laid(): Promise<{
    theCase: Case;
    agreementId: string;
    contentHash: string;
    oneTimeCode: string;
  }> {
    const firstDue = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const terms = {
      schedule: {
        family: "level" as const,
        count: 3,
        every: { months: 1 as const },
        firstDue,
        annualRate: "0",
        dayCount: "30/360" as const,
      },
    };
    const agreed = await buildAgreed(app, people, { terms });
    const { theCase, agreementId } = agreed;
    await (await app.signIn("mediator")).post(`/api/agreements/${agreementId}/release`).expect(200);
    const borrower = await borrowerClient(app, theCase);
    await readThrough(borrower, agreementId);
    await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(200);
    return { ...agreed, oneTimeCode: await codeSent(app, theCase) };
  }

  /** What there is of a case in the end, however often anything was tried. */
  async function outcome(theCase: Case): Promise<object> {
    return await app.tx(async (tx) => {
      const count = async (sql: string) =>
        (await rows<{ n: number }>(tx.manager, `SELECT count(*)::int AS n FROM ${sql}`, [theCase.id]))[0]?.n;
      return {
        sealed: await count(
          `agreement WHERE case_id = $1 AND status = 'sealed' AND document_sha256 IS NOT NULL`,
        ),
        agreements: await count(`agreement WHERE case_id = $1`),
        signatures: await count(
          `agreement_signature s JOIN agreement a ON a.id = s.agreement_id WHERE a.case_id = $1`,
        ),
        signedEvents: await count(`journal_event WHERE case_id = $1 AND type = 'agreement.signed'`),
        sealedEvents: await count(`journal_event WHERE case_id = $1 AND type = 'agreement.sealed'`),
        instalments: await count(`instalment WHERE case_id = $1`),
        stage: (await app.services.cases.find(tx, theCase.id)).stage,
        journalFault: await app.services.journal.verify(tx, theCase.id),
      };
    });
  }

  it(`leaves exactly one sealed agreement, ${ROUNDS} of ${ROUNDS} times`, async () => {
    const [approver, mediator, admin] = await Promise.all(
      ["approver", "mediator", "admin"].map(async (name) => new Person((await app.signIn(name)).cookie())),
    );
    let right = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const fault = FAULTS[round % FAULTS.length]!;
      const after = (round * 37) % 400;
      const { theCase, agreementId, contentHash, oneTimeCode } = await laid();
      const borrower = new Person(await borrowerCookie(app, theCase));
      const path = `/api/agreements/${agreementId}`;
      const typed = (typedName: string, more: object = {}) => ({
        method: "typed",
        consent: true,
        contentHash,
        typedName,
        ...more,
      });
      const breaking = (now: Fault): Promise<void> => {
        if (now !== fault) return Promise.resolve();
        return fault === "database drops" ? dropAfter(after) : restartAfter(after);
      };
      await Promise.all([
        borrower.insist(server, `${path}/signatures`, typed("张小伟", { oneTimeCode })),
        approver!.insist(server, `${path}/signatures`, typed("审批人赵")),
        breaking("kill while they sign"),
        fault === "database drops" ? dropAfter(after / 4) : Promise.resolve(),
      ]);
      await mediator!.insist(server, `${path}/signatures`, typed("调解员周"));
      await Promise.all([
        admin!.insist(server, `${path}/seal`, {}),
        breaking("kill while it is sealed"),
        breaking("database drops"),
      ]);
      expect(await outcome(theCase), `round ${round}, ${fault} after ${after} ms`).to.deep.equal({
        sealed: 1,
        agreements: 1,
        signatures: 3,
        signedEvents: 3,
        sealedEvents: 1,
        instalments: 3,
        stage: "performing",
        journalFault: null,
      });
      right += 1;
      console.log(`      ${right}: ${fault}`);
    }
    console.log(`      ${right} of ${ROUNDS}: one sealed agreement`);
  });
});
