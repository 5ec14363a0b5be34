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

/** What a representative with general powers may: read, speak, and show documents. Nothing that disposes of the matter. */
export const GENERAL_REPRESENTATION: readonly Permission[] = [
  "case:read",
  "journal:read",
  "capacity:read",
  "floor:read",
  "room:join",
  "offer:read",
  "agreement:read",
  "plan:read",
  "confirmation:read",
  "exhibit:read",
  "exhibit:add",
  "representative:read",
  "fact:read",
  "factRecord:read",
  "session:read",
  "session:tick",
  "minutes:read",
];

/**
 * What nobody does in the borrower's place: choosing who acts for them, and signing what goes to a court. A power to
 * settle is not one to plead.
 */
export const IN_PERSON: readonly Permission[] = [
  "representative:name",
  "confirmation:sign",
  "factRecord:sign",
];

/**
 * Why this actor may not attempt what the permission covers, or null. A person by their role; a system with a key by its
 * role and by one of the key's scopes; a representative by the borrower's role and by their power of attorney. The one
 * answer for routes, room commands and what the client is told.
 */
export function whyNot(actor: Actor, permission: Permission): "forbidden" | "beyond_powers" | null {
  const role = roleOf(actor);
  if (role === null || !roleMay(role, permission)) return "forbidden";
  if (actor.kind === "borrower" && actor.representative) {
    const { scope } = actor.representative;
    const covered =
      scope === "special" ? !IN_PERSON.includes(permission) : GENERAL_REPRESENTATION.includes(permission);
    return covered ? null : "beyond_powers";
  }
  if (actor.kind !== "staff" || actor.scopes === undefined) return null;
  return actor.scopes.some((scope) => SCOPE_PERMISSIONS[scope].includes(permission)) ? null : "forbidden";
}

export function actorMay(actor: Actor, permission: Permission): boolean {
  return whyNot(actor, permission) === null;
}
