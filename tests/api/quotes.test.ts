import { expect } from "chai";
import fc from "fast-check";
import supertest from "supertest";
import {
  nearlySoundArbitrary,
  numbersOf,
  questionArbitrary,
  zoneQuestionArbitrary,
} from "../shared/plans/arbitraryQuestions.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

const example = {
  asOf: "2026-11-01",
  principalFen: 1_200_000,
  interestFen: 0,
  penaltyFen: 0,
  feeFen: 0,
  waivers: [{ component: "penalty", fen: 0, when: "at_signing" }],
  downPaymentFen: 0,
  deferralMonths: 0,
  schedule: {
    family: "equal_instalment",
    count: 12,
    every: { months: 1 },
    firstDue: "2026-12-01",
    annualRate: "0.12",
    dayCount: "30/360",
  },
  discountRate: "0.06",
};
const zone = { capacityFen: [100, 100, 100], discountRate: "0", debtCapFen: 300, floorNpvFen: 250 };

describe("public quotes over HTTP", () => {
  let app: TestApp;
  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
  });
  after(() => app.close());

  const ask = (body: unknown, path = "/api/quotes") =>
    supertest(app.url)
      .post(path)
      .send(body as object);
  const faults = async (body: unknown, path?: string) => {
    const answer = await ask(body, path);
    return [
      answer.status,
      ...answer.body.errors.map((each: { pointer: string; code: string }) => each.pointer + " " + each.code),
    ];
  };

  it("answer the documented example, to a program without a session", async () => {
    const { body, headers } = await ask(example).expect(200);
    const { rows, totals, annualised, npvFen, warnings } = body;
    expect(rows).to.have.length(12);
    expect(rows[0]).to.deep.equal({
      no: 1,
      due: "2026-12-01",
      principalFen: 94_619,
      interestFen: 12_000,
      totalFen: 106_619,
      balanceFen: 1_105_381,
    });
    expect(rows[11]).to.deep.equal({
      no: 12,
      due: "2027-11-01",
      principalFen: 105_562,
      interestFen: 1_056,
      totalFen: 106_618,
      balanceFen: 0,
    });
    expect(totals).to.deep.equal({ totalFen: 1_279_423, interestFen: 79_423, waivedFen: 0 });
    expect(annualised).to.deep.equal({ nominal: "0.1200", effective: "0.1268" });
    expect(npvFen).to.be.within(1_200_000, 1_279_423);
    expect(warnings).to.deep.equal([]);
    expect(headers["set-cookie"]).to.equal(undefined);
  });

  it("count by days too", async () => {
    const every = { days: 14 };
    const { body } = await ask({
      ...example,
      schedule: { ...example.schedule, every, dayCount: "act/365" },
    }).expect(200);
    expect(body.rows[1].due).to.equal("2026-12-15");
  });

  it("answer where both sides can meet, and where they cannot", async () => {
    const { body } = await ask(zone, "/api/quotes/zone").expect(200);
    expect(body).to.deep.equal({ exists: true, leastTotalFen: 250, scheduleFen: [100, 100, 50] });
    const none = await ask({ ...zone, floorNpvFen: 301 }, "/api/quotes/zone").expect(200);
    expect(none.body).to.deep.include({ exists: false, scheduleFen: null });
  });

  it("name every field that is wrong", async () => {
    const { schedule } = example;
    expect(await faults({ ...example, principalFen: -1 })).to.deep.equal([422, "/principalFen negative"]);
    expect(await faults({ ...example, feeFen: 0.5 })).to.deep.equal([422, "/feeFen not_whole_fen"]);
    expect(await faults({ ...example, principalFen: 2 ** 53 })).to.deep.equal([
      422,
      "/principalFen beyond_safe_integers",
    ]);
    expect(await faults({ ...example, asOf: "2026-02-30" })).to.deep.equal([422, "/asOf not_a_date"]);
    for (const count of [0, 10_000])
      expect(await faults({ ...example, schedule: { ...schedule, count } })).to.deep.equal([
        422,
        "/schedule/count out_of_range",
      ]);
    expect(await faults({ ...example, schedule: { ...schedule, firstDue: "2026-10-31" } })).to.deep.equal([
      422,
      "/schedule/firstDue in_the_past",
    ]);
    expect(await faults({ ...example, schedule: { ...schedule, annualRate: "1.2" } })).to.deep.equal([
      422,
      "/schedule/annualRate rate_out_of_range",
    ]);
    const waivers = [{ component: "penalty", fen: 1, when: "at_signing" }];
    expect(await faults({ ...example, waivers })).to.deep.equal([422, "/waivers/0/fen waiver_exceeds_line"]);
    expect(await faults({ ...example, principalFen: "12" })).to.deep.equal([
      400,
      "/principalFen number.base",
    ]);
    expect(await faults({ ...zone, capacityFen: [] }, "/api/quotes/zone")).to.deep.equal([
      422,
      "/capacityFen out_of_range",
    ]);
    expect(await faults({ ...zone, capacityFen: [1, -1] }, "/api/quotes/zone")).to.deep.equal([
      422,
      "/capacityFen/1 negative",
    ]);
  });

  it("take what is no JSON, no object or too large as the caller's fault", async () => {
    const send = (text: string) =>
      supertest(app.url).post("/api/quotes").set("content-type", "application/json").send(text);
    for (const text of ["{", "[]", "null", "7", '"x"', ""]) {
      const { status, body } = await send(text);
      expect([status, body.status], text).to.deep.equal([400, 400]);
    }
    expect((await send(`{"asOf":"${"x".repeat(2_000_000)}"}`)).status).to.equal(413);
    expect((await send('{"principalFen":1e999}')).status).to.equal(400);
  });

  it("need neither token nor own origin, while every other write still does", async () => {
    await ask(example).set("origin", "https://elsewhere.example").expect(200);
    const refused = await supertest(app.url).post("/api/auth/sign-in").send({ username: "a", password: "b" });
    expect([refused.status, refused.body.code]).to.deep.equal([403, "csrf_invalid"]);
  });

  it("never fail on the server and never answer what is not a number, whatever is sent", async function () {
    this.timeout(120_000);
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 2, arbitrary: questionArbitrary },
          { weight: 2, arbitrary: nearlySoundArbitrary },
          { weight: 1, arbitrary: fc.json().map((text): unknown => ({ body: text })) },
        ),
        zoneQuestionArbitrary,
        async (body, zoneQuestion) => {
          for (const answer of [await ask(body), await ask(zoneQuestion, "/api/quotes/zone")]) {
            statuses.add(answer.status);
            expect(answer.status, answer.text).to.be.oneOf([200, 400, 422]);
            expect(answer.text).to.not.match(/NaN|Infinity/);
            if (answer.status === 200)
              expect(numbersOf(answer.body).every((each) => Number.isSafeInteger(each))).to.equal(true);
            else expect(answer.body.errors.length, answer.text).to.be.greaterThan(0);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect([...statuses]).to.have.members([200, 400, 422]);
  });
});
