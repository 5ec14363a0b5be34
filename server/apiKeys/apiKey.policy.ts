import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyStaffOfAPlatform, type StaffActor } from "../organisations/index.ts";
import type { ApiKey } from "./apiKey.entity.ts";

/** Only somebody of the platform the key belongs to; to anybody else it does not exist. */
export function onlyPlatformOfKey(actor: Actor, key: ApiKey | null): StaffActor {
  const staff = onlyStaffOfAPlatform(actor);
  if (key?.platformId !== staff.organisationId) throw new Refusal("not_found", "no such key");
  return staff;
}
