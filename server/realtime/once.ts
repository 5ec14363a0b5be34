import { Refusal } from "../../shared/api/refusal.ts";
import {
  findReceipt,
  leaveReceipt,
  ReceiptMismatch,
  withReceipt,
  type Answer,
  type ReceiptKey,
} from "../database/receipts.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { CommandOutcome } from "./command.ts";

type Run = (tx: Tx) => Promise<CommandOutcome>;

/** The answer is stored with the change it reports: the same id again repeats the answer and nothing else. */
export async function runUnderReceipt(db: Database, receipt: ReceiptKey, run: Run): Promise<CommandOutcome> {
  try {
    const kept = await db.transaction((tx) =>
      withReceipt(tx, receipt, async () => ({ status: 200, answer: await run(tx) })),
    );
    return outcomeOf(kept);
  } catch (error) {
    throw explained(error);
  }
}

/**
 * The same, with the receipt written last. When the run fails, or its receipt turns out to be taken, it may have been
 * a repetition of what was done before, and then the answer is the one given then; also when the answer to the commit
 * itself was lost.
 */
export async function runThenLeaveReceipt(
  db: Database,
  receipt: ReceiptKey,
  run: Run,
): Promise<CommandOutcome> {
  try {
    return await db.transaction(async (tx) => {
      const answer = await run(tx);
      if (!(await leaveReceipt(tx, receipt, { status: 200, answer })))
        throw new Error("the receipt is taken");
      return answer;
    });
  } catch (error) {
    const kept = await db
      .read((tx) => findReceipt(tx, receipt))
      .catch((mismatch: unknown) => {
        throw explained(mismatch);
      });
    if (kept) return outcomeOf(kept);
    throw error;
  }
}

function outcomeOf({ answer }: Answer): CommandOutcome {
  // Only these two functions write answers under a key of this form.
  return answer as CommandOutcome;
}

function explained(error: unknown): unknown {
  if (!(error instanceof ReceiptMismatch)) return error;
  return new Refusal("idempotency_mismatch", "this command id was used with another payload");
}
