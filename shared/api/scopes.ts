import { roleMay, type Permission } from "./permissions.ts";
import { roleOf, type Actor, type Scope } from "./roles.ts";

/** The permissions a scope stands for. Together they are all that the role `platform_system` has. */
export const SCOPE_PERMISSIONS: Record<Scope, readonly Permission[]> = {
  "cases:read": ["case:read", "case:list"],
  "cases:import": ["import:manage"],
  "agreements:read": ["agreement:read", "agreement:list", "plan:read"],
  "payments:record": ["payment:record", "plan:read"],
  "webhooks:manage": ["webhook:manage"],
};

/**
 * May this actor attempt what the permission covers? A person by their role; a system with a key by its role and by
 * one of the key's scopes. The one answer for routes, room commands and what the client is told.
 */
export function actorMay(actor: Actor, permission: Permission): boolean {
  const role = roleOf(actor);
  if (role === null || !roleMay(role, permission)) return false;
  if (actor.kind !== "staff" || actor.scopes === undefined) return true;
  return actor.scopes.some((scope) => SCOPE_PERMISSIONS[scope].includes(permission));
}
