import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { createLog } from "../../server/log.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { WARNING_TEXT } from "../../shared/proposals/proposalView.ts";
import { startTestApp, type Client, type TestApp } from "./app.ts";
import { staffActor } from "./buildCase.ts";
import { everythingOf, normalised } from "./partyView.ts";
import { Line } from "./line.ts";
import { buildPeople, type People } from "./people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "./roomCase.ts";
import { buildTerms, waive } from "./terms.ts";

export const HOUR = 3_600_000;
export const ROUND_HOURS = 48;

/** What somebody does inside a round, at this many hours after it was opened. */
export type Act = {
  hour: number;
  who: "borrower" | "agent" | "approver";
  does: "acknowledge" | "yes" | "no" | "give_leave" | "refuse_leave";
};

/** Everything one person could see of a round, once before its deadline and once after it. */
export type Seen = { before: string; after: string };
export type RoundSeen = Record<"borrower" | "platform" | "mediator", Seen> & { log: string; status: string };

type Person = Client | CookieClient;

/** The platform's agents concede nothing on their own, so that an agent's yes needs leave. */
export async function tightLimits(app: TestApp, people: People): Promise<void> {
  const limits = {
    maxWaiverBp: { principal: 0, interest: 0, penalty: 0, fee: 0 },
    maxCount: 24,
    maxDeferralMonths: 0,
    minInstalmentFen: 100,
    minDownPaymentBp: 0,
  };
  await app.tx((tx) =>
    app.services.organisations.setPolicy(tx, staffActor(people.approver, people.platform), {
      version: 0,
      // A figure of fen, as the schema of the route would make it.
      limits: limits as never,
    }),
  );
}

/** The mediator draws up a package that waives the interest, and sends it. */
export async function openRound(
  app: TestApp,
  mediator: Person,
  theCase: Case,
  more: { hours?: number; terms?: Partial<Terms>; note?: string } = {},
): Promise<{ id: string; termsHash: string; version: number }> {
  const { body: basis } = await mediator.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
  const terms = buildTerms(basis, { waivers: waive(basis, "interest"), ...more.terms });
  const path = `/api/cases/${theCase.id}/proposals`;
  const { body: drafted } = await mediator.post(path, { terms, note: more.note ?? "请双方考虑" }).expect(201);
  const deadline = new Date(app.clock.now().getTime() + (more.hours ?? ROUND_HOURS) * HOUR).toISOString();
  const { body } = await mediator
    .post(`/api/proposals/${drafted.id}/opening`, { deadline, version: drafted.version })
    .expect(200);
  return body;
}

/** Read the warning and answer, or answer for the platform inside it. */
export async function act(
  who: Person,
  proposal: { id: string; termsHash: string },
  does: Act["does"],
): Promise<void> {
  const at = `/api/proposals/${proposal.id}`;
  if (does === "give_leave" || does === "refuse_leave") {
    await who.post(`${at}/leave`, { approve: does === "give_leave" }).expect(200);
    return;
  }
  await who.post(`${at}/acknowledgement`, { warning: WARNING_TEXT }).expect(200);
  if (does === "acknowledge") return;
  await who.post(`${at}/answer`, { answer: does, termsHash: proposal.termsHash }).expect(200);
}

type Table = {
  theCase: Case;
  acts: readonly Act[];
  persons: Record<Act["who"] | "mediator", Person>;
  lines: Record<Seat, Line>;
  opened: { id: string; termsHash: string };
};
type Seat = "borrower" | "platform" | "mediator";
const SEATS: readonly Seat[] = ["borrower", "platform", "mediator"];

/**
 * Whole rounds side by side on one installation, and all that the three parties of each can see of their own case.
 * `everything` also compares every other path there is, which takes an installation with a single case.
 */
