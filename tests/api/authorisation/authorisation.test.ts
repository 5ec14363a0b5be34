import { expect } from "chai";
import type supertest from "supertest";
import { SCOPES, type Actor, type Scope } from "../../../shared/api/roles.ts";
import { actorMay } from "../../../shared/api/scopes.ts";
import { DEMO_PASSWORD } from "../../../server/demo/index.ts";
import { allRoutes } from "../../../server/routes.ts";
import type { Route } from "../../../server/http/route.ts";
import { rows } from "../../../server/database/sql.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { borrowerCookie, CookieClient } from "../../support/roomCase.ts";
import { KeyClient } from "../../support/keyClient.ts";
import { bodies } from "./bodies.ts";
import { loadDemo } from "../../../server/demo/index.ts";
import { buildWorld, isOwn, type Thing, type World } from "./world.ts";

type Sender = Pick<CookieClient, "get" | "post" | "upload"> & {
  put(path: string, body: object): supertest.Test;
  delete(path: string): supertest.Test;
};
type Person = { name: string; actor: Actor | null; client: Sender };

/** Different stages may answer differently: so many of other people's things are tried on each route. */
const SAMPLES = 6;
const STAFF = [
  "agent1",
  "agent2",
  "approver1",
  "approver2",
  "mediator1",
  "mediator2",
  "mediator3",
  "lawyer1",
  "lawyer2",
  "admin",
];

describe("authorisation, from the route table", function () {
  this.timeout(240_000);
  let app: TestApp;
  let world: World;
  let people: Person[];
  let routes: Route[];

  before(async () => {
    // Before the clocks of the server run: they would end what the demonstration tells of months ago.
    app = await startTestApp({ prepare: async (services) => void (await loadDemo(services)) });
    world = await buildWorld(app);
    people = await everybody(app);
    routes = allRoutes(app.services);
    sampleBodies = bodies(world.terms);
  });
  after(() => app.close());

  it("has a sample body for every route that takes one", () => {
    const without = routes.filter((route) => route.body && !sampleBodies[nameOf(route)]).map(nameOf);
    expect(without.filter((name) => !name.endsWith("/confirm"))).to.deep.equal([]);
  });

  it("knows how to fill every parameter of every path", () => {
    const unknown = routes.flatMap((route) => paramsOf(route)).filter((name) => !(name in FILLERS));
    expect([...new Set(unknown)]).to.deep.equal([]);
  });

  it("turns away whoever is not signed in, except where a route says PUBLIC", async () => {
    const stranger = people.find(({ actor }) => actor === null)!;
    for (const route of routes.filter(({ permission }) => permission !== "PUBLIC")) {
      const { status } = await send(stranger, route, fill(route, world, world.things["caseId"]![0]!));
      expect(status, nameOf(route)).to.equal(401);
    }
  });

  it("refuses every role that lacks the route's permission, on its own things too", async () => {
    for (const route of routes) {
      for (const person of people) {
        if (person.actor === null || mayTry(route, person.actor)) continue;
        const thing = ownThing(route, person.actor, world);
        const { status } = await send(person, route, fill(route, world, thing));
        expect(status, `${person.name} ${nameOf(route)}`).to.equal(403);
      }
    }
  });

  it("shows nobody what belongs to others, in whatever stage it is", async () => {
    let tried = 0;
    for (const route of routes.filter(isAboutAThing)) {
      for (const person of people) {
        if (person.actor === null || !mayTry(route, person.actor)) continue;
        for (const thing of foreignThings(route, person.actor, world)) {
          const { status, text } = await send(person, route, fill(route, world, thing));
          expect(status, `${person.name} ${nameOf(route)} ${text}`).to.equal(404);
          tried += 1;
        }
      }
    }
    expect(tried).to.be.greaterThan(500);
  });

  it("opens every reading route to somebody whose thing it is", async () => {
    for (const route of routes.filter((each) => each.method === "GET" && isAboutAThing(each))) {
      expect(await somebodySucceeds(route), nameOf(route)).to.equal(true);
    }
  });

  async function somebodySucceeds(route: Route): Promise<boolean> {
    for (const person of people) {
      const { actor } = person;
      if (actor === null || !mayTry(route, actor)) continue;
      for (const thing of thingsFor(route, world).filter((each) => isOwn(actor, each))) {
        if ((await send(person, route, fill(route, world, thing))).status === 200) return true;
      }
    }
    return false;
  }

  it("lists to each only their own", async () => {
    for (const route of routes.filter((each) => each.kind === "query" && paramsOf(each).length === 0)) {
      for (const person of people) {
        const { actor } = person;
        if (actor === null || !mayTry(route, actor)) continue;
        const { status, text } = await send(person, route, route.path);
        expect(status, `${person.name} ${nameOf(route)}`).to.equal(200);
        const foreign = Object.values(world.things)
          .flat()
          .filter((thing) => !isOwn(actor, thing) && !ownElsewhere(actor, thing, world));
        const shown = foreign.filter(({ id }) => text.includes(id));
        expect(shown, `${person.name} ${nameOf(route)}`).to.deep.equal([]);
      }
    }
  });
});

