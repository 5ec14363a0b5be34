import { expect } from "chai";
import { rows } from "../../../server/database/sql.ts";
import { allRoutes } from "../../../server/routes.ts";
import { readablePaths } from "../outsideView.ts";
import type { House } from "./house.ts";
import { PARTY, PEOPLE, type Person } from "./people.ts";
import { ROUND_HOURS } from "./papers.ts";
import type { Room } from "./room.ts";

const HOUR_MS = 3_600_000;
const NONE = "none";
/** A picture, a code, or the same for everybody: nothing of a room can be in it. */
const SAYS_NOTHING = /openapi|health|csrf|\.svg$|root\.pem$/;

type Papers = Record<"minutesId" | "exhibitId" | "recordId" | "agreementId", readonly string[]>;

/** Where a case goes after its schedule: papers are made of it and it ends, so that there is more to look into. */
export async function makePapers(room: Room): Promise<Papers> {
  const mediator = room.deskOf("mediator");
  const path = `/api/cases/${room.caseId}`;
  const made: Record<keyof Papers, string[]> = {
    minutesId: [],
    exhibitId: [],
    recordId: [],
    agreementId: [],
  };
  made.exhibitId.push(...room.papers.exhibitIds);
  const today = room.house.clock.now().toISOString().slice(0, 10);
  const minutes = await mediator.post(`${path}/minutes`, { firstDay: today, lastDay: today });
  if (minutes.status === 201) {
    made.minutesId.push(String(minutes.body.id));
    await mediator.post(`/api/minutes/${minutes.body.id}/laying-open`);
  }
  const record = await mediator.post(`${path}/fact-records`);
  if (record.status === 201) made.recordId.push(String(record.body.id));
  const note = room.house.secrets.add("why the mediator ended it", room.caseId, ["mediator"]);
  const ended = await mediator.post(`${path}/terminate`, { reason: "impasse", note: note.text });
  if (ended.status >= 400) note.refuse();
  const agreement = await mediator.get(`${path}/agreement`);
  if (agreement.status === 200 && agreement.body?.id) made.agreementId.push(String(agreement.body.id));
  const file = await mediator.post(`${path}/case-file`);
  if (file.status < 300) await room.house.first.services.caseFiles.caseFiles.compose(String(file.body.id));
  return made;
}

/** The rounds that are open come to their end: what was said under seal is still nobody's. */
export async function endRounds(house: House): Promise<void> {
  const now = house.clock.now().toISOString();
  house.clock.advance(ROUND_HOURS * HOUR_MS);
  await house.processes.at(-1)!.services.proposals.closing.run();
  house.clock.set(now);
}

/** Every path of a case as everybody, and what each is shown. */
export async function lookEverywhere(room: Room, papers: Papers): Promise<number> {
  const places = {
    caseId: [room.caseId],
    ...Object.fromEntries(Object.entries(papers).map(([name, ids]) => [name, ids.length > 0 ? ids : [NONE]])),
    ...Object.fromEntries(OF_OTHERS.map((name) => [name, [NONE]])),
  };
  const paths = readablePaths(allRoutes(room.house.first.services), places).filter(
    (path) => ![SAYS_NOTHING].some((one) => one.test(path)) && !path.split("/").includes(NONE),
  );
  let opened = 0;
  for (const person of PEOPLE) {
    for (const path of paths) {
      // What is not of the case is looked into once for all cases, except by who has but one.
      if (!isOfCase(path, room, papers) && person !== "borrower") continue;
      const { status, text } = await room.deskOf(person).read(path);
      expect(status, `${person} ${path} ${text}`).to.be.below(500);
      if (status === 200) opened += 1;
      room.house.secrets.look(person, text, isOfCase(path, room, papers) ? room.caseId : null, path);
    }
    await checkSealed(room, person);
  }
  return opened;
}

const OF_OTHERS = [
  "page",
  "version",
  "code",
  "authorityId",
  "escalationId",
  "sessionId",
  "deliveryId",
  "importId",
];

function isOfCase(path: string, room: Room, papers: Papers): boolean {
  return [room.caseId, ...Object.values(papers).flat()].some((id) => path.includes(id));
}

/** A side is shown its own answers, and nobody any other. */
async function checkSealed(room: Room, person: Person): Promise<void> {
  const { status, text } = await room.deskOf(person).read(`/api/cases/${room.caseId}/proposals`);
  if (status !== 200) return;
  const party = PARTY[person];
  const own =
    party === "borrower" || party === "platform" ? (room.papers.answers.get(party) ?? new Set()) : new Set();
  const shown = [...text.matchAll(/"answer":"(yes|no)"/g)].map(([, answer]) => answer);
  if (shown.some((answer) => !own.has(answer ?? ""))) {
    room.house.secrets.wrong(`${person} was shown an answer under seal that is not theirs: ${text}`);
  }
}

/** Lists, searches and exports over all cases, once for everybody who has more than one. */
export async function lookAtLists(house: House, words: readonly string[]): Promise<void> {
  const paths = allRoutes(house.first.services)
    .filter(({ method, path }) => method === "GET" && !path.includes(":") && !SAYS_NOTHING.test(path))
    .map(({ path }) => path);
  const searches = words.map((word) => `/api/cases?q=${word}`);
  for (const [person, desk] of house.desks) {
    for (const path of [...paths, "/api/cases?limit=100", ...searches]) {
      const { status, text } = await desk.read(path);
      expect(status, `${person} ${path} ${text}`).to.be.below(500);
      house.secrets.look(person, text, null, path);
      if (searches.includes(path) && status === 200 && !text.includes('"items":[]'))
        house.secrets.wrong(`${person} found a case by words of its room: ${path}`);
    }
  }
}

/** Notices to people and messages to machines carry no word of a room. */
export async function lookAtMessages(house: House): Promise<number> {
  const { first, receiver, secrets } = house;
  await first.services.deliveries.writer.catchUp();
  await first.services.deliveries.sender.runDue();
  for (const body of receiver.seenBodies.splice(0)) secrets.lookAt("a webhook", body);
  const notices = await first.tx(({ manager }) => rows<object>(manager, "SELECT * FROM notice"));
  for (const notice of notices) secrets.lookAt("a notice", JSON.stringify(notice));
  const queued = await first.tx(({ manager }) =>
    rows<object>(manager, "SELECT name, data, output FROM pgboss.job"),
  );
  for (const job of queued) secrets.lookAt("a job", JSON.stringify(job));
  return notices.length + queued.length;
}
