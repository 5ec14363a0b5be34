import { leaveReceipts, type ReceiptKey } from "../database/receipts.ts";
import type { Database } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { Call, CommandOutcome, HandleTogether } from "./command.ts";

/** Calls of one transaction at most: its locks are held while they are written. */
const MOST = 100;
/** Transactions of one command under way at once. A case is always written by the same one, in its own order. */
const LANES = 2;

type Waiting = {
  call: Call;
  receipt: ReceiptKey;
  settle: (outcome: CommandOutcome | null) => void;
};
type Lane = { waiting: Waiting[]; running: boolean };

/**
 * Writes together what arrives together: while one transaction is being made durable the next calls gather, and go
 * into one transaction of their own. A call is answered after its commit like any other. What cannot be done in
 * company is run alone, and so is what the same line sends until that is done: a person's calls keep their order.
 */
export class Together {
  readonly #handle: HandleTogether;
  readonly #deps: { db: Database; log: Log };
  readonly #lanes = Array.from({ length: LANES }, (): Lane => ({ waiting: [], running: false }));
  /** By line: its last call that is run alone. */
  readonly #alone = new Map<string, Promise<unknown>>();

  constructor(handle: HandleTogether, deps: { db: Database; log: Log }) {
    this.#handle = handle;
    this.#deps = deps;
  }

  /** `alone` carries the call out in a transaction of its own. */
  async run(receipt: ReceiptKey, call: Call, alone: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
    const outcome = await this.#gather(receipt, call);
    return outcome ?? (await this.#runAlone(call.connection.id, alone));
  }

  async #runAlone(line: string, alone: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
    const run = (this.#alone.get(line) ?? Promise.resolve()).then(alone);
    const ended = run.then(
      () => undefined,
      () => undefined,
    );
    this.#alone.set(line, ended);
    try {
      return await run;
    } finally {
      if (this.#alone.get(line) === ended) this.#alone.delete(line);
    }
  }

  #gather(receipt: ReceiptKey, call: Call): Promise<CommandOutcome | null> {
    const lane = this.#lanes[laneOf(call.caseId)];
    if (!lane) return Promise.resolve(null);
    return new Promise((settle) => {
      lane.waiting.push({ call, receipt, settle });
      if (!lane.running) void this.#drain(lane);
    });
  }

  async #drain(lane: Lane): Promise<void> {
    lane.running = true;
    // What this turn of the event loop brings comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (lane.waiting.length > 0) await this.#carryOut(lane.waiting.splice(0, MOST));
    lane.running = false;
  }

  async #carryOut(calls: readonly Waiting[]): Promise<void> {
    const batch = calls.filter(({ call }) => !this.#alone.has(call.connection.id));
    const outcomes = batch.length === 0 ? new Map<ReceiptKey, CommandOutcome>() : await this.#try(batch);
    for (const each of calls) each.settle(outcomes.get(each.receipt) ?? null);
    // Whoever is now run alone has to be known before the next are taken.
    await new Promise((resolve) => setImmediate(resolve));
  }

  async #try(batch: readonly Waiting[]): Promise<ReadonlyMap<ReceiptKey, CommandOutcome>> {
    try {
      return await this.#write(batch);
    } catch (error) {
      if (!(error instanceof ReceiptsTaken)) {
        this.#deps.log.warn({ err: error, calls: batch.length }, "calls written together are tried alone");
        return new Map();
      }
      const fresh = batch.filter(({ receipt }) => !error.taken.has(receipt));
      // Each round leaves out at least one, so this ends.
      return fresh.length === 0 ? new Map() : await this.#try(fresh);
    }
  }

  async #write(batch: readonly Waiting[]): Promise<ReadonlyMap<ReceiptKey, CommandOutcome>> {
    return await this.#deps.db.transaction(async (tx) => {
      const results = await this.#handle(
        tx,
        batch.map(({ call }) => call),
      );
      const done = batch.flatMap(({ receipt }, index) => {
        const answer = results[index];
        return answer ? [{ receipt, answer: { status: 200, answer } }] : [];
      });
      const left = await leaveReceipts(tx, done);
      const taken = done.map(({ receipt }) => receipt).filter((receipt) => !left.has(receipt));
      if (taken.length > 0) throw new ReceiptsTaken(new Set(taken));
      return new Map(done.map(({ receipt, answer }) => [receipt, answer.answer]));
    });
  }
}

/** Some of these calls were answered before. */
class ReceiptsTaken extends Error {
  readonly taken: ReadonlySet<ReceiptKey>;
  constructor(taken: ReadonlySet<ReceiptKey>) {
    super("some of these calls were answered before");
    this.taken = taken;
  }
}

function laneOf(caseId: string): number {
  // The end of an id is random, whatever its beginning says of time.
  return Number.parseInt(caseId.slice(-2), 16) % LANES;
}
