import { fork } from "node:child_process";
import path from "node:path";
import { report } from "../report.ts";
import { connectFloor, connectOurs, measureSlice, summarise, type Measured, type Say } from "./load.ts";
import type { Ready } from "./server.ts";

const ROOMS = 300;
/** Floor and ours take turns, so that whatever else the machine does falls on both. */
const SLICES = 4;
const SLICE_SECONDS = 3;
/** Messages each person of the one busy room has under way. */
const PIPELINED = 8;

type Lines = Awaited<ReturnType<typeof connectOurs>>;

/** From a message leaving its writer to its answer after commit: the whole path against the least possible one. */
export async function benchRoom(): Promise<void> {
  const child = fork(path.join(import.meta.dirname, "server.ts"), [String(ROOMS)]);
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Ready));
    child.once("exit", (code) => reject(new Error(`the measured process ended with ${code}`)));
  });
  const floor = scenarios(await connectFloor(ready, ROOMS));
  const ours = scenarios(await connectOurs(ready, ROOMS));
  for (const name of ["300 rooms", "one room", "alone"] as const) {
    const [least, whole] = await takeTurns(floor[name], ours[name]);
    report(`room: ${name}, throughput`, "messages/s", { ours: whole.perSecond, floor: least.perSecond });
    report(`room: ${name}, p50`, "ms", { ours: whole.p50, floor: least.p50 });
    report(`room: ${name}, p99`, "ms", { ours: whole.p99, floor: least.p99 });
  }
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.send("stop");
  await ended;
}

/** `alone`: one person, one message at a time · `one room`: three people, eight each · `300 rooms`: one in each. */
function scenarios(rooms: Lines): Record<"alone" | "one room" | "300 rooms", Say[]> {
  const [first = []] = rooms;
  return {
    alone: first.slice(0, 1).map((speaker) => speaker.say),
    "one room": first.flatMap((speaker) => Array.from({ length: PIPELINED }, () => speaker.say)),
    "300 rooms": rooms.flatMap((speakers) => speakers.slice(0, 1).map((speaker) => speaker.say)),
  };
}

async function takeTurns(floor: readonly Say[], ours: readonly Say[]): Promise<[Measured, Measured]> {
  const slices: { floor: number[][]; ours: number[][] } = { floor: [], ours: [] };
  for (let turn = 0; turn < SLICES; turn += 1) {
    slices.floor.push(await measureSlice(floor, SLICE_SECONDS));
    slices.ours.push(await measureSlice(ours, SLICE_SECONDS));
  }
  return [summarise(slices.floor, SLICE_SECONDS), summarise(slices.ours, SLICE_SECONDS)];
}
