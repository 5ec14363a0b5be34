import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestApp } from "./app.ts";

/** A whole server as operators start it, in a process of its own, on the database of a test app. */
export class ServerProcess {
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #dataDir: string;
  readonly #program: readonly string[];
  #child: ChildProcess | undefined;

  private constructor(url: string, dataDir: string, env: NodeJS.ProcessEnv, program: readonly string[]) {
    this.url = url;
    this.#dataDir = dataDir;
    this.#env = env;
    this.#program = program;
  }

  /** From its sources, or from `main`, a server that was built. */
  static async prepare(
    app: TestApp,
    settings: Record<string, string> = {},
    main?: string,
  ): Promise<ServerProcess> {
    const port = await freePort();
    const dataDir = mkdtempSync(path.join(tmpdir(), "parley-process-"));
    const program = main === undefined ? ["--import", "tsx", "server/main.ts"] : [main];
    const env = {
      ...process.env,
      DATABASE_URL: String(Reflect.get(app.booted.dataSource.options, "url")),
      DATA_DIR: dataDir,
      PORT: String(port),
      // The same secret, so that a session of the test app is one here too.
      SESSION_SECRET: app.services.platform.config.sessionSecret,
      LOG_LEVEL: "fatal",
      DEMO_DATA: "never",
      NODE_ENV: "test",
      ...settings,
    };
    return new ServerProcess(`http://127.0.0.1:${port}`, dataDir, env, program);
  }

  /** Resolves when it says that it listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.#program], {
      env: this.#env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes(this.url)) resolve();
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
  }

  get alive(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** As the kernel or an operator in despair ends it: nothing is finished, nobody is told. */
  async kill(): Promise<void> {
    if (!this.#child || !this.alive) return;
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
