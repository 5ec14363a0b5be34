import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { DocumentFailed } from "./failure.ts";
import type { Answer, DocumentTasks, Job } from "./documentTasks.ts";

export interface DrawerOptions {
  /** The worker's file: a module that calls `serveDocuments`. */
  worker: URL;
  /** Threads kept at most; each holds its own parsed fonts. */
  threads?: number;
  timeoutMs?: number;
  heapLimitMb?: number;
}

export interface Drawer<Tasks extends DocumentTasks> {
  draw<Kind extends keyof Tasks & string>(
    kind: Kind,
    content: Parameters<Tasks[Kind]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Kind]>>>;
  close(): Promise<void>;
}

interface Waiting {
  job: Job;
  resolve: (value: never) => void;
  reject: (reason: Error) => void;
}

/**
 * Draws documents in worker threads, so that a large packet does not stall requests and a hostile exhibit can cost a
 * thread at most. A thread that dies or runs out of time is replaced, and only its own job fails.
 */
export function createDrawer<Tasks extends DocumentTasks>(options: DrawerOptions): Drawer<Tasks> {
  const pool = new Pool(options);
  return {
    draw: (kind, content) => pool.run(kind, content),
    close: () => pool.close(),
  };
}

class Pool {
  readonly #options: Required<DrawerOptions>;
  readonly #queue: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  #nextId = 1;
  #closed = false;

  constructor(options: DrawerOptions) {
    this.#options = { threads: 1, timeoutMs: 60_000, heapLimitMb: 768, ...options };
  }

  run<T>(kind: string, content: unknown): Promise<T> {
    if (this.#closed) return Promise.reject(new DocumentFailed("drawer_closed", "the drawer is closed"));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ job: { id: this.#nextId++, kind, content }, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0))
      reject(new DocumentFailed("drawer_closed", "the drawer was closed before the document was drawn"));
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#all.size < this.#options.threads ? this.#start() : undefined);
    if (worker === undefined) return;
    const waiting = this.#queue.shift();
    if (waiting !== undefined) this.#give(worker, waiting);
  }

  #start(): Worker {
    const { worker: file, heapLimitMb } = this.#options;
    const source = file.pathname.endsWith(".ts");
    const worker = new Worker(source ? bootstrap(file) : file, {
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
      eval: source,
    });
    this.#all.add(worker);
    worker.unref();
    return worker;
  }

  #give(worker: Worker, { job, resolve, reject }: Waiting): void {
    const done = (reusable: boolean, settle: () => void) => {
      clearTimeout(timer);
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      worker.unref();
      if (reusable && !this.#closed) this.#idle.push(worker);
      else {
        this.#all.delete(worker);
        // Late noises of a dying thread have nobody left to hear them.
        worker.on("error", () => undefined);
        void worker.terminate();
      }
      settle();
      this.#next();
    };
    const fail = (code: string, message: string) =>
      done(false, () => reject(new DocumentFailed(code, `${job.kind}: ${message}`)));
    const timer = setTimeout(
      () => fail("document_timeout", `took longer than ${this.#options.timeoutMs} ms`),
      this.#options.timeoutMs,
    );
    worker.ref();
    worker.on("message", (answer: Answer) =>
      done(true, () => {
        if (answer.ok) resolve(answer.value as never);
        else reject(new DocumentFailed(answer.code, answer.message, answer.params));
      }),
    );
    worker.on("error", (error) => fail("document_failed", error.message));
    worker.on("exit", (code) => fail("document_failed", `thread ended with ${code}`));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(job);
  }
}

/** Source files need a loader registered inside the thread; Node 20 does not take one over from the parent. */
function bootstrap(file: URL): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"));
  const loader = JSON.stringify(new URL("dist/esm/api/index.mjs", tsx).href);
  const here = JSON.stringify(file.href);
  return `import(${loader}).then(({ tsImport }) => tsImport(${here}, ${here}));`;
}
