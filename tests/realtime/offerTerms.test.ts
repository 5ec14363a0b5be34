import { expect } from "chai";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { buildTerms } from "../support/terms.ts";

describe("terms over a socket", () => {
  let app: TestApp;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it("carry payment policies and any kind of plan, and name the field that is wrong", async () => {
    const theCase = await buildRoomCase(app, await buildPeople(app));
    const cookie = await borrowerCookie(app, theCase);
    const client = await CookieClient.open(app, cookie);
    const { body: basis } = await client.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
    const line = await Line.open(app.url, cookie);
    const put = (payments: object, paymentFen: number) => {
      const { schedule, ...rest } = buildTerms(basis);
      const stepped = { ...schedule, family: "stepped", steps: [{ count: 3, paymentFen }] };
      const terms = { ...rest, schedule: stepped, payments };
      return line.command(theCase.id, "offer.put", { terms, expiresAt: "2026-11-09T02:00:00.000Z" });
    };
    const faults = async (payments: object, paymentFen: number) =>
      (await put(payments, paymentFen)).error?.errors.map(({ pointer }) => pointer);
    expect(await faults({ early: "whenever" }, 50_000)).to.deep.equal(["/terms/payments/early"]);
    expect(await faults({}, 99_000_000)).to.deep.equal(["/terms/schedule/steps"]);
    const payments = { early: "latest_first", missedBeforeAcceleration: 3 };
    const { result } = await put(payments, 50_000);
    expect(result.terms.payments).to.deep.equal(payments);
    expect(result.schedule.rows[0].totalFen).to.equal(50_000);
    line.close();
  });
});
