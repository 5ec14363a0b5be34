import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { createLog } from "../../server/log.ts";
import { startTestApp } from "../../tests/support/app.ts";
import { stopTestDatabases } from "../../tests/support/database.ts";
import { buildPeople } from "../../tests/support/people.ts";
import { makeTestDataDir } from "../../tests/support/postgresServer.ts";
import { borrowerCookie, buildRoomCase } from "../../tests/support/roomCase.ts";
import { startFloor } from "./floor.ts";

/** One case and the cookies of the three people in it. */
export type BenchRoom = { caseId: string; cookies: string[] };
export type Ready = { url: string; floorUrl: string; rooms: BenchRoom[] };

/** The measured process: the whole app and the floor, each on its own port, over one PostgreSQL that syncs to disk. */
async function main(rooms: number): Promise<void> {
  const { dataDir, remove } = makeTestDataDir();
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLog("silent"), durable: true });
  process.env["TEST_DATABASE_URL"] = postgres.url;
  const app = await startTestApp();
  const people = await buildPeople(app);
  const cookies = [(await app.signIn("mediator")).cookie(), (await app.signIn("agent")).cookie()];
  const built: BenchRoom[] = [];
  for (let made = 0; made < rooms; made += 1) {
    const theCase = await buildRoomCase(app, people);
    built.push({ caseId: theCase.id, cookies: [await borrowerCookie(app, theCase), ...cookies] });
  }
  const floor = await startFloor(postgres.url);
  const ready: Ready = { url: app.url, floorUrl: floor.url, rooms: built };
  process.send?.(ready);
  process.once("message", () => {
    void (async () => {
      await app.close();
      await stopTestDatabases();
      await postgres.stop();
      remove();
      process.exit(0);
    })();
  });
}

await main(Number(process.argv[2]));
