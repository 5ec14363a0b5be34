// `node scripts/run.mjs scripts/name.ts arguments`: runs a script as built when `dist` fits the sources, else
// straight from TypeScript.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, serverIsBuilt } from "./build.mjs";

const [script, ...rest] = process.argv.slice(2);
if (script === undefined || !script.endsWith(".ts") || !existsSync(path.join(root, script))) {
  console.error("usage: node scripts/run.mjs scripts/<name>.ts [arguments]");
  process.exit(2);
}
process.chdir(root);
const built = path.join(root, "dist", script.replace(/\.ts$/, ".js"));
const useBuilt = existsSync(built) && serverIsBuilt();
const file = useBuilt ? built : path.join(root, script);
process.argv = [process.argv[0] ?? "node", file, ...rest];
if (useBuilt) process.setSourceMapsEnabled(true);
else await registerTypeScript();
await import(pathToFileURL(file).href);

async function registerTypeScript() {
  try {
    const { register } = await import("tsx/esm/api");
    register();
  } catch {
    console.error("Neither built nor able to build: run `npm ci --include=dev`, then `npm run build`.");
    process.exit(1);
  }
}
