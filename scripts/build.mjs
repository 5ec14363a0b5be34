// Decides whether what was built fits the sources, and builds what does not. Plain JavaScript: it runs first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.dirname(import.meta.dirname);

const COMMON = ["shared", "package-lock.json", "tsconfig.json"];
const PARTS = [
  {
    name: "server",
    sources: [...COMMON, "server", "migrations", "scripts", "tsconfig.build.json"],
    result: "dist/server/main.js",
    tool: ".bin/tsc",
    flags: ["-p", "tsconfig.build.json"],
  },
  {
    name: "client",
    sources: [...COMMON, "client"],
    result: "client/dist",
    tool: ".bin/vite",
    flags: ["build", "client", "--logLevel", "warn"],
  },
];

/** Builds server and client where missing or older than their sources; ends the process when that fails. */
export function buildStale() {
  for (const part of PARTS) {
    const now = fingerprint(part);
    if (isBuilt(part, now)) continue;
    console.log(`Building the ${part.name} …`);
    build(part);
    mkdirSync(path.dirname(stamp(part)), { recursive: true });
    writeFileSync(stamp(part), now);
  }
}

/** Whether `dist` fits the server's sources. */
export function serverIsBuilt() {
  const [server] = PARTS;
  return isBuilt(server, fingerprint(server));
}

function build(part) {
  const tool = path.join(root, "node_modules", part.tool);
  if (!existsSync(tool)) {
    console.error(
      `Cannot build the ${part.name}: node_modules/${part.tool} is missing. Run \`npm ci --include=dev\` first.`,
    );
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [tool, ...part.flags], { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    console.error(`Building the ${part.name} failed, see above.`);
    process.exit(1);
  }
}

function isBuilt(part, now) {
  if (!existsSync(path.join(root, part.result)) || !existsSync(stamp(part))) return false;
  return readFileSync(stamp(part), "utf8") === now;
}

function stamp(part) {
  return path.join(root, "dist", `.built-${part.name}`);
}

/** Changes with any source file added, removed or written. Times rather than contents: it must take no time. */
function fingerprint(part) {
  const hash = createHash("sha256");
  for (const source of part.sources) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash, name) {
  const file = path.join(root, name);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    hash.update(`${name} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const entry of readdirSync(file).sort()) {
    if (entry !== "dist" && entry !== "node_modules") addTo(hash, `${name}/${entry}`);
  }
}
