// `npm run demo:reset [-- --force]`: empties the database and loads the demonstration anew.
import { rmSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { boot } from "../server/boot.ts";
import { DEMO_CENTRE_REGISTRATION, openDemo } from "../server/demo/index.ts";
import { withDatabase, type OpenDatabase } from "./openDatabase.ts";

const force = process.argv.includes("--force");

process.exitCode = await withDatabase({ attach: false }, async (database) => {
  const refusal = await emptyDatabase(database.url);
  if (refusal !== null) {
    console.error(`${refusal}\nNothing was changed.`);
    return 1;
  }
  for (const folder of ["files", "uploads"]) {
    rmSync(path.join(database.config.dataDir, folder), { recursive: true, force: true });
  }
  console.log(await load(database));
  return 0;
});

/** Empty it, or answer why not. */
async function emptyDatabase(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, application_name: "parley-reset" });
  await client.connect();
  try {
    const refusal = force ? null : await reasonToKeep(client);
    if (refusal !== null) return refusal;
    await client.query("BEGIN");
    await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
    await client.query("DROP SCHEMA public CASCADE");
    await client.query("CREATE SCHEMA public");
    await client.query("COMMIT");
    return null;
  } finally {
    await client.end();
  }
}

async function reasonToKeep(client: Client): Promise<string | null> {
  const busy = await client.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'parley%' AND pid <> pg_backend_pid()`,
  );
  if (busy.rowCount !== 0) return "A Parley is running on this database; stop it first.";
  const made = await client.query("SELECT to_regclass('public.organisation') AS found");
  if (made.rows[0]?.found === null) return null;
  const centre = await client.query("SELECT registration_number FROM organisation WHERE kind = 'centre'");
  const [found] = centre.rows;
  if (!found || found.registration_number === DEMO_CENTRE_REGISTRATION) return null;
  return "This database holds data that is not the demonstration's. To erase all of it, add --force.";
}

/** Start the server for as long as the loading takes, where nobody finds it. */
async function load({ config, url, log }: OpenDatabase): Promise<string> {
  let signIns = "";
  const booted = await boot({
    // Links in notices name the address the server will have, not the one it has now.
    config: { ...config, host: "127.0.0.1", port: 0, publicUrlIsExplicit: true },
    databaseUrl: url,
    log,
    prepare: async (services) => void (signIns = await openDemo(services, "auto")),
  });
  await booted.stop();
  return signIns;
}
