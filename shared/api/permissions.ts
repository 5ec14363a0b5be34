import type { Role } from "./roles.ts";

/**
 * What each role may attempt at all. A permission says nothing about a particular case: the
 * domain's policy decides that on the loaded row.
 */
export const PERMISSIONS = {
  "account:own": ["platform_agent", "platform_approver", "mediator", "lawyer", "centre_admin"],
  "case:read": [
    "borrower",
    "platform_agent",
    "platform_approver",
    "platform_system",
    "mediator",
    "centre_admin",
  ],
  "case:list": ["platform_agent", "platform_approver", "platform_system", "mediator", "centre_admin"],
  "case:accept": ["centre_admin"],
  "case:appoint": ["centre_admin"],
  "case:declare": ["mediator"],
  "case:assist": ["mediator", "centre_admin"],
  "case:mediate": ["mediator"],
  "case:respond": ["borrower"],
  "statement:answer": ["borrower", "platform_agent", "platform_approver"],
  "statement:correct": ["platform_agent", "platform_approver"],
  "risk:set": ["platform_agent", "platform_approver"],
  "case:consent": ["platform_agent", "platform_approver"],
  "journal:read": ["borrower", "platform_agent", "platform_approver", "mediator", "centre_admin"],
  "journal:verify": ["centre_admin"],
  "import:manage": ["platform_agent", "platform_approver", "platform_system"],
  "law:read": ["platform_agent", "platform_approver", "mediator", "lawyer", "centre_admin"],
  "law:edit": ["centre_admin"],
  "template:read": ["mediator", "centre_admin"],
  "template:edit": ["centre_admin"],
  "policy:read": ["platform_agent", "platform_approver"],
  "policy:edit": ["platform_approver"],
  "capacity:read": ["borrower", "mediator"],
  "capacity:fill": ["borrower"],
  "capacity:verify": ["mediator"],
  "floor:read": ["borrower", "mediator", "centre_admin"],
  "floor:edit": ["centre_admin"],
  "room:join": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "room:moderate": ["mediator"],
  "representative:read": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "representative:name": ["borrower", "mediator"],
  "representative:accept": ["mediator"],
  "fact:read": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "fact:propose": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "fact:answer": ["borrower", "platform_agent", "platform_approver"],
  "factRecord:draft": ["mediator"],
  "factRecord:read": ["borrower", "platform_agent", "platform_approver", "mediator", "centre_admin"],
  "factRecord:sign": ["borrower", "platform_approver"],
  "session:read": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "session:tick": ["borrower", "platform_agent", "platform_approver"],
  "session:hold": ["mediator"],
  "offer:read": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "offer:put": ["borrower", "platform_agent", "platform_approver"],
  "offer:approve": ["platform_approver"],
  "offer:draftFor": ["mediator"],
  "proposal:make": ["mediator"],
  "minutes:read": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "minutes:write": ["mediator"],
  "agreement:read": [
    "borrower",
    "platform_agent",
    "platform_approver",
    "platform_system",
    "mediator",
    "centre_admin",
  ],
  "agreement:list": ["platform_agent", "platform_approver", "platform_system", "mediator", "centre_admin"],
  "agreement:review": ["mediator"],
  "agreement:sign": ["borrower", "platform_approver", "mediator"],
  "agreement:seal": ["centre_admin"],
  "agreement:withdraw": ["borrower", "platform_approver", "mediator", "centre_admin"],
  "signing:read": ["platform_agent", "platform_approver", "mediator", "centre_admin"],
  "signing:edit": ["centre_admin"],
  "authority:read": ["platform_agent", "platform_approver"],
  "authority:edit": ["platform_approver"],
  "plan:read": [
    "borrower",
    "platform_agent",
    "platform_approver",
    "platform_system",
    "mediator",
    "centre_admin",
  ],
  "payment:record": ["platform_agent", "platform_approver", "platform_system"],
  "plan:enforce": ["platform_agent", "platform_approver", "mediator"],
  "confirmation:read": ["borrower", "platform_agent", "platform_approver", "mediator", "centre_admin"],
  "confirmation:manage": ["mediator", "centre_admin"],
  "confirmation:sign": ["borrower", "platform_approver"],
  "caseFile:read": ["mediator", "centre_admin"],
  "exhibit:read": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "exhibit:add": ["borrower", "platform_agent", "platform_approver", "mediator"],
  "escalation:request": ["platform_agent", "platform_approver"],
  "escalation:read": ["platform_agent", "platform_approver", "lawyer"],
  "escalation:conclude": ["lawyer"],
  "outbox:read": ["centre_admin"],
  "notice:resend": ["mediator", "centre_admin"],
  "contact:make": ["mediator", "centre_admin"],
  "staff:list": ["centre_admin"],
  "apiKey:manage": ["platform_approver"],
  "webhook:manage": ["platform_approver", "platform_system"],
  "insight:read": ["platform_agent", "platform_approver", "mediator", "lawyer", "centre_admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** May somebody of this role attempt what the permission covers? */
export function roleMay(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}

/** Every permission of a role, as sent to the client so that buttons and checks agree. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => roleMay(role, permission));
}
