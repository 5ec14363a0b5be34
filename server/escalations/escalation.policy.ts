import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { EscalationStatus } from "../../shared/escalations/lifecycle.ts";
import type { StaffActor } from "../organisations/index.ts";
import type { Escalation } from "./escalation.entity.ts";

/** A packet exists for its lawyer once it is sealed; what is being made or failed is the platform's affair. */
export const LAWYER_READS: readonly EscalationStatus[] = ["sealed", "closed"];

/** The lawyer it was handed to, or staff of the platform that asked; to anybody else it does not exist. */
export function readerOf(actor: Actor, escalation: Escalation): "lawyer" | "platform" {
  if (actor.kind === "staff") {
    if (
      actor.role === "lawyer" &&
      actor.staffId === escalation.lawyerId &&
      LAWYER_READS.includes(escalation.status)
    ) {
      return "lawyer";
    }
    if (actor.organisationKind === "platform" && actor.organisationId === escalation.platformId) {
      return "platform";
    }
  }
  throw noSuchEscalation();
}

export function onlyItsLawyer(actor: Actor, escalation: Escalation): StaffActor {
  if (readerOf(actor, escalation) !== "lawyer" || actor.kind !== "staff") {
    throw new Refusal("forbidden", "only the lawyer it was handed to may do this");
  }
  return actor;
}

export function noSuchEscalation(): Refusal {
  return new Refusal("not_found", "no such escalation");
}
