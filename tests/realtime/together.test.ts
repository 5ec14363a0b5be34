import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { rows } from "../../server/database/sql.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line, type Answer } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("messages that arrive together", () => {
  let app: TestApp;
  let people: People;
  const lines: Line[] = [];

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
  });
  after(() => app.close());
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  async function seated(theCase: Case): Promise<Line> {
    const line = await Line.open(app.url, await borrowerCookie(app, theCase));
    lines.push(line);
    await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    return line;
  }

  const say = (line: Line, caseId: string, text: string, id?: string): Promise<Answer> =>
    line.command(caseId, "message.post", { channel: "joint", text }, id);

  const textsOf = (line: Line): string[] =>
    line.events.flatMap(({ payload }) => ("text" in payload ? [payload.text] : []));

  it("are each answered, once, and keep the order of their writer", async () => {
    const theCase = await buildRoomCase(app, people);
    const line = await seated(theCase);
    const texts = Array.from({ length: 40 }, (_, index) => `第 ${index} 句`);
    const answers = await Promise.all(texts.map((text) => say(line, theCase.id, text)));
    expect(answers.map(({ error }) => error)).to.deep.equal(texts.map(() => undefined));
    await line.settle(theCase.id);
    expect(textsOf(line)).to.deep.equal(texts);
    const fault = await app.tx((tx) => app.services.journal.verify(tx, theCase.id));
    expect(fault).to.equal(null);
  });

  it("do not suffer from one among them that is refused, or was said before", async () => {
    const cases = [await buildRoomCase(app, people), await buildRoomCase(app, people)];
    const [first, second] = [await seated(cases[0]!), await seated(cases[1]!)];
    const id = randomUUID();
    const said = await say(first, cases[0]!.id, "先说的", id);
    const answers = await Promise.all([
      say(second, cases[1]!.id, "一"),
      say(first, cases[0]!.id, "先说的", id),
      say(first, cases[0]!.id, "\u0000"),
      say(first, cases[0]!.id, "另一句", id),
      say(second, cases[1]!.id, "二"),
      say(first, cases[0]!.id, "后说的"),
    ]);
    expect(answers.map(({ error }) => error?.code)).to.deep.equal([
      undefined,
      undefined,
      "validation_failed",
      "idempotency_mismatch",
      undefined,
      undefined,
    ]);
    expect(answers[1]).to.deep.equal(said);
    await Promise.all([first.settle(cases[0]!.id), second.settle(cases[1]!.id)]);
    expect(textsOf(first)).to.deep.equal(["先说的", "后说的"]);
    expect(textsOf(second)).to.deep.equal(["一", "二"]);
  });

  it("say the same id once, though it comes twice in the same moment", async () => {
    const theCase = await buildRoomCase(app, people);
    const [line, other] = [await seated(theCase), await seated(theCase)];
    const id = randomUUID();
    const answers = await Promise.all(
      [line, other, line, other].map((each) => say(each, theCase.id, "一次", id)),
    );
    for (const answer of answers) expect(answer).to.deep.equal(answers[0]);
    await line.settle(theCase.id);
    expect(textsOf(line)).to.deep.equal(["一次"]);
  });

  it("do not wait for a case that something else holds, and that case keeps its order", async () => {
    const [held, free] = [await buildRoomCase(app, people), await buildRoomCase(app, people)];
    const [waiting, going] = [await seated(held), await seated(free)];
    const answered: string[] = [];
    const mark = (name: string) => () => void answered.push(name);
    await app.tx(async (tx) => {
      await rows(tx.manager, `SELECT id FROM "case" WHERE id = $1 FOR UPDATE`, [held.id]);
      const texts = ["甲", "乙", "丙"];
      void Promise.all(texts.map((text) => say(waiting, held.id, text).then(mark(text))));
      await say(going, free.id, "不等").then(mark("不等"));
    });
    await waiting.until(() => textsOf(waiting).length === 3);
    await waiting.settle(held.id);
    expect(answered).to.deep.equal(["不等", "甲", "乙", "丙"]);
    expect(textsOf(waiting)).to.deep.equal(["甲", "乙", "丙"]);
  });
});
