/** What a person of an organisation may be. One role each; a borrower is not staff. */
export const STAFF_ROLES = [
  "platform_agent",
  "platform_approver",
  "mediator",
  "lawyer",
  "centre_admin",
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = StaffRole | "borrower";
export type OrganisationKind = "centre" | "platform" | "law_firm";

/**
 * Who performs a command. A borrower's session is bound to the one case whose
 * invitation they proved themselves against.
 */
export type Actor =
  | {
      kind: "staff";
      staffId: string;
      role: StaffRole;
      organisationId: string;
      organisationKind: OrganisationKind;
      name: string;
    }
  | { kind: "borrower"; borrowerId: string; caseId: string; name: string }
  | { kind: "system"; name: string };

/** The actor's role, or null for the system itself. */
export function roleOf(actor: Actor): Role | null {
  switch (actor.kind) {
    case "staff":
      return actor.role;
    case "borrower":
      return "borrower";
    case "system":
      return null;
  }
}
