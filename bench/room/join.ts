import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../../tests/support/app.ts";
import { stopTestDatabases } from "../../tests/support/database.ts";
import { buildPeople, type People } from "../../tests/support/people.ts";
import { borrowerCookie, buildRoomCase } from "../../tests/support/roomCase.ts";
import { report } from "../report.ts";
import { fillWithRooms, lengthenJournal } from "./fill.ts";

const EVENTS = 5_000;
const FEW = 100;
const MANY = 10_000;
const ROUNDS = 9;
const TURNS = 40;
/** Joins that fill caches on both sides. */
const WARM_UP = 30;
/** A client that was there before asks for what it missed, not for everything. */
const MISSED = 50;

type House = { app: TestApp; socket: Socket; caseId: string; lastN: number };

/**
 * Joining a room with a long history, in a house of 10,000 rooms against one of 100: the same server and the same
 * history, so all that differs is how much else there is. They take turns at every join, so that whatever the machine does
 * falls on both; the figure is the median of several rounds' ratios.
 */
export async function benchJoin(): Promise<void> {
  const few = await openHouse(FEW);
  const many = await openHouse(MANY);
  for (const [name, sinceOf] of [
    ["back after 50 events", (house: House) => house.lastN - MISSED],
    ["from the beginning", () => 0],
  ] as const) {
    const joinBoth = (turns: number) =>
      inTurn(turns, { few: () => join(few, sinceOf(few)), many: () => join(many, sinceOf(many)) });
    await joinBoth(WARM_UP);
    const rounds: { ours: number; floor: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await joinBoth(TURNS));
    const sorted = rounds.toSorted((a, b) => a.ours / a.floor - b.ours / b.floor);
    const middle = sorted[Math.floor(sorted.length / 2)];
    if (middle) report(`join: ${name}, ${MANY} rooms against ${FEW}, p50`, "ms", middle);
  }
  for (const { app, socket } of [few, many]) {
    socket.close();
    await app.close();
  }
  await stopTestDatabases();
}

async function openHouse(rooms: number): Promise<House> {
  const app = await startTestApp();
  const people: People = await buildPeople(app);
  const theCase = await buildRoomCase(app, people);
  const socket = io(`${app.url}/rooms`, {
    transports: ["websocket"],
    extraHeaders: { cookie: await borrowerCookie(app, theCase) },
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  const house: House = { app, socket, caseId: theCase.id, lastN: 0 };
  await join(house, 0);
  await app.tx(async (tx) => {
    await lengthenJournal(tx, theCase.id, EVENTS);
    await fillWithRooms(tx, theCase.id, rooms - 1);
  });
  // Otherwise the database would come to it by itself, in the middle of what is measured.
  await app.booted.dataSource.query("VACUUM (ANALYZE)");
  return { ...house, lastN: (await join(house, 0)).lastN };
}

async function join({ socket, caseId }: House, since: number): Promise<{ lastN: number }> {
  const command = {
    id: randomUUID(),
    caseId,
    type: "room.join",
    payload: { since, groundRules: GROUND_RULES },
  };
  const ack: unknown = await socket.timeout(30_000).emitWithAck("command", command);
  if (typeof ack !== "object" || ack === null || !("result" in ack)) throw new Error(JSON.stringify(ack));
  // The protocol's own contract.
  return ack.result as { lastN: number };
}

/** The median milliseconds of each, done one after the other so many times. */
async function inTurn(
  turns: number,
  tasks: { few: () => Promise<unknown>; many: () => Promise<unknown> },
): Promise<{ ours: number; floor: number }> {
  const took: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    for (const which of turn % 2 === 0 ? (["few", "many"] as const) : (["many", "few"] as const)) {
      const began = performance.now();
      await tasks[which]();
      took[which].push(performance.now() - began);
    }
  }
  return { ours: median(took.many), floor: median(took.few) };
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
