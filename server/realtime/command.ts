import type { ObjectSchema } from "joi";
import type { Permission } from "../../shared/api/permissions.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Tx } from "../database/transaction.ts";
import type { Connection } from "./connection.ts";

/** What a command did: its place in the sender's own stream, and what the sender is told. */
export type CommandOutcome = { n?: number; result: unknown };

type Common<P> = {
  type: string;
  permission: Permission;
  /** Checks the payload; without one the payload must be empty. */
  schema?: ObjectSchema<P>;
};
export type Call<P = unknown> = { actor: Actor; caseId: string; payload: P; connection: Connection };

/** Changes something: one transaction with its receipt, so that the same id again gives the same answer. */
export type WritingCommand<P> = Common<P> & {
  kind: "command";
  handle: (call: Call<P> & { tx: Tx }) => Promise<CommandOutcome>;
  /**
   * For what comes often: carries out many calls in one transaction. Null for a call that has to be handled alone, be
   * it because it will be refused. A repetition is carried out before it is known to be one and then undone, so this
   * and `handle` must touch nothing but their transaction.
   */
  handleTogether?: (tx: Tx, calls: readonly Call<P>[]) => Promise<(CommandOutcome | null)[]>;
};
/**
 * Changes what this connection hears. Done anew each time, because a new connection has joined nothing;
 * `undo` runs when the transaction failed.
 */
export type EntryCommand<P> = Common<P> & {
  kind: "entry";
  handle: (call: Call<P> & { tx: Tx }) => Promise<CommandOutcome>;
  undo: (call: Call<P>) => void;
};
export type ReadingCommand<P> = Common<P> & {
  kind: "query";
  handle: (call: Call<P> & { tx: Tx }) => Promise<CommandOutcome>;
};
/** Touches no database and may be dropped. */
export type HintCommand<P> = Common<P> & {
  kind: "hint";
  handle: (call: Call<P>) => void;
};

export type HandleTogether = (tx: Tx, calls: readonly Call[]) => Promise<(CommandOutcome | null)[]>;

/** A command with its types forgotten, as kept in the table. */
export type Command = Omit<Common<unknown>, "schema"> & { schema?: ObjectSchema } & (
    | {
        kind: "command";
        handle: (call: Call & { tx: Tx }) => Promise<CommandOutcome>;
        handleTogether?: HandleTogether;
      }
    | { kind: "query"; handle: (call: Call & { tx: Tx }) => Promise<CommandOutcome> }
    | {
        kind: "entry";
        handle: (call: Call & { tx: Tx }) => Promise<CommandOutcome>;
        undo: (call: Call) => void;
      }
    | { kind: "hint"; handle: (call: Call) => void }
  );

/** One line of the table of socket commands; like a route, it cannot exist without saying who may use it. */
export function defineCommand<P = object>(
  command: WritingCommand<P> | EntryCommand<P> | ReadingCommand<P> | HintCommand<P>,
): Command {
  // The dispatcher checks the payload with this command's own schema before it calls the handler.
  return command as unknown as Command;
}
