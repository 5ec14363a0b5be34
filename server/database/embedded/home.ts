import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StartError } from "../../startError.ts";
import { canReach, type Account } from "./account.ts";

/** Where the cluster goes when its user cannot reach DATA_DIR: kept over restarts, never under a temporary folder. */
const ELSEWHERE = ["/var/lib", "/srv"];

/** The folder of the cluster as recorded by an earlier start of this data directory. */
export function recordedHome(dataDir: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(recordPath(dataDir), "utf8"));
    if (typeof parsed !== "object" || parsed === null) return undefined;
    const home: unknown = Reflect.get(parsed, "home");
    const owner: unknown = Reflect.get(parsed, "dataDir");
    if (typeof home !== "string" || typeof owner !== "string") return undefined;
    // Relative homes move with the data directory. An absolute one belongs to the directory that made it: a
    // copied data directory must not share the cluster of its original, a moved one keeps it.
    if (!path.isAbsolute(home)) return path.join(realpathSync(dataDir), home);
    return owner === realpathSync(dataDir) || !existsSync(owner) ? home : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The folder that holds the cluster, its password and, where needed, a copy of the binaries. It is under
 * DATA_DIR unless PostgreSQL's user cannot get there, as below `/root`.
 */
export function clusterHome(dataDir: string, account: Account): string {
  const recorded = recordedHome(dataDir);
  const home = recorded ?? chooseHome(dataDir, account);
  makeReachable(home);
  if (!canReach(account, home)) {
    throw new StartError(
      `the database of DATA_DIR ${dataDir} is in ${home}, which user ${account.name} can no longer reach. ` +
        `Make every folder above it passable (chmod o+x), or set DATA_DIR to another folder.`,
    );
  }
  const real = realpathSync(dataDir);
  const kept = home.startsWith(real + path.sep) ? path.relative(real, home) : home;
  writeFileSync(recordPath(dataDir), `${JSON.stringify({ home: kept, dataDir: real })}\n`);
  return home;
}

function recordPath(dataDir: string): string {
  return path.join(dataDir, "postgres.json");
}

function chooseHome(dataDir: string, account: Account): string {
  const real = realpathSync(dataDir);
  if (canReach(account, real)) return path.join(real, "postgres");
  const hash = createHash("sha256").update(real).digest("hex").slice(0, 12);
  const parent = ELSEWHERE.find((folder) => isWritable(folder) && canReach(account, folder));
  if (parent === undefined) {
    throw new StartError(
      `user ${account.name} cannot reach DATA_DIR ${real}, and neither ${ELSEWHERE.join(" nor ")} can be used ` +
        "instead. Set DATA_DIR to a folder every user can pass through.",
    );
  }
  return path.join(parent, `parley-${hash}`);
}

function makeReachable(home: string): void {
  mkdirSync(home, { recursive: true });
  // The cluster inside is 700 and the password 600; others only pass through.
  if (process.getuid?.() === 0) chmodSync(home, 0o755);
  else chmodSync(home, 0o700);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
