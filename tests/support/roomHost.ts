import { startTestApp } from "./app.ts";
import { stopTestDatabases } from "./database.ts";
import { buildPeople } from "./people.ts";
import { borrowerCookie, buildRoomCase } from "./roomCase.ts";

/** A room to measure in, and the cookies of its borrower, mediator and platform. */
export type HostedRoom = { caseId: string; cookies: string[] };
export type Hosted = { url: string; rooms: HostedRoom[] };
export type Heap = { usedBytes: number; residentBytes: number };

/** A whole app in a process of its own, forked by a test that asks it for its memory. Needs `--expose-gc`. */
async function main(count: number): Promise<void> {
  const app = await startTestApp();
  const people = await buildPeople(app);
  const staff = [(await app.signIn("mediator")).cookie(), (await app.signIn("agent")).cookie()];
  const rooms: HostedRoom[] = [];
  for (let made = 0; made < count; made += 1) {
    const theCase = await buildRoomCase(app, people);
    rooms.push({ caseId: theCase.id, cookies: [await borrowerCookie(app, theCase), ...staff] });
  }
  const hosted: Hosted = { url: app.url, rooms };
  process.send?.(hosted);
  process.on("message", (order) => {
    if (order === "heap") {
      // What is still used, and not what is waiting to be thrown away.
      globalThis.gc?.();
      const { heapUsed, external, rss } = process.memoryUsage();
      const heap: Heap = { usedBytes: heapUsed + external, residentBytes: rss };
      process.send?.(heap);
      return;
    }
    void (async () => {
      await app.close();
      await stopTestDatabases();
      process.exit(0);
    })();
  });
}

await main(Number(process.argv[2]));
