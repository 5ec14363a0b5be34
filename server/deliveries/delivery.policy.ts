import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyStaffOfAPlatform, type StaffActor } from "../organisations/index.ts";

/** Only somebody, or some system, of the platform it belongs to; to anybody else it does not exist. */
export function onlyOwnPlatform<T extends { platformId: string }>(
  actor: Actor,
  thing: T | null,
): { staff: StaffActor; own: T } {
  const staff = onlyStaffOfAPlatform(actor);
  if (thing === null || thing.platformId !== staff.organisationId) {
    throw new Refusal("not_found", "no such endpoint or delivery");
  }
  return { staff, own: thing };
}
