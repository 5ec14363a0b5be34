import { Refusal, type RefusalCode } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { AppointmentService } from "./appointment.service.ts";
import type { BulkInput } from "./case.schemas.ts";
import type { CaseProgress } from "./caseProgress.service.ts";

export type BulkOutcome = { done: string[]; refused: { id: string; code: RefusalCode }[] };

/**
 * One decision about many cases, each in its own transaction: what one case refuses does not undo the others,
 * and doing it again only meets those that are left.
 */
export async function decideMany(
  db: Database,
  services: { progress: CaseProgress; appointments: AppointmentService },
  actor: Actor,
  input: BulkInput,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (const id of input.caseIds) {
    try {
      await db.transaction((tx) => decideOne(tx, services, actor, id, input));
      outcome.done.push(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome.refused.push({ id, code: error.code });
    }
  }
  return outcome;
}

async function decideOne(
  tx: Tx,
  { progress, appointments }: { progress: CaseProgress; appointments: AppointmentService },
  actor: Actor,
  caseId: string,
  { action, mediatorId, note }: BulkInput,
): Promise<void> {
  if (action === "accept") await progress.accept(tx, actor, caseId);
  else if (action === "decline") await progress.decline(tx, actor, caseId, note);
  else if (mediatorId !== undefined) await appointments.propose(tx, actor, caseId, mediatorId);
}
