import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * The server as it is put into production, compiled once into a folder of its own: it starts in a second, and what is
 * edited meanwhile does not reach it. Inside the project, where it finds its packages.
 */
export function buildServer(): { main: string; remove: () => void } {
  mkdirSync("out", { recursive: true });
  const folder = mkdtempSync(path.resolve("out", "server-"));
  const compiler = path.resolve("node_modules/.bin/tsc");
  const { stdout } = spawnSync(compiler, ["-p", "tsconfig.build.json", "--outDir", folder], {
    encoding: "utf8",
  });
  const main = path.join(folder, "server/main.js");
  if (!existsSync(main)) throw new Error(`the server does not build: ${stdout}`);
  return { main, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
