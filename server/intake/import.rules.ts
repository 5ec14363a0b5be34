import { Refusal } from "../../shared/api/refusal.ts";
import { decideImport, type ImportCommand, type ImportStatus } from "../../shared/intake/importLifecycle.ts";
import type { Import } from "./import.entity.ts";

/** The status a command leads to; throws the lifecycle's refusal. Removing has no status: the row goes. */
export function step(theImport: Import, command: Exclude<ImportCommand, "remove">): ImportStatus {
  const to = decide(theImport, command);
  if (to === "removed") throw new Error(`${command} removes nothing`);
  return to;
}

export function mayBeRemoved(theImport: Import): void {
  decide(theImport, "remove");
}

function decide(theImport: Import, command: ImportCommand): ImportStatus | "removed" {
  const decision = decideImport(theImport.status, command);
  if (decision.ok) return decision.to;
  throw new Refusal(decision.code, `not possible while the import is ${theImport.status}`);
}
