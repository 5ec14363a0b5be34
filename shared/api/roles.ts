/**
 * What a person of an organisation may be. One role each; a borrower is not staff. `platform_system` is no person but a
 * platform's own software, which comes with an API key instead of a session.
 */
export const STAFF_ROLES = [
  "platform_agent",
  "platform_approver",
  "platform_system",
  "mediator",
  "lawyer",
  "centre_admin",
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = StaffRole | "borrower";
export type OrganisationKind = "centre" | "platform" | "law_firm";

/** What the holder of a platform's API key may be allowed, as somebody chooses it when the key is made. */
export const SCOPES = [
  "cases:read",
  "cases:import",
  "agreements:read",
  "payments:record",
  "webhooks:manage",
] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * What a borrower's power of attorney covers (民诉法解释 89): `general` is speaking and reading, `special` also disposes
 * of the matter: offers, answers, consent, signature.
 */
export const REPRESENTATION_SCOPES = ["general", "special"] as const;
export type RepresentationScope = (typeof REPRESENTATION_SCOPES)[number];

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
      /** Only of a `platform_system`: what its key allows of what the role may. */
      scopes?: readonly Scope[];
    }
  | {
      kind: "borrower";
      borrowerId: string;
      caseId: string;
      name: string;
      /** Somebody who acts for the borrower: the name is theirs, and what they may do follows from the scope. */
      representative?: { id: string; scope: RepresentationScope };
    }
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

/** The id of the person who acts: a representative is not the borrower they act for. Null for the system itself. */
export function personIdOf(actor: Actor): string | null {
  switch (actor.kind) {
    case "staff":
      return actor.staffId;
    case "borrower":
      return actor.representative?.id ?? actor.borrowerId;
    case "system":
      return null;
  }
}
