import { expect } from "chai";
import fc from "fast-check";
import { House } from "../support/roomSchedules/house.ts";
import { playSchedules } from "../support/roomSchedules/runner.ts";
import { Secrets } from "../support/roomSchedules/secrets.ts";
import { schedules } from "../support/roomSchedules/steps.ts";

const SCHEDULES = 25;
const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);

for (const processes of [1, 2] as const) {
  describe(`privacy of rooms on ${processes === 1 ? "one process" : "two processes"}`, function () {
    this.timeout(240_000);
    let house: House;

    before(async () => {
      house = await House.open(processes);
    });
    after(async () => await (house as House | undefined)?.close());

    it(`no event or word reaches anybody it is not for, by any way out (SEED=${SEED})`, async () => {
      const drawn = fc.sample(schedules, { seed: SEED, numRuns: SCHEDULES });
      const { looked } = await playSchedules(house, drawn, SCHEDULES);
      expect(looked).to.equal(1);
      expect(house.secrets.count).to.be.greaterThan(SCHEDULES);
      expect(house.loggedLines).to.be.greaterThan(SCHEDULES);
    });
  });
}

describe("what looks for leaks", () => {
  it("finds a word shown to somebody it is not for, in another case, or in a log", () => {
    const secrets = new Secrets();
    const { text } = secrets.add("a word in a caucus", "this case", ["borrower", "mediator"]);
    secrets.look("borrower", `…${text}…`, "this case");
    secrets.look("mediator", `…${text}…`, null);
    expect(secrets.problems).to.deep.equal([]);
    secrets.look("agent", `…${text}…`, "this case");
    secrets.look("borrower", `…${text}…`, "another case");
    secrets.lookAt("a log", `…${text}…`);
    expect(secrets.problems).to.have.length(3);
  });

  it("knows that a refused word is for nobody and a passed on one for more people", () => {
    const secrets = new Secrets();
    const [refused, passedOn] = ["one", "another"].map((what) =>
      secrets.add(what, "this case", ["borrower"]),
    );
    refused!.refuse();
    passedOn!.widen(["agent"]);
    secrets.look("agent", passedOn!.text, "this case");
    expect(secrets.problems).to.deep.equal([]);
    secrets.look("borrower", refused!.text, "this case");
    expect(secrets.problems).to.have.length(1);
  });
});
