import type { Actor } from "../../shared/api/roles.ts";

/**
 * What a session remembers. `epoch` is counted up when somebody changes their password or signs
 * out everywhere, so older sessions stop at their next request.
 */
export type SessionIdentity =
  | { kind: "staff"; staffId: string; epoch: number }
  | { kind: "borrower"; borrowerId: string; caseId: string; representativeId?: string };

/** What signing in needs to know of people; implemented by the domains that keep them. */
export interface Accounts {
  /** The staff member for this username and password, or null; takes the same time either way. */
  checkPassword(username: string, password: string): Promise<SessionIdentity | null>;
  /** The actor behind a session, or null when it no longer holds. */
  loadActor(identity: SessionIdentity): Promise<Actor | null>;
}

declare global {
  // Passport's own place for the shape of `req.user`.
  // oxlint-disable-next-line typescript/no-namespace
  namespace Express {
    interface User {
      identity: SessionIdentity;
      actor: Actor;
    }
  }
}

/** Read a stored identity back, trusting nothing about its shape. */
export function parseIdentity(stored: unknown): SessionIdentity | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { kind, staffId, epoch, borrowerId, caseId, representativeId } = stored as Record<string, unknown>;
  if (kind === "staff" && typeof staffId === "string" && typeof epoch === "number") {
    return { kind, staffId, epoch };
  }
  if (kind === "borrower" && typeof borrowerId === "string" && typeof caseId === "string") {
    if (representativeId === undefined) return { kind, borrowerId, caseId };
    // A session of somebody who acts for the borrower never becomes one of the borrower.
    return typeof representativeId === "string" ? { kind, borrowerId, caseId, representativeId } : null;
  }
  return null;
}
