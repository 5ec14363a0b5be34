// `npm run walkthrough [-- <address> | --self]`: the road of a case over the public interfaces. Without an address it
// takes the server at http://127.0.0.1:3000, or one of its own where none runs. Leaves its documents in out/.
import path from "node:path";
import { startOwnServer } from "./walkthrough/ownServer.ts";
import { walk } from "./walkthrough/walk.ts";

const DEFAULT_URL = "http://127.0.0.1:3000";
/** The demonstration's password; a server with other accounts is given theirs. */
const PASSWORD = process.env["WALKTHROUGH_PASSWORD"] ?? "parley-demo";

const [argument] = process.argv.slice(2);
const own = argument === "--self" || (argument === undefined && !(await answers(DEFAULT_URL)));
if (own) console.log("Starting a server of our own; this takes some seconds …");
const server = own ? await startOwnServer() : null;
const url = server?.url ?? argument ?? DEFAULT_URL;
const out = path.resolve("out");
try {
  await walk({
    url: url.replace(/\/$/, ""),
    password: PASSWORD,
    out,
    tell: (who, what) => console.log(who === "" ? `\n${what}` : `${who.padEnd(9)} ${what}`),
  });
  console.log(`\nDocuments and data are in ${out}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await server?.stop();
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch {
    return false;
  }
}
