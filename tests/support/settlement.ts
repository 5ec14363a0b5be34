import { expect } from "chai";
import sharp from "sharp";
import type { Test } from "supertest";
import type { Actor } from "../../shared/api/roles.ts";
import { fen } from "../../shared/money/fen.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import type { TestApp } from "./app.ts";
import { staffActor } from "./buildCase.ts";
import type { People } from "./people.ts";
import { borrowerActor, borrowerCookie, buildRoomCase, CookieClient } from "./roomCase.ts";

// A test says itself what it expects of an answer.
// oxlint-disable-next-line typescript/no-explicit-any
type View = any;

/** Terms on the current statement of a case: three equal parts from the given date, unless told otherwise. */
export async function termsFor(app: TestApp, theCase: Case, more: Partial<Terms> = {}): Promise<Terms> {
  return await app.tx(async (tx) => {
    const { statement } = await app.services.statements.current(tx, theCase.id);
    const platform = await app.services.organisations.organisation(tx, theCase.platformId);
    return {
      version: 1,
      statementId: statement.id,
      statementHash: statement.hash,
      waivers: [],
      downPaymentFen: fen(0),
      downPaymentDue: null,
      deferralMonths: 0,
      schedule: {
        family: "level",
        count: 3,
        every: { months: 1 },
        firstDue: "2026-12-15",
        annualRate: "0",
        dayCount: "30/360",
      },
      graceDays: 5,
      acceleration: "after_grace",
      allocation: "fees_interest_principal",
      payeeAccount: platform.payeeAccount!,
      ...more,
    };
  });
}

export function approverActor(people: People): Actor & { kind: "staff" } {
  return staffActor(people.approver, people.platform);
}

export type Agreed = { terms?: Partial<Terms>; note?: string; waivePenaltyOnCompletion?: boolean };

async function penaltyWaivers(app: TestApp, theCase: Case): Promise<Terms["waivers"]> {
  const { lines } = await app.tx((tx) => app.services.statements.current(tx, theCase.id));
  return lines
    .filter((line) => line.component === "penalty")
    .map(({ debtId, component, fen: amount }) => ({ debtId, component, fen: amount, when: "on_completion" }));
}

/** The borrower puts terms, with a note, and the platform's approver accepts them. */
export async function agreeOnTerms(
  app: TestApp,
  people: People,
  theCase: Case,
  more: Agreed = {},
): Promise<void> {
  const waivers = more.waivePenaltyOnCompletion === true ? await penaltyWaivers(app, theCase) : [];
  const terms = await termsFor(app, theCase, { waivers, ...more.terms });
  const expiresAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
  const input = { caseId: theCase.id, terms, note: more.note ?? null, expiresAt };
  await app.tx((tx) => app.services.offers.offers.put(tx, borrowerActor(theCase), input));
  await app.tx(async (tx) => {
    const [offer] = await rows<{ id: string; hash: string }>(
      tx.manager,
      `SELECT id, terms_hash AS hash FROM offer WHERE case_id = $1 AND status = 'open'`,
      [theCase.id],
    );
    const ref = { offerId: offer!.id, termsHash: offer!.hash };
    await app.services.offers.acceptance.accept(tx, approverActor(people), ref);
  });
}

export type AgreedCase = { theCase: Case; agreementId: string; contentHash: string };

/** A case whose parties have agreed: the agreement lies before the mediator. */
export async function buildAgreed(
  app: TestApp,
  people: People,
  more: Agreed = {},
): Promise<{ theCase: Case; agreementId: string; contentHash: string }> {
  const theCase = await buildRoomCase(app, people);
  await agreeOnTerms(app, people, theCase, more);
  return { theCase, ...(await currentAgreement(app, theCase)) };
}

export async function currentAgreement(
  app: TestApp,
  theCase: Case,
): Promise<{ agreementId: string; contentHash: string }> {
  return await app.tx(async (tx) => {
    const [row] = await rows<{ agreementId: string; contentHash: string }>(
      tx.manager,
      `SELECT id AS "agreementId", content_hash AS "contentHash" FROM agreement
       WHERE case_id = $1 ORDER BY composed_at DESC, id DESC LIMIT 1`,
      [theCase.id],
    );
    return row!;
  });
}

export async function borrowerClient(app: TestApp, theCase: Case): Promise<CookieClient> {
  return await CookieClient.open(app, await borrowerCookie(app, theCase));
}

/** The newest code waiting in the outbox of a case. */
export async function codeSent(app: TestApp, theCase: Case): Promise<string> {
  return await app.tx(async (tx) => {
    const [notice] = await rows<{ body: string }>(
      tx.manager,
      `SELECT body FROM notice WHERE case_id = $1 AND kind = 'one_time_code' ORDER BY created_at DESC, id DESC LIMIT 1`,
      [theCase.id],
    );
    return /\d{6}/.exec(notice?.body ?? "")?.[0] ?? "";
  });
}

export async function signTyped(
  client: { post(path: string, body?: object): Test },
  agreementId: string,
  more: object,
): Promise<View> {
  const body = { method: "typed", consent: true, ...more };
  return await client.post(`/api/agreements/${agreementId}/signatures`, body);
}

/** Every page of the text, as the reader on the phone fetches it. */
export async function readThrough(
  client: { get(path: string): Test },
  agreementId: string,
  as: "picture" | "text" = "text",
): Promise<number> {
  const { body } = await client.get(`/api/agreements/${agreementId}/reading`).expect(200);
  const pageCount = Number(body.pageCount);
  for (let page = 1; page <= pageCount; page += 1) {
    const path = `/api/agreements/${agreementId}/pages/${page}`;
    await client.get(as === "text" ? `${path}/text` : path).expect(200);
  }
  return pageCount;
}

/** The borrower has read everything and asks for the code to sign with. */
export async function askForCode(
  app: TestApp,
  borrower: CookieClient,
  theCase: Case,
  agreementId: string,
): Promise<string> {
  await readThrough(borrower, agreementId);
  await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(200);
  return await codeSent(app, theCase);
}

/** Everybody signs: borrower by code, approver, then the mediator. */
export async function signAll(
  app: TestApp,
  theCase: Case,
  agreement: { agreementId: string; contentHash: string },
): Promise<void> {
  const { agreementId, contentHash } = agreement;
  const [mediator, approver, borrower] = [
    await app.signIn("mediator"),
    await app.signIn("approver"),
    await borrowerClient(app, theCase),
  ];
  await mediator.post(`/api/agreements/${agreementId}/release`).expect(200);
  const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
  const signed = [
    await signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" }),
    await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" }),
    await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" }),
  ];
  for (const answer of signed) expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
}

/** A case whose agreement is in force. */
export async function buildPerforming(
  app: TestApp,
  people: People,
  more: Agreed = {},
): Promise<{ theCase: Case; agreementId: string; contentHash: string }> {
  const agreed = await buildAgreed(app, people, more);
  await signAll(app, agreed.theCase, agreed);
  const admin = await app.signIn("admin");
  await admin.post(`/api/agreements/${agreed.agreementId}/seal`).expect(200);
  return agreed;
}

/** A name as a finger draws it: a thick stroke across white paper, as base64 PNG. */
export async function drawnName(more: { blank?: boolean } = {}): Promise<string> {
  const stroke = `<path d="M20 120 C 120 10, 200 150, 300 40 S 420 140, 480 60" stroke="#111" stroke-width="8" fill="none"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="160">${more.blank === true ? "" : stroke}</svg>`;
  return (await sharp(Buffer.from(svg)).png().toBuffer()).toString("base64");
}
