import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, type CookieClient } from "../support/roomCase.ts";
import { borrowerClient } from "../support/settlement.ts";

/** A Monday, 10:00 in Shanghai. */
const START = "2026-11-02T02:00:00.000Z";
const [TUESDAY, WEDNESDAY, THURSDAY] = [
  "2026-11-03T02:00:00.000Z",
  "2026-11-04T07:00:00.000Z",
  "2026-11-05T11:00:00.000Z",
] as const;
const TIMES = [TUESDAY, WEDNESDAY, THURSDAY];

type Who = Client | CookieClient;

describe("a live session", function () {
  this.timeout(60_000);
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let agent: Client;
  let mediator: Client;

  before(async function () {
    this.timeout(120_000);
    app = await startTestApp();
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  });
  after(() => app.close());
  beforeEach(async () => {
    app.clock.set(START);
    theCase = await buildRoomCase(app, people);
    borrower = await borrowerClient(app, theCase);
  });

  const path = () => `/api/cases/${theCase.id}/sessions`;
  const list = async (who: Who) => (await who.get(path()).expect(200)).body;
  const newest = async (who: Who) => (await list(who)).items[0];
  const offer = async (times: readonly string[] = TIMES, minutes = 60) =>
    (await mediator.post(path(), { times, minutes }).expect(201)).body;
  const fixed = async (startsAt: string = WEDNESDAY) => {
    const { id, version } = await offer();
    return (await mediator.post(`/api/sessions/${id}/time`, { startsAt, version }).expect(200)).body;
  };
  const act = async (id: string, what: string, body: object = {}) =>
    (await mediator.post(`/api/sessions/${id}/${what}`, body).expect(200)).body;
  const running = async () => {
    const { id } = await fixed();
    await act(id, "lobby");
    return await act(id, "start");
  };
  const events = async (who: Who) => {
    await who.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES }).expect(200);
    const { body } = await who.get(`/api/cases/${theCase.id}/room/events`).expect(200);
    return body.events as { type: string; payload: Record<string, unknown>; n: number }[];
  };

  it("gets its time from what both sides tick, and proposes the first that suits both", async () => {
    const { id, version } = await offer();
    const tick = (who: Who, times: string[]) => who.put(`/api/sessions/${id}/ticks`, { times });
    await tick(borrower, [WEDNESDAY, THURSDAY]).expect(200);
    expect((await newest(mediator)).ticks).to.deep.include({ platform: null, suggested: null });
    await tick(agent, TIMES).expect(200);
    const { ticks } = await newest(mediator);
    expect(ticks.suggested).to.equal(WEDNESDAY);
    expect(ticks.borrower).to.deep.include({ times: [WEDNESDAY, THURSDAY], byName: "张小伟" });
    // The last word counts, and ticking does not get in the mediator's way.
    await tick(agent, [THURSDAY]).expect(200);
    expect((await newest(mediator)).ticks.suggested).to.equal(THURSDAY);
    const set = await mediator.post(`/api/sessions/${id}/time`, { startsAt: THURSDAY, version }).expect(200);
    expect(set.body).to.include({ status: "scheduled", startsAt: THURSDAY });
    await tick(agent, TIMES).expect(409);
    expect(set.body).not.to.have.property("ticks");
  });

  it("is arranged by the mediator, ticked by the sides, and there is one at a time", async () => {
    for (const who of [agent, borrower]) await who.post(path(), { times: TIMES, minutes: 60 }).expect(403);
    const { id, version } = await offer();
    await mediator.put(`/api/sessions/${id}/ticks`, { times: [] }).expect(403);
    const { body } = await mediator.post(path(), { times: TIMES, minutes: 60 }).expect(409);
    expect(body.code).to.equal("session_open");
    await mediator.post(`/api/sessions/${id}/time`, { startsAt: TUESDAY, version: version + 1 }).expect(409);
    const later = "2026-11-09T02:00:00.000Z";
    for (const [to, startsAt] of [
      ["time", later],
      ["ticks", later],
    ] as const) {
      const answer =
        to === "time"
          ? await mediator.post(`/api/sessions/${id}/time`, { startsAt, version })
          : await agent.put(`/api/sessions/${id}/ticks`, { times: [startsAt] });
      expect(answer.status, to).to.equal(400);
      expect(answer.body.errors[0].code).to.equal("not_offered");
    }
    for (const wrong of [
      "2026-11-02T01:00:00.000Z",
      "2026-11-03T15:00:00.000Z",
      "2026-11-03T02:07:00.000Z",
    ]) {
      const refused = await mediator.put(`/api/sessions/${id}/times`, {
        times: [wrong],
        minutes: 60,
        version,
      });
      expect(refused.status, wrong).to.equal(400);
    }
    await agent.put(`/api/sessions/${id}/ticks`, { times: [TUESDAY] }).expect(200);
    const again = { times: [later], minutes: 30, version };
    expect((await mediator.put(`/api/sessions/${id}/times`, again).expect(200)).body.ticks.platform).to.equal(
      null,
    );
  });

  it("keeps each side's ticks from the other: list, stream, numbers and versions are the same without them", async () => {
    const { id } = await offer();
    await events(agent);
    const before = { list: await list(agent), events: await events(agent) };
    for (const times of [[THURSDAY], [], [TUESDAY, THURSDAY]]) {
      await borrower.put(`/api/sessions/${id}/ticks`, { times }).expect(200);
      expect(await list(agent)).to.deep.equal(before.list);
      expect(await events(agent)).to.deep.equal(before.events);
    }
    const own = (await events(borrower)).filter(({ type }) => type === "session.ticked");
    expect(own.map(({ payload }) => payload["times"])).to.deep.equal([[THURSDAY], [], [TUESDAY, THURSDAY]]);
    const { body: record } = await (await app.signIn("admin")).get(`/api/cases/${theCase.id}/journal`);
    expect(JSON.stringify(record)).not.to.include("session.ticked");
    // Not afterwards either.
    const { version } = await newest(mediator);
    await mediator.post(`/api/sessions/${id}/time`, { startsAt: TUESDAY, version }).expect(200);
    expect(JSON.stringify(await newest(agent))).not.to.include("张小伟");
  });

  it("has a lobby, phases, a clock that stands during adjournments, and an end", async () => {
    const { id } = await fixed();
    await mediator.post(`/api/sessions/${id}/start`).expect(409);
    await act(id, "lobby");
    const started = await act(id, "start");
    expect(started).to.include({
      status: "running",
      phase: "opening",
      plannedEnd: "2026-11-02T03:00:00.000Z",
    });
    await mediator.put(`/api/sessions/${id}/phase`, { phase: "facts" }).expect(200);
    await mediator.put(`/api/sessions/${id}/phase`, { phase: "facts" }).expect(409);
    await agent.put(`/api/sessions/${id}/phase`, { phase: "closing" }).expect(403);
    app.clock.advance(20 * 60_000);
    const resumesAt = "2026-11-02T02:45:00.000Z";
    expect(await act(id, "adjournment", { reason: "break", resumesAt })).to.include({
      status: "adjourned",
      elapsedSeconds: 1200,
      runningSince: null,
      resumesAt,
    });
    app.clock.advance(3_600_000);
    expect(await act(id, "resumption")).to.include({ status: "running", elapsedSeconds: 1200 });
    app.clock.advance(600_000);
    expect(await act(id, "end")).to.include({ status: "ended", elapsedSeconds: 1800 });
    await mediator.post(`/api/sessions/${id}/cancellation`, { reason: "technical" }).expect(409);
    const kinds = (await events(borrower))
      .map(({ type }) => type)
      .filter((type) => type.startsWith("session."));
    expect(kinds).to.deep.equal([
      "session.offered",
      "session.scheduled",
      "session.lobbyOpened",
      "session.started",
      "session.phase",
      "session.phase",
      "session.adjourned",
      "session.resumed",
      "session.ended",
    ]);
  });

  it("records who is there while it runs, by their seats, and the mediator confirms it", async () => {
    const open = async (cookie: string) => {
      const line = await Line.open(app.url, cookie);
      const joined = await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
      expect(joined.error).to.equal(undefined);
      return line;
    };
    const phone = await open(await borrowerCookie(app, theCase));
    const cockpit = await open(mediator.cookie());
    const { id } = await running();
    await cockpit.until(() => cockpit.events.filter(({ type }) => type === "session.joined").length === 2);
    const platform = await open(agent.cookie());
    await cockpit.until(() => cockpit.events.filter(({ type }) => type === "session.joined").length === 3);
    app.clock.advance(600_000);
    const { attendance } = app.services.sessions;
    phone.close();
    await cockpit.until(() => cockpit.presence.at(-1)?.people.some(({ online }) => !online) === true);
    await attendance.look([theCase.id]);
    app.clock.advance(50_000);
    await attendance.look([theCase.id]);
    await attendance.sweep();
    await cockpit.until(() => cockpit.events.some(({ type }) => type === "session.left"));
    app.clock.advance(10_000);
    const ended = await act(id, "end");
    const seconds = Object.fromEntries(
      ended.attendance.map((one: { name: string; seconds: number }) => [one.name, one.seconds]),
    );
    expect(seconds).to.deep.equal({ 张小伟: 0, 调解员周: 660, 专员陈: 660 });
    const present = ended.attendance
      .filter(({ party }: { party: string }) => party !== "borrower")
      .map(({ memberId }: { memberId: string }) => memberId);
    const to = `/api/sessions/${id}/attendance`;
    await mediator.put(to, { present: ["01900000-0000-7000-8000-000000000000"] }).expect(400);
    const { body } = await mediator.put(to, { present }).expect(200);
    expect(body.attendance.map((one: { present: boolean }) => one.present)).to.have.members([
      false,
      true,
      true,
    ]);
    for (const line of [cockpit, platform]) line.close();
  });

  it("tells the borrower by notices that say nothing of a debt, with a calendar entry by mail", async () => {
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE borrower SET email = 'zhang@example.com' WHERE id = $1`, [theCase.borrowerId]),
    );
    await app.tx((tx) =>
      rows(
        tx.manager,
        `INSERT INTO invitation (id, case_id, code, issued_at, expires_at, identified_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $3::timestamptz + interval '30 days', $3)`,
        [
          theCase.id,
          theCase.id
            .replace(/[^2-9a-f]/g, "2")
            .toUpperCase()
            .slice(-12),
          app.clock.now(),
        ],
      ),
    );
    const notices = async () => {
      await app.services.outreach.noticeWriter.catchUp();
      return await app.tx((tx) =>
        rows<{ kind: string; channel: string; body: string; calendar: string | null; status: string }>(
          tx.manager,
          `SELECT kind, channel, body, calendar, status FROM notice WHERE case_id = $1 AND kind LIKE 'session_%'
           ORDER BY created_at, id`,
          [theCase.id],
        ),
      );
    };
    const { id } = await fixed();
    await notices();
    app.clock.set("2026-11-03T07:30:00.000Z");
    await app.services.sessions.clock.run();
    await app.services.sessions.clock.run();
    app.clock.set("2026-11-04T06:10:00.000Z");
    await app.services.sessions.clock.run();
    app.clock.set("2026-11-04T06:46:00.000Z");
    await app.services.sessions.clock.run();
    expect((await newest(borrower)).status).to.equal("lobby");
    const { version } = await newest(mediator);
    await mediator.put(`/api/sessions/${id}/time`, { startsAt: THURSDAY, minutes: 45, version }).expect(200);
    await notices();
    await act(id, "cancellation", { reason: "unavailable" });
    const written = await notices();
    const mails = written.filter(({ channel }) => channel === "email");
    expect(mails.map(({ kind }) => kind)).to.deep.equal([
      "session_times",
      "session_invitation",
      "session_reminder",
      "session_reminder",
      "session_invitation",
      "session_cancelled",
    ]);
    expect(mails.map(({ calendar }) => calendar !== null)).to.deep.equal([
      false,
      true,
      false,
      false,
      true,
      true,
    ]);
    for (const { body, calendar } of written) {
      expect(body + (calendar ?? "")).not.to.match(/欠|债|借|贷|逾期|还款|星汇|debt|loan|owe|borrower/i);
      if (calendar !== null) expect(calendar).not.to.match(/调解|纠纷|张|mediation/i);
    }
    const sequences = mails.flatMap(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar ?? "")?.[1] ?? []);
    expect(sequences).to.deep.equal(["1", "2", "3"]);
  });

  it("that nobody began was not held, and one whose case has left mediation is over", async () => {
    await fixed();
    app.clock.set("2026-11-04T19:01:00.000Z");
    await app.services.sessions.clock.run();
    expect(await newest(borrower)).to.include({ status: "cancelled", reason: "not_held" });
    app.clock.set(START);
    const { id } = await running();
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE "case" SET stage = 'terminated' WHERE id = $1`, [theCase.id]),
    );
    await app.services.sessions.clock.run();
    expect((await newest(mediator)).id).to.equal(id);
    expect((await newest(mediator)).status).to.equal("ended");
  });

  it("is not begun while the case is paused, but can be called off", async () => {
    const { id } = await fixed();
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE "case" SET paused_at = $2 WHERE id = $1`, [theCase.id, app.clock.now()]),
    );
    const { body } = await mediator.post(`/api/sessions/${id}/lobby`).expect(409);
    expect(body.code).to.equal("case_paused");
    expect((await newest(mediator)).abilities).to.deep.equal(["cancel"]);
    await act(id, "cancellation", { reason: "not_needed" });
  });
});
