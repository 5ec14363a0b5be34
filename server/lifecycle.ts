import type { Server } from "node:http";
import type { Log } from "./log.ts";
import { StartError } from "./startError.ts";

export interface Running {
  /** Every step of shutting down, in order: stop accepting, jobs, pool, embedded PostgreSQL. */
  stop(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** The operator asked for exactly this port. */
  readonly explicit: boolean;
  readonly log: Log;
}

const PORTS_TO_TRY = 50;
const DRAIN_MS = 10_000;
/** Draining plus jobs plus PostgreSQL; a step that hangs must not keep the process for ever. */
const STOP_LIMIT_MS = 45_000;
/** One Ctrl-C under `npm start` arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;

/**
 * Starts what `start` starts, and stops it on SIGTERM or SIGINT; a second signal quits at once. Ends the
 * process itself: 0 after a clean stop, 1 when starting or stopping failed, 128 + signal when quit.
 */
export async function runUntilSignal(start: () => Promise<Running>, log: Log): Promise<void> {
  let firstAt = 0;
  let told: () => void = () => undefined;
  const stopAsked = new Promise<void>((resolve) => (told = resolve));
  const onSignal = (name: NodeJS.Signals): void => {
    if (firstAt > 0) {
      if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(name === "SIGINT" ? 130 : 143);
      return;
    }
    firstAt = performance.now();
    log.info({ signal: name }, "stopping: finishing what is under way");
    told();
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  try {
    // A signal while starting waits until everything is up: half a start cannot be stopped cleanly.
    const running = await start();
    // What runs may be nothing that keeps a process alive, such as a child process of its own group.
    setInterval(() => undefined, 60_000);
    await stopAsked;
    setTimeout(() => {
      log.fatal("stopping took too long");
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
    await running.stop();
    log.info("stopped");
    process.exit(0);
  } catch (error) {
    if (error instanceof StartError) process.stderr.write(`\nParley: ${error.message}\n\n`);
    else {
      log.fatal({ err: error }, "Parley ended");
      // Starting and stopping touch no personal data: here the operator needs the whole message.
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    process.exit(1);
  }
}

/**
 * Listens, and answers with the port taken: the one asked for, or, when it was only a default and is in use,
 * the next free one.
 *
 * @throws StartError when the port is in use or may not be used
 */
export async function listenOn(server: Server, options: ListenOptions): Promise<number> {
  for (let port = options.port; port < options.port + PORTS_TO_TRY && port <= 65_535; port += 1) {
    const fault = await tryListen(server, options.host, port);
    if (fault === undefined) {
      if (port !== options.port) options.log.warn({ port }, `port ${options.port} is taken, using ${port}`);
      return port;
    }
    if (fault !== "EADDRINUSE") throw new StartError(cannotListen(options.host, port, fault));
    if (options.explicit) {
      throw new StartError(
        `port ${port} on ${options.host} is already in use. Stop what uses it, or set PORT to another one.`,
      );
    }
  }
  throw new StartError(`no free port from ${options.port} on. Set PORT to a free one.`);
}

function cannotListen(host: string, port: number, code: string): string {
  if (code === "EACCES") return `port ${port} needs privileges we do not have. Set PORT to one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST ${host} is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`;
  }
  return `cannot listen on ${host}:${port} (${code}). Set HOST and PORT to what this machine has.`;
}

function tryListen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off("listening", onListening);
      if (error.code === undefined) reject(error);
      else resolve(error.code);
    };
    const onListening = (): void => {
      server.off("error", onError);
      resolve(undefined);
    };
    server.once("error", onError);
    server.once("listening", onListening);
    server.listen(port, host);
  });
}

/** Accepts nothing new, lets requests under way finish for 10 s, then cuts what is left. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
