import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyStaffOfAPlatform, type StaffActor } from "../organisations/index.ts";
import type { Import } from "./import.entity.ts";

/** Only staff of the platform whose export it is. To anybody else it does not exist. */
export function onlyStaffOfItsPlatform(actor: Actor, theImport: Import): StaffActor {
  const staff = onlyStaffOfAPlatform(actor);
  if (staff.organisationId !== theImport.platformId) throw noSuchImport();
  return staff;
}

export function noSuchImport(): Refusal {
  return new Refusal("not_found", "no such import");
}