export async function playRounds(
  rounds: readonly (readonly Act[])[],
  everything = false,
): Promise<RoundSeen[]> {
  const logged: string[] = [];
  const log = createLog("info", { write: (line: string) => void logged.push(line) });
  const app = await startTestApp({ log });
  try {
    const people = await buildPeople(app);
    await tightLimits(app, people);
    const staff = {
      agent: await app.signIn("agent"),
      approver: await app.signIn("approver"),
      mediator: await app.signIn("mediator"),
    };
    const tables: Table[] = [];
    for (const acts of rounds) tables.push(await sitDown(app, people, staff, acts));
    const start = app.clock.now().getTime();
    const all = tables.flatMap((table) => table.acts.map((one) => ({ table, ...one })));
    for (const { table, hour, who, does } of all.toSorted((one, other) => one.hour - other.hour)) {
      app.clock.set(new Date(start + hour * HOUR).toISOString());
      await act(table.persons[who], table.opened, does);
    }
    app.clock.set(new Date(start + ROUND_HOURS * HOUR - 1).toISOString());
    // A job that looks too early must find nothing to say.
    await app.services.proposals.closing.run();
    const before = await lookAll(app, tables, everything);
    app.clock.set(new Date(start + ROUND_HOURS * HOUR).toISOString());
    const from = logged.length;
    await app.services.proposals.closing.run();
    const closing = logged.slice(from).map(withoutTimes).join("");
    const after = await lookAll(app, tables, everything);
    const seen: RoundSeen[] = [];
    for (const [index, { theCase, lines }] of tables.entries()) {
      for (const line of Object.values(lines)) line.close();
      const of = (seat: Seat) => ({ before: before[index]![seat], after: after[index]![seat] });
      const status = await statusIn(app, theCase);
      seen.push({
        borrower: of("borrower"),
        platform: of("platform"),
        mediator: of("mediator"),
        log: closing,
        status,
      });
    }
    return seen;
  } finally {
    await app.close();
  }
}

async function sitDown(
  app: TestApp,
  people: People,
  staff: Record<"agent" | "approver" | "mediator", Client>,
  acts: readonly Act[],
): Promise<Table> {
  const theCase = await buildRoomCase(app, people);
  const cookie = await borrowerCookie(app, theCase);
  const lines = {
    borrower: await Line.open(app.url, cookie),
    platform: await Line.open(app.url, staff.agent.cookie()),
    mediator: await Line.open(app.url, staff.mediator.cookie()),
  };
  for (const line of Object.values(lines))
    await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
  // How often presence is told while people come in is a matter of chance; what is compared begins after it.
  const together = ({ presence }: Line) =>
    presence.at(-1)?.people.filter(({ online }) => online).length === 3;
  for (const line of Object.values(lines)) {
    await line.until(() => together(line));
    await line.settle(theCase.id);
    line.heard = "";
  }
  const opened = await openRound(app, staff.mediator, theCase);
  const persons = { ...staff, borrower: await CookieClient.open(app, cookie) };
  return { theCase, acts, persons, lines, opened };
}

async function lookAll(app: TestApp, tables: readonly Table[], everything: boolean) {
  const seen: Record<Seat, string>[] = [];
  for (const { theCase, persons, lines } of tables) {
    const readers = { borrower: persons.borrower, platform: persons.agent, mediator: persons.mediator };
    const found = { borrower: "", platform: "", mediator: "" };
    for (const seat of SEATS) {
      found[seat] = normalised(
        await everythingOf(app, theCase, readers[seat], lines[seat], everything ? "all" : "own"),
      );
    }
    seen.push(found);
  }
  return seen;
}

async function statusIn(app: TestApp, theCase: Case): Promise<string> {
  return await app.tx(async (tx) => {
    const [row] = await rows<{ status: string }>(
      tx.manager,
      "SELECT status FROM proposal WHERE case_id = $1",
      [theCase.id],
    );
    return row!.status;
  });
}

function withoutTimes(line: string): string {
  const { time: _time, pid: _pid, ...rest } = JSON.parse(line) as Record<string, unknown>;
  return `${JSON.stringify(rest)}\n`;
}