/** What a path parameter is filled with, given the thing the request is about. */
const FILLERS: Record<string, (thing: Thing, world: World) => string> = {
  caseId: (thing) => thing.theCase?.id ?? thing.id,
  appointmentId: (thing) => thing.id,
  offerId: (thing) => thing.id,
  recordId: (thing) => thing.id,
  factId: (thing) => thing.id,
  minutesId: (thing) => thing.id,
  draftId: (thing) => thing.id,
  proposalId: (thing) => thing.id,
  sessionId: (thing) => thing.id,
  agreementId: (thing) => thing.id,
  representativeId: (thing) => thing.id,
  mediatorId: (thing) => thing.theCase?.mediatorId ?? thing.id,
  authorityId: (thing) => thing.id,
  page: () => "1",
  exhibitId: (thing) => thing.id,
  escalationId: (thing) => thing.id,
  importId: (thing) => thing.id,
  keyId: (thing) => thing.id,
  endpointId: (thing) => thing.id,
  deliveryId: (thing) => thing.id,
  lineId: (thing, world) => world.lines.get(thing.theCase?.id ?? "") ?? thing.id,
  debtId: (thing, world) => world.debts.get(thing.theCase?.id ?? "") ?? thing.id,
  contactId: (thing) => thing.id,
  memberId: (thing, world) => world.members.get(thing.theCase?.id ?? "") ?? thing.id,
  messageId: (thing) => thing.id,
  requestId: (thing) => thing.id,
  reportId: (thing) => thing.id,
  key: () => "earnings",
  version: () => "0",
  code: () => "AAAA-AAAA-AAAA",
  channel: () => "joint",
};

function nameOf(route: Route): string {
  return `${route.method} ${route.path}`;
}

function paramsOf(route: Route): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
}

function isAboutAThing(route: Route): boolean {
  return thingKey(route) !== null;
}

/** Ids that name a part of the thing the request is about. */
const INNER: readonly string[] = ["lineId", "memberId", "debtId"];

function thingKey(route: Route): string | null {
  return paramsOf(route).find((name) => name.endsWith("Id") && !INNER.includes(name)) ?? null;
}

function mayTry(route: Route, actor: Actor): boolean {
  if (route.permission === "PUBLIC" || route.permission === "SIGNED_IN") return true;
  return actorMay(actor, route.permission);
}

function thingsFor(route: Route, world: World): Thing[] {
  return world.things[thingKey(route) ?? "caseId"] ?? [];
}

function ownThing(route: Route, actor: Actor, world: World): Thing {
  const things = thingsFor(route, world);
  return things.find((thing) => isOwn(actor, thing)) ?? things[0]!;
}

function foreignThings(route: Route, actor: Actor, world: World): Thing[] {
  const foreign = thingsFor(route, world).filter((thing) => !isOwn(actor, thing));
  const step = Math.max(1, Math.floor(foreign.length / SAMPLES));
  return foreign.filter((_, place) => place % step === 0).slice(0, SAMPLES);
}

/** A list may name a case that reached the person by another way, such as a packet or an appointment. */
function ownElsewhere(actor: Actor, thing: Thing, world: World): boolean {
  const caseId = thing.theCase?.id;
  return Object.values(world.things)
    .flat()
    .some((other) => other.theCase?.id === caseId && caseId !== undefined && isOwn(actor, other));
}

