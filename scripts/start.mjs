// `npm start`: builds what is missing or old, then runs the server in this same process, so that signals reach
// it and killing this process leaves nothing behind but PostgreSQL, which the next start finds.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildStale, root } from "./build.mjs";

process.chdir(root);
buildStale();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(path.join(root, "dist/server/main.js")).href);
