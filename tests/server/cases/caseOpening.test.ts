import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { hashStatement } from "../../../shared/plans/hashing.ts";
import { basisOf } from "../../../server/debts/index.ts";
import { rows } from "../../../server/database/sql.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { aDebt, aGroup, buildCase, staffActor } from "../../support/buildCase.ts";
import { buildPeople, type People } from "../../support/people.ts";

describe("opening cases", () => {
  let app: TestApp;
  let people: People;
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
  });
  after(() => app.close());

  const open = (groups: Parameters<typeof app.services.caseOpening.openCases>[3]) =>
    app.tx((tx) =>
      app.services.caseOpening.openCases(
        tx,
        staffActor(people.agent, people.platform),
        people.platform,
        groups,
      ),
    );

  it("makes one case a person with a journal that verifies and the platform's consent in it", async () => {
    const theCase = await buildCase(app, people, { debts: [aDebt("A-1"), aDebt("A-2")] });
    expect(theCase.stage).to.equal("intake");
    expect(theCase.claimedFen).to.equal(2 * (1_200_000 + 34_560 + 10_000));
    expect(theCase.platformConsentedAt).to.deep.equal(app.clock.now());
    await app.tx(async (tx) => {
      expect(await app.services.journal.verify(tx, theCase.id)).to.equal(null);
      const events = await app.services.journal.stream(tx, theCase.id, "platform", 0, 10);
      expect(events.map((event) => event.type)).to.deep.equal(["case.created", "party.consented"]);
    });
  });

  it("writes a statement without empty lines whose hash is that of its lines", async () => {
    const theCase = await buildCase(app, people, { debts: [aDebt("B-1", { interestFen: fen(0) })] });
    await app.tx(async (tx) => {
      const current = await app.services.statements.current(tx, theCase.id);
      expect(current.lines.map((line) => line.component)).to.deep.equal(["principal", "penalty"]);
      expect(current.statement.hash).to.equal(hashStatement(basisOf(current)));
    });
  });

  it("skips contracts stated before, in the database and within the batch", async () => {
    const group = aGroup({ debts: [aDebt("C-1"), aDebt("C-1"), aDebt("C-2")] });
    expect(await open([group])).to.deep.equal({ casesCreated: 1, debtsCreated: 2, skippedKnown: 1 });
    expect(await open([group])).to.deep.equal({ casesCreated: 0, debtsCreated: 0, skippedKnown: 3 });
  });

  it("adds a debt to a case still in intake as a new version of the statement", async () => {
    const group = aGroup({ debts: [aDebt("D-1")] });
    await open([group]);
    const more = { ...group, asOf: "2026-11-01", debts: [aDebt("D-2")] };
    expect(await open([more])).to.deep.equal({ casesCreated: 0, debtsCreated: 1, skippedKnown: 0 });
    await app.tx(async (tx) => {
      const [row] = await rows<{ id: string }>(
        tx.manager,
        `SELECT case_id AS id FROM debt WHERE contract_number = 'D-2'`,
      );
      const theCase = await app.services.cases.find(tx, row!.id);
      const { statement, lines } = await app.services.statements.current(tx, theCase.id);
      expect(statement).to.include({ version: 2, asOf: "2026-11-01" });
      expect(lines).to.have.length(6);
      expect(theCase.claimedFen).to.equal(2 * (1_200_000 + 34_560 + 10_000));
      expect(await app.services.journal.verify(tx, theCase.id)).to.equal(null);
    });
  });

  it("opens a new case when the earlier one has gone on", async () => {
    const group = aGroup();
    await open([group]);
    await app.tx((tx) =>
      rows(
        tx.manager,
        `UPDATE "case" SET stage = 'invited' WHERE borrower_id IN
        (SELECT id FROM borrower WHERE id_number = '${group.borrower.idNumber}')`,
      ),
    );
    const later = await open([{ ...group, debts: [aDebt("E-2")] }]);
    expect(later).to.deep.equal({ casesCreated: 1, debtsCreated: 1, skippedKnown: 0 });
  });

  it("creates each contract once when the same batch is imported twice at the same time", async () => {
    const groups = Array.from({ length: 20 }, () => aGroup());
    const outcomes = await Promise.all([open(groups), open(groups)]);
    expect(outcomes.map((outcome) => outcome.casesCreated).toSorted((a, b) => a - b)).to.deep.equal([0, 20]);
  });

  it("gives numbers whose check digit fits, none twice", async () => {
    await open(Array.from({ length: 30 }, () => aGroup()));
    await app.tx(async (tx) => {
      const found = await rows<{ number: string }>(tx.manager, `SELECT number FROM "case"`);
      expect(new Set(found.map((row) => row.number)).size).to.equal(found.length);
      for (const { number } of found) expect(number).to.match(/^2026-\d{7}$/);
    });
  });
});
