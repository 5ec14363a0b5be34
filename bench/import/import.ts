import { setTimeout as pause } from "node:timers/promises";
import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { createLog } from "../../server/log.ts";
import { startTestApp, type Client } from "../../tests/support/app.ts";
import { stopTestDatabases } from "../../tests/support/database.ts";
import { buildExport } from "../../tests/support/exports.ts";
import { uploadExport, type ImportView } from "../../tests/support/importing.ts";
import { buildPeople } from "../../tests/support/people.ts";
import { makeTestDataDir } from "../../tests/support/postgresServer.ts";
import { report } from "../report.ts";
import { copyFloor } from "./copyFloor.ts";

const ROWS = 20_000;
const POLL_MS = 100;

/**
 * A lender's export from upload to cases with statements and journals, against COPY of the same bytes into one plain
 * table of the same PostgreSQL, which syncs to disk.
 */
export async function benchImport(): Promise<void> {
  const { dataDir, remove } = makeTestDataDir();
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLog("silent"), durable: true });
  process.env["TEST_DATABASE_URL"] = postgres.url;
  const app = await startTestApp();
  await buildPeople(app);
  const agent = await app.signIn("agent");
  const csv = buildExport(ROWS);
  await importOnce(agent, buildExport(1000, { prefix: "WARM", firstPerson: ROWS }), 1000);

  const floor = await copyFloor(postgres.url, csv, ROWS);
  const { readSeconds, openSeconds } = await importOnce(agent, csv, ROWS);
  report("import", "rows/s", { ours: ROWS / (readSeconds + openSeconds), floor });
  report("import: reading and judging", "rows/s", { ours: ROWS / readSeconds, floor });
  report("import: opening cases", "rows/s", { ours: ROWS / openSeconds, floor });

  await app.close();
  await stopTestDatabases();
  await postgres.stop();
  remove();
}

async function importOnce(
  agent: Client,
  csv: string,
  rows: number,
): Promise<{ readSeconds: number; openSeconds: number }> {
  const begun = performance.now();
  const { id } = await uploadExport(agent, csv);
  await until(agent, id, "previewed");
  const read = performance.now();
  await agent.post(`/api/imports/${id}/confirm`).expect(200);
  const { rowsImported } = await until(agent, id, "imported");
  if (rowsImported !== rows) throw new Error(`${rowsImported} of ${rows} rows were imported`);
  return { readSeconds: (read - begun) / 1000, openSeconds: (performance.now() - read) / 1000 };
}

async function until(agent: Client, id: string, status: string): Promise<ImportView> {
  for (;;) {
    const { body } = await agent.get(`/api/imports/${id}`).expect(200);
    const view = body as ImportView;
    if (view.status === status) return view;
    if (view.status === "failed") throw new Error(view.failure?.text);
    await pause(POLL_MS);
  }
}
