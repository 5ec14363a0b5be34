import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

/** A real Redis of the test's own, on loopback, that keeps nothing. */
export class TestRedis {
  readonly port: number;
  #process: ChildProcess | null = null;

  private constructor(port: number) {
    this.port = port;
  }

  /** Null when this machine has no redis-server; in CI that is a failure. */
  static async prepare(): Promise<TestRedis | null> {
    if (spawnSync("redis-server", ["--version"]).status === 0) return new TestRedis(await freePort());
    if (process.env["CI"] === "true") throw new Error("CI needs redis-server");
    return null;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options = { port: String(this.port), bind: "127.0.0.1", save: "", appendonly: "no" };
    const started = spawn(
      "redis-server",
      Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    );
    this.#process = started;
    await new Promise<void>((resolve, reject) => {
      started.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
      started.stdout.on("data", (text: Buffer) => {
        if (text.toString("utf8").includes("Ready to accept connections")) resolve();
      });
    });
  }

  /** At once, as when its machine goes. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
