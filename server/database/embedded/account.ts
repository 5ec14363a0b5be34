import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { StartError } from "../../startError.ts";

/** The operating system user PostgreSQL runs as; without ids it runs as ourselves. */
export interface Account {
  readonly name: string;
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
}

/** Where the system has no such program the next choice is taken. */
const ADD_USER = "useradd";
const OURSELVES: Account = { name: "", ids: undefined };

/**
 * PostgreSQL refuses to run as root. Started by root we use whoever owns the existing data, else `postgres`,
 * else a system user `parley` made for it, else `nobody`, which exists everywhere.
 */
export function postgresAccount(existingData: string | undefined): Account {
  if (process.getuid?.() !== 0) return OURSELVES;
  const found =
    (existingData === undefined ? undefined : ownerOf(existingData)) ??
    lookUp("postgres") ??
    lookUp("parley") ??
    create("parley") ??
    lookUp("nobody");
  if (found === undefined) {
    throw new StartError(
      "PostgreSQL refuses to run as root and there is no other user for it. " +
        "Run `useradd --system parley`, or start Parley as an ordinary user, or set DATABASE_URL.",
    );
  }
  return found;
}

/** Whether the account may pass through `folder` and every folder above it. Asks the system, not mode bits. */
export function canReach(account: Account, folder: string): boolean {
  if (account.ids === undefined) return true;
  const check = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { ...account.ids, cwd: "/" });
  return check.status === 0;
}

/** Gives existing data to the account: its owner may be a user of another machine or container image. */
export function takeOwnership(account: Account, folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (account.ids === undefined || stat === undefined || stat.uid === account.ids.uid) return;
  execFileSync("chown", ["-R", `${account.ids.uid}:${account.ids.gid}`, folder]);
}

function lookUp(name: string | number): Account | undefined {
  try {
    const id = (flag: string): string =>
      execFileSync("id", [flag, String(name)], { encoding: "utf8", stdio: "pipe" });
    return { name: id("-un").trim(), ids: { uid: Number(id("-u")), gid: Number(id("-g")) } };
  } catch {
    return undefined;
  }
}

function ownerOf(folder: string): Account | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? undefined : lookUp(stat.uid);
}

function create(name: string): Account | undefined {
  spawnSync(ADD_USER, ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  return lookUp(name);
}
