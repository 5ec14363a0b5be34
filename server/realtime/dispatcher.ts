import Joi from "joi";
import type { Ack, AckError, CommandEnvelope } from "../../shared/api/messages.ts";
import { roleMay } from "../../shared/api/permissions.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import { roleOf, type Actor } from "../../shared/api/roles.ts";
import { canonicalJson, sha256Hex } from "../../shared/plans/canonicalJson.ts";
import { ReceiptMismatch, withReceipt } from "../database/receipts.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { refusalOf } from "../http/problem.ts";
import { validatePart } from "../http/validate.ts";
import type { Log } from "../log.ts";
import type { Command, CommandOutcome } from "./command.ts";
import type { Connection } from "./connection.ts";
import { Turnstile } from "./turnstile.ts";

/** Commands of one case under way at once: the next begins while the one before is being made durable. */
const WIDTH_PER_CASE = 3;

const envelopeSchema = Joi.object<CommandEnvelope>({
  id: Joi.string().uuid().required(),
  caseId: Joi.string().uuid().required(),
  type: Joi.string().max(60).required(),
  payload: Joi.object().unknown().default({}),
});

type Call = { actor: Actor; caseId: string; payload: unknown; connection: Connection };

/** Takes a command from the wire to its handler, and its outcome or refusal back. Knows no domain. */
export class Dispatcher {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #db: Database;
  readonly #log: Log;
  readonly #turnstile = new Turnstile(WIDTH_PER_CASE);

  constructor(commands: readonly Command[], deps: { db: Database; log: Log }) {
    this.#commands = new Map(commands.map((command) => [command.type, command]));
    if (this.#commands.size < commands.length) throw new Error("two commands have the same type");
    this.#db = deps.db;
    this.#log = deps.log;
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

  async #run(command: Command, id: string, call: Call): Promise<CommandOutcome> {
    switch (command.kind) {
      case "hint":
        command.handle(call);
        return { result: null };
      case "query":
        return await this.#db.read((tx) => command.handle({ ...call, tx }));
      case "entry":
        try {
          return await this.#db.transaction((tx) => command.handle({ ...call, tx }));
        } catch (error) {
          command.undo(call);
          throw error;
        }
      case "command":
        return await this.#turnstile.pass(call.caseId, () =>
          this.#db.transaction((tx) => runOnce(tx, id, command.type, call, command.handle)),
        );
    }
  }
}

/** The answer is stored with the change it reports: the same id again repeats the answer and nothing else. */
async function runOnce(
  tx: Tx,
  id: string,
  type: string,
  call: Call,
  handle: (call: Call & { tx: Tx }) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const { actor, caseId, payload } = call;
  const fingerprint = sha256Hex(canonicalJson([type, caseId, payload]));
  try {
    const kept = await withReceipt(
      tx,
      { actor: ownerOf(actor), key: `${caseId}:${id}`, fingerprint },
      async () => {
        const answer = await handle({ ...call, tx });
        return { status: 200, answer };
      },
    );
    // Only this function writes answers under a key of this form.
    return kept.answer as CommandOutcome;
  } catch (error) {
    if (!(error instanceof ReceiptMismatch)) throw error;
    throw new Refusal("idempotency_mismatch", "this command id was used with another payload");
  }
}

function authorise(actor: Actor, command: Command): void {
  const role = roleOf(actor);
  if (role === null || !roleMay(role, command.permission)) {
    throw new Refusal("forbidden", "your role does not allow this");
  }
}

/** Ids of different people never meet, nor do those of two cases. */
function ownerOf(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return `socket:staff:${actor.staffId}`;
    case "borrower":
      return `socket:borrower:${actor.borrowerId}`;
    case "system":
      return "socket:system";
  }
}

function present(refusal: Refusal): AckError {
  const { code, message, errors, params } = refusal;
  return { code, detail: message, errors, params };
}
