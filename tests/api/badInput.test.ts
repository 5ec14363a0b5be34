import { expect } from "chai";
import type { Test } from "supertest";
import supertest from "supertest";
import type { Case } from "../../server/cases/index.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { draftOf, lineOf } from "../support/capacity.ts";
import { buildPeople } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { buildTerms, waive, type TermsBasis } from "../support/terms.ts";

type Table = readonly (readonly [what: string, changes: object, fields: readonly string[]])[];

/** Wherever an amount, a date, a rate or a count comes in: the answer is a problem document that names the field. */
describe("bad input", () => {
  let app: TestApp;
  let theCase: Case;
  let borrower: CookieClient;
  let basis: TermsBasis;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    app.clock.set("2026-11-02T02:00:00.000Z");
    theCase = await buildRoomCase(app, await buildPeople(app));
    borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
    basis = (await borrower.get(`/api/cases/${theCase.id}/terms-basis`).expect(200)).body;
  });
  after(() => app.close());

  const anybody = (path: string, body: object) => supertest(app.url).post(path).send(body);
  const within = (rest: string) => `/api/cases/${theCase.id}${rest}`;

  async function expectFaults(request: Test, fields: readonly string[]): Promise<void> {
    const from = performance.now();
    const { status, body, headers } = await request;
    expect(performance.now() - from).to.be.below(5_000);
    expect(status, JSON.stringify(body)).to.be.oneOf([400, 422]);
    expect(headers["content-type"]).to.include("application/problem+json");
    expect(body).to.include.all.keys("type", "title", "status", "code", "errors");
    const found = (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(found).to.include.members([...fields]);
    expect(JSON.stringify(body)).to.not.match(/NaN|Infinity/);
  }

  describe("of the calculator", () => {
    const schedule = {
      family: "equal_instalment",
      count: 12,
      every: { months: 1 },
      firstDue: "2026-12-01",
      annualRate: "0.12",
      dayCount: "30/360",
    };
    const question = {
      asOf: "2026-11-01",
      principalFen: 1_200_000,
      interestFen: 0,
      penaltyFen: 5_000,
      feeFen: 0,
      waivers: [],
      downPaymentFen: 0,
      deferralMonths: 0,
      schedule,
      discountRate: "0.06",
    };
    const waived = (fen: number, component = "penalty") => ({
      waivers: [{ component, fen, when: "at_signing" }],
    });
    const of = (changes: object) => ({ schedule: { ...schedule, ...changes } });
    const table: Table = [
      ["a negative amount", { principalFen: -1 }, ["/principalFen"]],
      ["half a fen", { interestFen: 0.5 }, ["/interestFen"]],
      ["an amount beyond safe integers", { feeFen: 2 ** 53 }, ["/feeFen"]],
      ["a sum beyond safe integers", { principalFen: 2 ** 53 - 1, feeFen: 1 }, ["/principalFen"]],
      [
        "interest beyond safe integers",
        { principalFen: 2 ** 53 - 6_000, ...of({ annualRate: "1" }) },
        ["/schedule"],
      ],
      ["a negative down payment", { downPaymentFen: -1 }, ["/downPaymentFen"]],
      ["a down payment of everything", { downPaymentFen: 1_205_000 }, ["/downPaymentFen"]],
      ["a day that does not exist", { asOf: "2026-02-29" }, ["/asOf"]],
      ["a due date that does not exist", of({ firstDue: "2026-11-31" }), ["/schedule/firstDue"]],
      ["a due date in the past", of({ firstDue: "2026-10-31" }), ["/schedule/firstDue"]],
      ["a rate above one", of({ annualRate: "1.0001" }), ["/schedule/annualRate"]],
      ["a rate below nothing", of({ annualRate: "-0.01" }), ["/schedule/annualRate"]],
      ["a rate in words", of({ annualRate: "12%" }), ["/schedule/annualRate"]],
      ["a discount above one", { discountRate: "1.1" }, ["/discountRate"]],
      ["no instalment", of({ count: 0 }), ["/schedule/count"]],
      ["10,000 instalments", of({ count: 10_000 }), ["/schedule/count"]],
      ["half an instalment", of({ count: 1.5 }), ["/schedule/count"]],
      ["every 13 months", of({ every: { months: 13 } }), ["/schedule/every/months"]],
      ["every no days", of({ every: { days: 0 } }), ["/schedule/every/days"]],
      ["10,000 months of deferral", { deferralMonths: 10_000 }, ["/deferralMonths"]],
      ["more waiver than there is", waived(5_001), ["/waivers/0/fen"]],
      ["a negative waiver", waived(-1), ["/waivers/0/fen"]],
      ["a waiver of what is not there", waived(1, "tip"), ["/waivers/0/component"]],
      [
        "payments that never amortise",
        { principalFen: 10, penaltyFen: 0, ...of({ annualRate: "1", count: 360 }) },
        ["/schedule"],
      ],
      [
        "a step that does not cover its interest",
        of({ family: "stepped", steps: [{ count: 1, paymentFen: 12_000 }] }),
        ["/schedule/steps/0/paymentFen"],
      ],
      ["a family nobody knows", of({ family: "bullet" }), ["/schedule/family"]],
      ["a way of counting nobody knows", of({ dayCount: "lunar" }), ["/schedule/dayCount"]],
      ["nothing at all but an amount", { schedule: undefined }, ["/schedule"]],
      [
        "several faults at once",
        { feeFen: -1, discountRate: "x", ...of({ count: 0 }) },
        ["/feeFen", "/discountRate", "/schedule/count"],
      ],
    ];
    it("is none in the question the table starts from", () => anybody("/api/quotes", question).expect(200));
    for (const [what, changes, fields] of table)
      it(`${what}: ${fields.join(", ")}`, () =>
        expectFaults(anybody("/api/quotes", { ...question, ...changes }), fields));
  });

  describe("of the zone of agreement", () => {
    const question = { capacityFen: [100, 100, 100], discountRate: "0", debtCapFen: 300, floorNpvFen: 250 };
    const table: Table = [
      ["no capacities", { capacityFen: [] }, ["/capacityFen"]],
      ["more than 360 capacities", { capacityFen: Array(361).fill(1) }, ["/capacityFen"]],
      ["10,000 capacities", { capacityFen: Array(10_000).fill(1) }, ["/capacityFen"]],
      ["a negative capacity", { capacityFen: [1, -1] }, ["/capacityFen/1"]],
      ["half a fen of capacity", { capacityFen: [1, 1, 0.5] }, ["/capacityFen/2"]],
      ["capacities beyond safe integers", { capacityFen: [2 ** 53 - 1, 1] }, ["/capacityFen"]],
      ["a negative debt cap", { debtCapFen: -1 }, ["/debtCapFen"]],
      ["half a fen of floor", { floorNpvFen: 0.5 }, ["/floorNpvFen"]],
      ["a floor beyond safe integers", { floorNpvFen: 2 ** 53 }, ["/floorNpvFen"]],
      ["a discount above one", { discountRate: "2" }, ["/discountRate"]],
    ];
    it("is none in the question the table starts from", () =>
      anybody("/api/quotes/zone", question).expect(200));
    for (const [what, changes, fields] of table)
      it(`${what}: ${fields.join(", ")}`, () =>
        expectFaults(anybody("/api/quotes/zone", { ...question, ...changes }), fields));
  });

  describe("of an offer", () => {
    const faulty = async (more: object, fields: readonly string[]) => {
      const terms = { ...buildTerms(basis), ...more };
      const body = { terms, expiresAt: "2026-11-09T02:00:00.000Z" };
      await expectFaults(borrower.post(within("/offers"), body), fields);
    };
    const of = (changes: object) => ({ schedule: { ...buildTerms(basis).schedule, ...changes } });
    const table: readonly (readonly [string, () => object, readonly string[]])[] = [
      ["a negative down payment", () => ({ downPaymentFen: -1 }), ["/terms/downPaymentFen"]],
      ["half a fen", () => ({ downPaymentFen: 0.5 }), ["/terms/downPaymentFen"]],
      ["an amount beyond safe integers", () => ({ downPaymentFen: 2 ** 53 }), ["/terms/downPaymentFen"]],
      ["a date that does not exist", () => of({ firstDue: "2026-11-31" }), ["/terms/schedule/firstDue"]],
      ["a first due date in the past", () => of({ firstDue: "2026-11-01" }), ["/terms/schedule/firstDue"]],
      [
        "a rate above one",
        () => of({ family: "equal_instalment", annualRate: "1.01" }),
        ["/terms/schedule/annualRate"],
      ],
      ["no instalment", () => of({ count: 0 }), ["/terms/schedule/count"]],
      ["10,000 instalments", () => of({ count: 10_000 }), ["/terms/schedule/count"]],
      ["more waiver than there is", () => ({ waivers: moreThanThereIs(basis) }), ["/terms/waivers/0/fen"]],
      ["61 months of deferral", () => ({ deferralMonths: 61 }), ["/terms/deferralMonths"]],
      [
        "payments that do not cover their interest",
        () => of({ family: "stepped", annualRate: "0.24", steps: [{ count: 1, paymentFen: 1 }] }),
        ["/terms/schedule/steps/0/paymentFen"],
      ],
    ];
    for (const [what, more, fields] of table)
      it(`${what}: ${fields.join(", ")}`, () => faulty(more(), fields));
    it("leaves nothing behind", async () => {
      const { body } = await borrower.get(within("/offers")).expect(200);
      expect(body.items).to.deep.equal([]);
    });
  });

  describe("of income and outgoings", () => {
    const table: Table = [
      ["a negative amount", { lines: [lineOf("home", -1)] }, ["/lines/0/amountFen"]],
      ["half a fen", { lines: [lineOf("home", 0.005)] }, ["/lines/0/amountFen"]],
      ["an amount beyond reason", { lines: [lineOf("home", 90_071_992_547_410)] }, ["/lines/0/amountFen"]],
      ["month 13", { lines: [lineOf("home", 1, { months: [13] })] }, ["/lines/0/months/0"]],
      [
        "10,000 months",
        { lines: [lineOf("home", 1, { months: Array(10_000).fill(1) })] },
        ["/lines/0/months"],
      ],
      ["200 lines", { lines: Array(200).fill(lineOf("home", 1)) }, ["/lines"]],
      ["10,000 people", { householdSize: 10_000 }, ["/householdSize"]],
      ["half a person", { householdSize: 1.5 }, ["/householdSize"]],
    ];
    for (const [what, changes, fields] of table)
      it(`${what}: ${fields.join(", ")}`, () =>
        expectFaults(borrower.put(within("/capacity"), draftOf(0, changes)), fields));
    for (const [what, perMonthFen] of [
      ["a negative figure", -1],
      ["half a fen", 0.5],
      ["a figure beyond safe integers", 2 ** 53],
    ] as const)
      it(`${what} to share: /perMonthFen`, () =>
        expectFaults(borrower.post(within("/capacity/sharing"), { perMonthFen }), ["/perMonthFen"]));
    for (const [what, monthlyFen] of [
      ["nothing", 0],
      ["a negative figure", -1],
      ["half a fen", 0.5],
      ["a figure beyond reason", 10_000_000_001],
    ] as const)
      it(`${what} to look for plans with: /monthlyFen`, () =>
        expectFaults(borrower.post(within("/suggestions"), { monthlyFen }), ["/monthlyFen"]));
  });
});

function moreThanThereIs(basis: TermsBasis): object[] {
  return waive(basis, "penalty").map((waiver: Terms["waivers"][number]) => ({
    ...waiver,
    fen: waiver.fen + 1,
  }));
}
