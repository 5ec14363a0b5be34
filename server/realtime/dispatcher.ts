import { createHash } from "node:crypto";
import Joi from "joi";
import type { Ack, AckError, CommandEnvelope } from "../../shared/api/messages.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import { whyNot } from "../../shared/api/scopes.ts";
import { canonicalJson } from "../../shared/plans/canonicalJson.ts";
import type { ReceiptKey } from "../database/receipts.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { refusalOf } from "../http/problem.ts";
import { validatePart } from "../http/validate.ts";
import type { Log } from "../log.ts";
import type { Call, Command, CommandOutcome } from "./command.ts";
import { runThenLeaveReceipt, runUnderReceipt } from "./once.ts";
import type { Connection } from "./connection.ts";
import { Together } from "./together.ts";
import { Turnstile } from "./turnstile.ts";

/** Commands of one case under way at once: the next begins while the one before is being made durable. */
const WIDTH_PER_CASE = 3;

const envelopeSchema = Joi.object<CommandEnvelope>({
  id: Joi.string().uuid().required(),
  caseId: Joi.string().uuid().required(),
  type: Joi.string().max(60).required(),
  payload: Joi.object().unknown().default({}),
});

/** Takes a command from the wire to its handler, and its outcome or refusal back. Knows no domain. */
export class Dispatcher {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #db: Database;
  readonly #log: Log;
  readonly #turnstile = new Turnstile(WIDTH_PER_CASE);
  readonly #together: ReadonlyMap<string, Together>;

  constructor(commands: readonly Command[], deps: { db: Database; log: Log }) {
    this.#commands = new Map(commands.map((command) => [command.type, command]));
    if (this.#commands.size < commands.length) throw new Error("two commands have the same type");
    this.#db = deps.db;
    this.#log = deps.log;
    this.#together = new Map(
      commands.flatMap((command) =>
        command.kind === "command" && command.handleTogether
          ? [[command.type, new Together(command.handleTogether, deps)]]
          : [],
      ),
    );
  }

  /** Whether this need not wait for what the same line sent before it, as long as that was of the same kind. */
  gathers(raw: unknown): boolean {
    if (typeof raw !== "object" || raw === null || !("type" in raw)) return false;
    return typeof raw.type === "string" && this.#together.has(raw.type);
  }

  /** Answers only after commit. Never throws: whatever goes wrong is an answer too. */
  async dispatch(actor: Actor, connection: Connection, raw: unknown): Promise<Ack> {
    let type = "unknown";
    try {
      const envelope = validatePart("body", envelopeSchema, raw) as CommandEnvelope;
      const command = this.#commands.get(envelope.type);
      if (!command) throw new Refusal("validation_failed", "there is no such command");
      ({ type } = command);
      authorise(actor, command);
      const payload = validatePart("body", command.schema, envelope.payload);
      const { caseId } = envelope;
      const { n, result } = await this.#run(command, envelope.id, { actor, caseId, payload, connection });
      return n === undefined ? { result } : { n, result };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status >= 500) this.#log.error({ err: error, command: type }, "a command failed");
      return { error: present(refusal) };
    }
  }

  async #runOnce(
    receipt: ReceiptKey,
    command: Command & { kind: "command" },
    call: Call,
  ): Promise<CommandOutcome> {
    const run = (tx: Tx) => command.handle({ ...call, tx });
    const inTurn = (task: () => Promise<CommandOutcome>) => this.#turnstile.pass(call.caseId, task);
    const together = this.#together.get(command.type);
    if (!together) return await inTurn(() => runUnderReceipt(this.#db, receipt, run));
    return await together.run(receipt, call, () => inTurn(() => runThenLeaveReceipt(this.#db, receipt, run)));
  }

  async #run(command: Command, id: string, call: Call): Promise<CommandOutcome> {
    switch (command.kind) {
      case "hint":
        command.handle(call);
        return { result: null };
      case "query":
        // Nobody is there to read the answer.
        if (!call.connection.open) throw new Refusal("unavailable", "this line is closed");
        return await this.#db.read((tx) => command.handle({ ...call, tx }));
      case "entry":
        try {
          return await this.#db.transaction((tx) => command.handle({ ...call, tx }));
        } catch (error) {
          command.undo(call);
          throw error;
        }
      case "command":
        return await this.#runOnce(receiptOf(id, command.type, call), command, call);
    }
  }
}

/** Ids of different people never meet, nor do those of two cases. */
function receiptOf(id: string, type: string, { actor, caseId, payload }: Call): ReceiptKey {
  const fingerprint = createHash("sha256")
    .update(canonicalJson([type, caseId, payload]))
    .digest("hex");
  return { actor: ownerOf(actor), key: `${caseId}:${id}`, fingerprint };
}

function authorise(actor: Actor, command: Command): void {
  const obstacle = whyNot(actor, command.permission);
  if (obstacle) throw new Refusal(obstacle, OBSTACLES[obstacle]);
}

const OBSTACLES = {
  forbidden: "your role does not allow this",
  beyond_powers: "your power of attorney does not cover this; the borrower does it in person",
};

/** One person, whichever line they use. */
export function ownerOf(actor: Actor): string {
  const person = personIdOf(actor);
  return person === null ? "socket:system" : `socket:${actor.kind}:${person}`;
}

function present(refusal: Refusal): AckError {
  const { code, message, errors, params } = refusal;
  return { code, detail: message, errors, params };
}
