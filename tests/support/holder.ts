import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A child process that holds an embedded PostgreSQL. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
  readonly home: string;
  readonly startMs: number;
  end(signal: NodeJS.Signals): Promise<number>;
}

export class HolderFailed extends Error {
  readonly code: number;
  constructor(code: number, said: string) {
    super(said);
    this.code = code;
  }
}

/** Starts `embeddedHolder.ts` on a data directory and waits until its PostgreSQL answers. */
export function startHolder(dataDir: string, mode = ""): Promise<Holder> {
  const begun = performance.now();
  const script = fileURLToPath(new URL("./embeddedHolder.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import=tsx", script, dataDir, mode], { stdio: "pipe" });
  const exited = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const answer = JSON.parse(chunk.toString()) as { url: string; home: string };
      resolve({
        pid: child.pid ?? 0,
        ...answer,
        startMs: performance.now() - begun,
        end: (signal) => {
          child.kill(signal);
          return exited;
        },
      });
    });
    void exited.then((code) => reject(new HolderFailed(code, said)));
  });
}
