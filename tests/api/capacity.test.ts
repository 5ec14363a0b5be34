import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { draftOf, lineOf, SECTIONS_ANSWERED } from "../support/capacity.ts";
import { addExhibit, photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase, type CookieClient } from "../support/roomCase.ts";
import { borrowerClient } from "../support/settlement.ts";

describe("ability to pay over the interface", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let mediator: Client;
  let path: string;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people, { stage: "preparing" });
    borrower = await borrowerClient(app, theCase);
    path = `/api/cases/${theCase.id}/capacity`;
  });
  after(() => app.close());

  const handIn = async (draft = draftOf(0)) => {
    const saved = await borrower.put(path, draft).expect(200);
    return await borrower.post(`${path}/submission`, { version: saved.body.version }).expect(200);
  };
  const types = async (party: "borrower" | "platform" | "mediator") =>
    await app.tx(async (tx) =>
      (await app.services.journal.stream(tx, theCase.id, party, 0, 200)).map(({ type }) => type),
    );

  describe("the borrower", () => {
    it("begins with nothing and keeps what was typed, however little", async () => {
      const nothing = await borrower.get(path).expect(200);
      expect(nothing.body).to.deep.include({ version: 0, submitted: null, shared: null, changed: false });
      expect(nothing.body.abilities).to.deep.equal(["save", "submit"]);
      const little = draftOf(0, {
        householdSize: null,
        sections: { ...SECTIONS_ANSWERED, income: "open", savings: "skipped" },
        lines: [lineOf("earnings", 0, { amountFen: null, unsure: true })],
      });
      const saved = await borrower.put(path, little).expect(200);
      expect(saved.body.version).to.equal(1);
      const back = await borrower.get(path).expect(200);
      const { version: _version, ...typed } = little as { version: number };
      expect(back.body.draft).to.deep.equal(typed);
      expect(await types("borrower")).to.not.include("capacity.submitted");
    });

    it("does not overwrite what was typed on another screen", async () => {
      await borrower.put(path, draftOf(0)).expect(200);
      const late = await borrower.put(path, draftOf(0, { householdSize: 3 })).expect(409);
      expect(late.body.code).to.equal("version_conflict");
      await borrower.post(`${path}/submission`, { version: 0 }).expect(409);
      expect((await borrower.get(path)).body.draft.householdSize).to.equal(1);
    });

    it("gets the figure with its steps when it is handed in", async () => {
      const { body } = await handIn();
      const { assessment, version } = body.submitted;
      expect(version).to.equal(1);
      expect(assessment.months).to.have.length(12);
      // 6,000 less 20 % for want of proof; 2,700 to live on; 5 % of 4,800 kept back; at most half of 4,800.
      expect(assessment.worst).to.deep.include({
        month: "2026-12",
        haircutFen: 120_000,
        essentialsFen: 270_000,
        bufferFen: 24_000,
        leftFen: 186_000,
        capFen: 240_000,
        capacityFen: 186_000,
      });
      expect(assessment.provisional).to.deep.equal(["floor_not_set", "income_unverified"]);
      expect(body.changed).to.equal(false);
      expect(await types("borrower")).to.include("capacity.submitted");
    });

    it("is told what is missing before handing in", async () => {
      const empty = await borrower.post(`${path}/submission`, { version: 0 }).expect(422);
      expect(empty.body.errors.map((error: { pointer: string }) => error.pointer)).to.deep.equal([
        "/householdSize",
        "/sections/income",
      ]);
    });

    it("with nothing left is pointed to help and never to a plan", async () => {
      const { body } = await handIn(
        draftOf(0, { lines: [lineOf("earnings", 2_000), lineOf("home", 2_500)] }),
      );
      expect(body.submitted.assessment).to.deep.include({ advice: "referral", averageFen: 0 });
    });

    for (const [what, wrong, pointer] of [
      ["a negative amount", { lines: [lineOf("earnings", -1)] }, "/lines/0/amountFen"],
      ["half a fen", { lines: [lineOf("earnings", 0.005)] }, "/lines/0/amountFen"],
      ["an amount beyond reason", { lines: [lineOf("earnings", 100_000_001)] }, "/lines/0/amountFen"],
      [
        "no amount without being unsure",
        { lines: [lineOf("home", 1, { amountFen: null })] },
        "/lines/0/amountFen",
      ],
      ["an amount as text", { lines: [lineOf("home", 1, { amountFen: "100" })] }, "/lines/0/amountFen"],
      ["a line that does not exist", { lines: [{ key: "lottery", amountFen: 1 }] }, "/lines/0/key"],
      ["a line twice", { lines: [lineOf("home", 1), lineOf("home", 2)] }, "/lines/1"],
      ["a month that does not exist", { lines: [lineOf("home", 1, { months: [0] })] }, "/lines/0/months/0"],
      ["no month at all", { lines: [lineOf("home", 1, { months: [] })] }, "/lines/0/months"],
      [
        "an evidence of one's own",
        { lines: [lineOf("home", 1, { evidence: "verified" })] },
        "/lines/0/evidence",
      ],
      ["nobody in the household", { householdSize: 0 }, "/householdSize"],
      ["a section left out", { sections: { income: "answered" } }, "/sections/fixed"],
    ] as const)
      it(`is told where ${what} stands`, async () => {
        const { body } = await borrower.put(path, draftOf(0, wrong)).expect(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).to.include(pointer);
        expect((await borrower.get(path)).body.version).to.equal(0);
      });

    it("names only documents of this case that both may read", async () => {
      const { body: own } = await addExhibit(
        borrower,
        theCase.id,
        { bytes: await photo(21) },
        {
          audience: JSON.stringify(["borrower", "mediator"]),
          disclosure: "without_prejudice",
        },
      ).expect(201);
      const mine = { audience: JSON.stringify(["mediator"]), disclosure: "mediator_private" };
      const { body: hidden } = await addExhibit(
        mediator,
        theCase.id,
        { bytes: await photo(22) },
        mine,
      ).expect(201);
      const naming = (exhibitId: string) =>
        borrower.put(path, draftOf(0, { lines: [lineOf("earnings", 6_000, { exhibitId })] }));
      const refused = await naming(hidden.id).expect(422);
      expect(refused.body.errors[0].pointer).to.equal("/lines/0/exhibitId");
      const saved = await naming(own.id).expect(200);
      const { body } = await borrower.post(`${path}/submission`, { version: saved.body.version }).expect(200);
      expect(body.submitted.statement.lines[0].evidence).to.equal("evidenced");
      const verdict = { version: 1, evidence: "verified", exhibitId: hidden.id };
      await mediator.post(`${path}/lines/earnings/verification`, verdict).expect(422);
    });

    it("cannot change it once the case has ended, and in a pause only fills in", async () => {
      const ended = await buildRoomCase(app, people, { stage: "terminated" });
      const late = await borrowerClient(app, ended);
      await late.put(`/api/cases/${ended.id}/capacity`, draftOf(0)).expect(409);
      const paused = await buildRoomCase(app, people, { stage: "negotiating", paused: true });
      const resting = await borrowerClient(app, paused);
      await resting.put(`/api/cases/${paused.id}/capacity`, draftOf(0)).expect(200);
      const { body } = await resting
        .post(`/api/cases/${paused.id}/capacity/submission`, { version: 1 })
        .expect(409);
      expect(body.code).to.equal("case_paused");
    });
  });

  describe("the mediator", () => {
    it("sees nothing of what is still being typed", async () => {
      await borrower.put(path, draftOf(0)).expect(200);
      const { body } = await mediator.get(path).expect(200);
      expect(body).to.deep.equal({ caseId: theCase.id, submitted: null, shared: null, abilities: [] });
      await mediator
        .post(`${path}/lines/earnings/verification`, { version: 0, evidence: "verified" })
        .expect(404);
    });

    it("verifies line by line, and the figure follows", async () => {
      await handIn();
      const verdict = { version: 1, evidence: "verified", remark: "近三个月流水一致" };
      const { body } = await mediator.post(`${path}/lines/earnings/verification`, verdict).expect(200);
      expect(body.submitted.statement.lines[0]).to.include({
        evidence: "verified",
        remark: "近三个月流水一致",
      });
      // In full now: 6,000 less 2,700 and 5 %, which is 3,000; the cap is 3,000.
      expect(body.submitted.assessment.worst).to.include({
        haircutFen: 0,
        leftFen: 300_000,
        capacityFen: 300_000,
      });
      const seen = await borrower.get(path).expect(200);
      expect(seen.body.submitted).to.deep.equal(body.submitted);
      await mediator.post(`${path}/lines/water/verification`, verdict).expect(404);
      await mediator.post(`${path}/lines/lottery/verification`, verdict).expect(400);
    });

    it("verifies what they have before them, not what came after", async () => {
      await handIn();
      await mediator
        .post(`${path}/lines/home/verification`, { version: 1, evidence: "evidenced" })
        .expect(200);
      const { body } = await handIn(
        draftOf(1, { lines: [lineOf("earnings", 6_000), lineOf("home", 1_800)] }),
      );
      const [earnings, home] = body.submitted.statement.lines;
      expect([body.submitted.version, earnings.evidence, home.evidence]).to.deep.equal([
        2,
        "stated",
        "stated",
      ]);
      await mediator
        .post(`${path}/lines/home/verification`, { version: 1, evidence: "verified" })
        .expect(409);
    });

    it("cannot fill in, and the borrower cannot verify", async () => {
      await handIn();
      await mediator.put(path, draftOf(1)).expect(403);
      await mediator.post(`${path}/submission`, { version: 1 }).expect(403);
      await mediator.post(`${path}/sharing`, { perMonthFen: 186_000 }).expect(403);
      await borrower
        .post(`${path}/lines/earnings/verification`, { version: 1, evidence: "verified" })
        .expect(403);
    });
  });

  describe("everybody else", () => {
    it("cannot tell whether there is a statement", async () => {
      const names = ["agent", "approver", "admin", "lawyer", "otherAgent"];
      const outsiders = await Promise.all(names.map((name) => app.signIn(name)));
      const otherMediator = await app.signIn("otherMediator");
      const otherBorrower = await borrowerClient(
        app,
        await buildRoomCase(app, people, { stage: "preparing" }),
      );
      const ask = async () => {
        const answers = [];
        for (const client of [...outsiders, otherMediator, otherBorrower]) {
          const { status, body } = await client.get(path);
          answers.push([status, body.code, body.detail]);
        }
        return answers;
      };
      const before = await ask();
      expect(before.map(([status]) => status)).to.deep.equal([403, 403, 403, 403, 403, 404, 404]);
      await handIn();
      expect(await ask()).to.deep.equal(before);
      await otherMediator
        .post(`${path}/lines/home/verification`, { version: 1, evidence: "verified" })
        .expect(404);
      await otherBorrower.put(path, draftOf(1)).expect(404);
    });

    it("on the platform's side read the same byte for byte, whatever is handed in and verified", async () => {
      const agent = await app.signIn("agent");
      const seen = async () => [
        (await agent.get(`/api/cases/${theCase.id}`).expect(200)).text,
        (await agent.get(`/api/cases/${theCase.id}/timeline`).expect(200)).text,
        (await agent.get(`/api/cases/${theCase.id}/room`).expect(200)).text,
        (await agent.get(`/api/cases/${theCase.id}/terms-basis`).expect(200)).text,
      ];
      const before = await seen();
      await handIn();
      await mediator
        .post(`${path}/lines/earnings/verification`, { version: 1, evidence: "verified", remark: "月入六千" })
        .expect(200);
      expect(await seen()).to.deep.equal(before);
    });

    it("in the office see that something was written, and not what", async () => {
      await handIn();
      const admin = await app.signIn("admin");
      const { text, body } = await admin.get(`/api/cases/${theCase.id}/timeline`).expect(200);
      expect(text).to.not.include("capacity");
      expect(body.items.at(-1)).to.include({ type: "sealed", payload: null });
    });

    it("never find an amount in the journal", async () => {
      await handIn(draftOf(0, { lines: [lineOf("earnings", 98_765, { note: "奖金在内" })] }));
      await mediator
        .post(`${path}/lines/earnings/verification`, {
          version: 1,
          evidence: "evidenced",
          remark: "流水 98765",
        })
        .expect(200);
      const events = await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 200));
      const own = events.filter(({ type }) => type.startsWith("capacity."));
      expect(own.map(({ payload }) => payload)).to.deep.equal([
        { version: 1 },
        { key: "earnings", evidence: "evidenced" },
      ]);
      for (const { audience, disclosure } of own)
        expect({ audience, disclosure }).to.deep.equal({
          audience: ["borrower", "mediator"],
          disclosure: "without_prejudice",
        });
    });
  });

  describe("sharing the one figure", () => {
    it("is the borrower's choice and tells the figure alone", async () => {
      await handIn();
      const wrong = await borrower.post(`${path}/sharing`, { perMonthFen: 200_000 }).expect(409);
      expect(wrong.body.code).to.equal("version_conflict");
      const { body } = await borrower.post(`${path}/sharing`, { perMonthFen: 186_000 }).expect(200);
      expect(body.shared.perMonthFen).to.equal(186_000);
      const stream = await app.tx((tx) => app.services.journal.stream(tx, theCase.id, "platform", 0, 200));
      const shared = stream.filter(({ type }) => type.startsWith("capacity."));
      expect(shared.map(({ type, payload, disclosure }) => ({ type, payload, disclosure }))).to.deep.equal([
        { type: "capacity.shared", payload: { perMonthFen: 186_000 }, disclosure: "without_prejudice" },
      ]);
    });

    it("needs a statement that was handed in, and a room to share it in", async () => {
      await borrower.post(`${path}/sharing`, { perMonthFen: 0 }).expect(404);
      const invited = await buildRoomCase(app, people, { stage: "invited" });
      const early = await borrowerClient(app, invited);
      await early.put(`/api/cases/${invited.id}/capacity`, draftOf(0)).expect(200);
      await early.post(`/api/cases/${invited.id}/capacity/submission`, { version: 1 }).expect(200);
      await early.post(`/api/cases/${invited.id}/capacity/sharing`, { perMonthFen: 186_000 }).expect(409);
    });
  });

  describe("living floors", () => {
    const floor = {
      region: "杭州市",
      from: "2026-01-01",
      perPersonFen: 300_000,
      source: "杭民发〔2026〕1号",
    };

    it("are entered by the administrator, none being there before, and hold in every case", async () => {
      const admin = await app.signIn("admin");
      const { body } = await handIn(draftOf(0, { region: "杭州市" }));
      expect([body.submitted.assessment.floor, body.submitted.assessment.worst.floorFen]).to.deep.equal([
        null,
        null,
      ]);
      expect((await borrower.get("/api/living-floors").expect(200)).body.items).to.deep.equal([]);

      await admin.put("/api/living-floors", { ...floor, perPersonFen: 1 }).expect(200);
      const { body: set } = await admin.put("/api/living-floors", floor).expect(200);
      expect(set.items).to.deep.equal([floor]);
      const { assessment } = (await borrower.get(path).expect(200)).body.submitted;
      expect(assessment.floor).to.deep.equal(floor);
      expect(assessment.worst).to.include({
        floorFen: 300_000,
        essentialsFen: 300_000,
        capacityFen: 156_000,
      });
      expect(assessment.provisional).to.deep.equal(["income_unverified"]);
    });

    it("are nobody else's to enter, and take no nonsense", async () => {
      for (const name of ["mediator", "agent", "lawyer"])
        await (await app.signIn(name)).put("/api/living-floors", floor).expect(403);
      await (await app.signIn("agent")).get("/api/living-floors").expect(403);
      await borrower.put("/api/living-floors", floor).expect(403);
      const admin = await app.signIn("admin");
      for (const [wrong, pointer] of [
        [{ from: "2026-02-30" }, "/from"],
        [{ perPersonFen: 0 }, "/perPersonFen"],
        [{ source: " " }, "/source"],
        [{ region: "" }, "/region"],
      ] as const) {
        const { body } = await admin.put("/api/living-floors", { ...floor, ...wrong }).expect(400);
        expect(body.errors[0].pointer).to.equal(pointer);
      }
    });
  });
});
