import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartError } from "../../startError.ts";
import { isAlive, startMark } from "./processes.ts";

interface Owner {
  readonly pid: number;
  readonly mark: string;
}

export interface DataDirLock {
  release(): void;
}

/** The process that holds the lock and still lives. */
export function lockOwner(dataDir: string): number | undefined {
  const owner = readOwner(lockPath(dataDir));
  return owner !== undefined && lives(owner) ? owner.pid : undefined;
}

/**
 * Makes this process the only one to use the data directory. A lock left behind by a killed process is taken
 * over.
 *
 * @throws StartError naming the process that holds it
 */
export function lockDataDir(dataDir: string): DataDirLock {
  const lock = lockPath(dataDir);
  const mine = `${lock}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true });
  const content = JSON.stringify({ pid: process.pid, mark: startMark(process.pid) });
  writeFileSync(mine, content, { mode: 0o644 });
  try {
    if (!claim(mine, lock)) {
      refuseWhenHeld(dataDir, lock);
      takeAway(lock);
      if (!claim(mine, lock)) refuseWhenHeld(dataDir, lock);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const held = (): boolean => readText(lock) === content;
  if (!held()) throw busy(dataDir, lockOwner(dataDir));
  return {
    release: () => {
      if (held()) rmSync(lock, { force: true });
    },
  };
}

function lockPath(dataDir: string): string {
  return path.join(dataDir, "parley.lock");
}

/** `link` fails when the name exists, so that one process at most succeeds, and with complete content. */
function claim(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function refuseWhenHeld(dataDir: string, lock: string): void {
  const owner = readOwner(lock);
  if (owner !== undefined && lives(owner)) throw busy(dataDir, owner.pid);
}

/** Removes a stale lock. Another starter may have replaced it since it was read: that one is put back. */
function takeAway(lock: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const owner = readOwner(aside);
  if (owner !== undefined && lives(owner)) claim(aside, lock);
  rmSync(aside, { force: true });
}

function busy(dataDir: string, pid: number | undefined): StartError {
  return new StartError(
    `another Parley (pid ${pid ?? "unknown"}) uses DATA_DIR ${dataDir}. ` +
      "Stop it first, or set DATA_DIR to another folder.",
  );
}

function lives(owner: Owner): boolean {
  return isAlive(owner.pid) && startMark(owner.pid) === owner.mark;
}

function readOwner(file: string): Owner | undefined {
  try {
    const parsed: unknown = JSON.parse(readText(file) ?? "");
    if (typeof parsed !== "object" || parsed === null) return undefined;
    const pid: unknown = Reflect.get(parsed, "pid");
    const mark: unknown = Reflect.get(parsed, "mark");
    return typeof pid === "number" && typeof mark === "string" ? { pid, mark } : undefined;
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
