import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Client as Database } from "pg";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { RealClock } from "../support/browser.ts";
import { buildServer } from "../support/builtServer.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie } from "../support/roomCase.ts";
import { chance } from "../support/sealTools.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { borrowerClient, buildAgreed, codeSent, readThrough } from "../support/settlement.ts";

const ROUNDS = Number(process.env["ROUNDS"] ?? 50);
const SEED = Number(process.env["SEED"] ?? 5);
const MOST_TRIES = 600;
/** About what signing and sealing take undisturbed: a fault strikes somewhere inside, or just after. */
const SIGNING_TAKES_MS = 150;
const SEALING_TAKES_MS = 1300;

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

type Done = "nothing" | "ordered" | "sealed";

/** When each fault of a round strikes, in milliseconds after what it is to interrupt began. */
type Strikes = { signing: number; sealing: number; database: number; dropsWhile: "signing" | "sealing" };

describe("signing and sealing while everything breaks", function () {
  this.timeout(1_800_000);
  let app: TestApp;
  let people: People;
  let server: ServerProcess;
  let built: ReturnType<typeof buildServer>;
  let mediatorClient: Client;

  before(async () => {
    built = buildServer();
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    mediatorClient = await app.signIn("mediator");
    server = await ServerProcess.prepare(app, {}, built.main);
    await server.start();
  });
  after(async () => {
    await server.remove();
    built.remove();
    await app.close();
  });

  async function restartAfter<T>(milliseconds: number, look: () => Promise<T>): Promise<T> {
    await pause(milliseconds);
    await server.kill();
    // The database may drop this very question.
    const found = await look().catch(look);
    await server.start();
    return found;
  }

  /** How far the server had come with the seal when it was killed. */
  async function whatWasDone(agreementId: string): Promise<Done> {
    return await app.tx(async (tx) => {
      const [order] = await rows<{ sealed: boolean }>(
        tx.manager,
        `SELECT sealed_at IS NOT NULL AS sealed FROM sealed_document WHERE subject_id = $1`,
        [agreementId],
      );
      if (order === undefined) return "nothing";
      return order.sealed ? "sealed" : "ordered";
    });
  }

  async function dropAfter(milliseconds: number): Promise<void> {
    await pause(milliseconds);
    const killer = new Database({ connectionString: app.database.url });
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
    await mediatorClient.post(`/api/agreements/${agreementId}/release`).expect(200);
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
    const next = chance(SEED);
    const tally: Record<Done, number> = { nothing: 0, ordered: 0, sealed: 0 };
    let right = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      // Three people sign for fifty: what nobody does by hand is not to be held against them.
      await app.tx((tx) => rows(tx.manager, "DELETE FROM rate_limit"));
      const { theCase, agreementId, contentHash, oneTimeCode } = await laid();
      const borrower = new Person(await borrowerCookie(app, theCase));
      const strikes: Strikes = {
        signing: Math.floor(next() * SIGNING_TAKES_MS),
        sealing: Math.floor(next() * SEALING_TAKES_MS),
        database: Math.floor(next() * SEALING_TAKES_MS),
        dropsWhile: round % 2 === 0 ? "signing" : "sealing",
      };
      const path = `/api/agreements/${agreementId}`;
      const typed = (typedName: string, more: object = {}) => ({
        method: "typed",
        consent: true,
        contentHash,
        typedName,
        ...more,
      });
      await Promise.all([
        borrower.insist(server, `${path}/signatures`, typed("张小伟", { oneTimeCode })),
        approver!.insist(server, `${path}/signatures`, typed("审批人赵")),
        restartAfter(strikes.signing, () => Promise.resolve()),
        strikes.dropsWhile === "signing" ? dropAfter(strikes.database) : null,
      ]);
      await mediator!.insist(server, `${path}/signatures`, typed("调解员周"));
      const [, found] = await Promise.all([
        admin!.insist(server, `${path}/seal`, {}),
        restartAfter(strikes.sealing, () => whatWasDone(agreementId)),
        // Before the kill, in it, or into what the next server does.
        strikes.dropsWhile === "sealing" ? dropAfter(strikes.database * 4) : null,
      ]);
      tally[found] += 1;
      expect(await outcome(theCase), `round ${round}: ${JSON.stringify(strikes)}`).to.deep.equal({
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
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`      ${right}: ${JSON.stringify(strikes)}, killed with ${found} done, ${seconds} s`);
    }
    console.log(`      ${right} of ${ROUNDS}: one sealed agreement; at the kill: ${JSON.stringify(tally)}`);
    // Otherwise the faults fell beside what they were to interrupt.
    expect(tally.ordered, "killed between the order to seal and the seal").to.be.greaterThan(ROUNDS / 10);
  });
});