function fill(route: Route, world: World, thing: Thing): string {
  return route.path.replaceAll(/:(\w+)/g, (_, name: string) => FILLERS[name]!(thing, world));
}

/** Bodies go with writes; uploads send a form without a file, which the handler looks at after the row. */
async function send(person: Person, route: Route, path: string): Promise<{ status: number; text: string }> {
  const body = bodyFor(route);
  const { client } = person;
  const answer =
    route.method === "GET"
      ? await client.get(path)
      : route.method === "PUT"
        ? await client.put(path, body)
        : route.method === "DELETE"
          ? await client.delete(path)
          : await client.post(path, body);
  return { status: answer.status, text: answer.text ?? "" };
}

let sampleBodies: Record<string, object> = {};
function bodyFor(route: Route): object {
  return sampleBodies[nameOf(route)] ?? {};
}

async function everybody(app: TestApp): Promise<Person[]> {
  const stranger: Person = { name: "a stranger", actor: null, client: await app.visitor() };
  const staff = await Promise.all(
    STAFF.map(async (username): Promise<Person> => {
      const client = await app.signIn(username, DEMO_PASSWORD);
      return { name: username, actor: await staffActor(app, username), client };
    }),
  );
  const systems = [
    await system(app, "agent1", "a system of platform 1", SCOPES),
    await system(app, "agent2", "a system that reads agreements", ["agreements:read"]),
  ];
  return [stranger, ...staff, ...systems, ...(await borrowers(app)), ...(await representatives(app))];
}

async function staffActor(app: TestApp, username: string): Promise<Actor> {
  const [staff] = await app.tx(({ manager }) =>
    rows<{ id: string }>(manager, "SELECT id FROM staff WHERE username = $1", [username]),
  );
  return (await app.services.accounts.loadActor({ kind: "staff", staffId: staff!.id, epoch: 0 }))!;
}

/** The software of somebody's platform, with a key instead of a session. */
async function system(
  app: TestApp,
  colleague: string,
  name: string,
  scopes: readonly Scope[],
): Promise<Person> {
  const approver = await staffActor(app, colleague);
  const input = { name, scopes: [...scopes], expiresInDays: 1 };
  const { key } = await app.tx((tx) => app.services.apiKeys.create(tx, approver, input));
  const actor = await app.services.keyAccounts.loadActor(key);
  return { name, actor, client: new KeyClient(app.url, key) };
}

/** Somebody who acts for a borrower. */
async function representatives(app: TestApp): Promise<Person[]> {
  const [found] = await app.tx(({ manager }) =>
    rows<{ id: string; caseId: string }>(
      manager,
      `SELECT id, case_id AS "caseId" FROM representative WHERE status = 'accepted' ORDER BY named_at LIMIT 1`,
    ),
  );
  const { id, caseId } = found!;
  const theCase = await app.tx((tx) => app.services.cases.find(tx, caseId));
  const client = await CookieClient.open(app, await borrowerCookie(app, theCase, id));
  const { borrowerId } = theCase;
  const actor = await app.services.accounts.loadActor({
    kind: "borrower",
    borrowerId,
    caseId,
    representativeId: id,
  });
  return [{ name: "a representative", actor, client }];
}

/** Two borrowers, each with a session for one case. */
async function borrowers(app: TestApp): Promise<Person[]> {
  const found = await app.tx(({ manager }) =>
    rows<{ id: string }>(
      manager,
      `SELECT id FROM "case" WHERE stage IN ('negotiating', 'performing') ORDER BY number`,
    ),
  );
  return await Promise.all(
    [found[0]!, found.at(-1)!].map(async ({ id }, place): Promise<Person> => {
      const theCase = await app.tx((tx) => app.services.cases.find(tx, id));
      const client = await CookieClient.open(app, await borrowerCookie(app, theCase));
      const actor: Actor = { kind: "borrower", borrowerId: theCase.borrowerId, caseId: id, name: "借款人" };
      return { name: `borrower ${place + 1}`, actor, client };
    }),
  );
}
