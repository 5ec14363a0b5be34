import { expect } from "chai";
import { Client } from "pg";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line, type Answer } from "../support/line.ts";
import { buildPeople } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

const RECOVERY_MS = 5_000;

describe("every database connection terminated at once", () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it("costs requests, not the process, and the room goes on within five seconds on the same line", async () => {
    const people = await buildPeople(app);
    const theCase = await buildRoomCase(app, people);
    const line = await Line.open(app.url, await borrowerCookie(app, theCase));
    const post = (text: string, id?: string): Promise<Answer> =>
      line.command(theCase.id, "message.post", { channel: "joint", text }, id);
    await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    const killer = new Client({
      connectionString: String(Reflect.get(app.booted.dataSource.options, "url")),
    });
    await killer.connect();
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID());
    const underWay = ids.map((id, index) => post(`句 ${index}`, id));
    const { rowCount } = await killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await killer.end();
    expect(rowCount).to.be.greaterThan(2);
    const began = performance.now();
    const answers = await Promise.all(underWay);
    for (const answer of answers) expect(answer.error?.code ?? "done").to.be.oneOf(["done", "unavailable"]);
    let late: Answer;
    do late = await post("还在");
    while (late.error && performance.now() - began < RECOVERY_MS);
    expect(late.error).to.equal(undefined);
    expect(performance.now() - began).to.be.lessThan(RECOVERY_MS);
    // What was refused is sent again; what was done although its answer was lost is not done twice.
    for (const [index, id] of ids.entries())
      expect((await post(`句 ${index}`, id)).error).to.equal(undefined);
    const { result } = await line.command(theCase.id, "room.read", { since: 0 });
    const texts = result.events.flatMap((event: { type: string; payload: { text: string } }) =>
      event.type === "message.posted" ? [event.payload.text] : [],
    );
    expect(new Set(texts).size).to.equal(texts.length);
    expect(texts).to.include.members(ids.map((_, index) => `句 ${index}`));
    line.close();
  });
});
