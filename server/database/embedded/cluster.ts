import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StartError } from "../../startError.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

export interface Cluster {
  readonly home: string;
  readonly data: string;
  readonly password: string;
}

/** PostgreSQL's own superuser in the cluster. */
export const SUPERUSER = "parley";

/** The environment of PostgreSQL's programs: PG* variables of the operator's shell are meant for other servers. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}

/** The cluster in `home`, made when there is none yet. `durable: false` is for throw-away test clusters. */
export async function openCluster(
  home: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<Cluster> {
  const data = path.join(home, "data");
  const passwordFile = path.join(home, "password");
  if (!existsSync(data)) {
    if (!existsSync(passwordFile)) {
      writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
    }
    await initialise(existingCluster(home), binaries, account, durable);
  }
  const version = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (version !== binaries.major) {
    throw new StartError(
      `the database in ${data} was made by PostgreSQL ${version}, but PostgreSQL ${binaries.major} is installed. ` +
        "Carry it over with pg_upgrade, or set DATA_DIR to a new folder.",
    );
  }
  if (!existsSync(passwordFile)) {
    throw new StartError(
      `the password of the database in ${data} is missing: put the file ${passwordFile} back.`,
    );
  }
  return existingCluster(home);
}

/** The cluster in `home`, which must have been made before. */
export function existingCluster(home: string): Cluster {
  const password = readFileSync(path.join(home, "password"), "utf8");
  return { home, data: path.join(home, "data"), password };
}

/** A half-made cluster never gets the final name, so a start that was killed is simply done again. */
async function initialise(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(cluster.home)) {
    if (name.startsWith("data.new.")) rmSync(path.join(cluster.home, name), { recursive: true, force: true });
  }
  const partial = path.join(cluster.home, `data.new.${process.pid}`);
  const passwordFile = path.join(cluster.home, `password.initdb.${process.pid}`);
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (account.ids !== undefined) {
    chownSync(partial, account.ids.uid, account.ids.gid);
    chownSync(passwordFile, account.ids.uid, account.ids.gid);
  }
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${partial}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Built in, so that text sorts the same whatever the operating system has installed.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        ...(durable ? [] : ["--no-sync"]),
      ],
      account,
      cluster.home,
    );
    renameSync(partial, cluster.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

function run(program: string, flags: readonly string[], account: Account, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { ...account.ids, cwd, env: cleanEnvironment(), stdio: "pipe" });
    let said = "";
    child.stdout.resume();
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`making the database failed: ${said.trim()}`));
    });
  });
}
