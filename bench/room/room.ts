import { fork } from "node:child_process";
import path from "node:path";
import { report } from "../report.ts";
import { connectFloor, connectOurs, measure, type Measured, type Say } from "./load.ts";
import type { Ready } from "./server.ts";

const ROOMS = 300;
const SECONDS = 8;
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
  const floor = await run(await connectFloor(ready, ROOMS));
  const ours = await run(await connectOurs(ready, ROOMS));
  for (const name of ["alone", "one room", "300 rooms"] as const) {
    report(`room: ${name}, throughput`, "messages/s", {
      ours: ours[name].perSecond,
      floor: floor[name].perSecond,
    });
    report(`room: ${name}, p50`, "ms", { ours: ours[name].p50, floor: floor[name].p50 });
    report(`room: ${name}, p99`, "ms", { ours: ours[name].p99, floor: floor[name].p99 });
  }
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.send("stop");
  await ended;
}

/** `alone`: one person, one message at a time · `one room`: three people, eight each · `300 rooms`: one in each. */
async function run(rooms: Lines): Promise<Record<"alone" | "one room" | "300 rooms", Measured>> {
  const [first = []] = rooms;
  const alone: Say[] = first.slice(0, 1).map((speaker) => speaker.say);
  const busy: Say[] = first.flatMap((speaker) => Array.from({ length: PIPELINED }, () => speaker.say));
  const many: Say[] = rooms.flatMap((speakers) => speakers.slice(0, 1).map((speaker) => speaker.say));
  const results = {
    "300 rooms": await measure(many, SECONDS),
    "one room": await measure(busy, SECONDS),
    // Last, when what follows from everybody's coming has been done.
    alone: await measure(alone, SECONDS),
  };
  for (const speakers of rooms) for (const speaker of speakers) speaker.close();
  return results;
}
