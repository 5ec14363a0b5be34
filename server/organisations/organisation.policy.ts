import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";

export type StaffActor = Actor & { kind: "staff" };

/** Only somebody of an organisation does this; a borrower has no organisation. */
export function onlyStaff(actor: Actor): StaffActor {
  if (actor.kind !== "staff") throw new Refusal("forbidden", "only staff of an organisation may do this");
  return actor;
}

/** Only somebody of a platform does this, and only for that platform. */
export function onlyStaffOfAPlatform(actor: Actor): StaffActor {
  const staff = onlyStaff(actor);
  if (staff.organisationKind !== "platform") throw new Refusal("forbidden", "only a platform may do this");
  return staff;
}
