export type InvitationState = "open" | "expired" | "revoked";

/**
 * Whether an invitation still opens the door. Once its person has proved who they are, it stays their way back
 * into the case until it is replaced; before that it expires.
 */
export function invitationState(
  invitation: { revokedAt: Date | null; identifiedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.revokedAt !== null) return "revoked";
  return invitation.identifiedAt === null && now >= invitation.expiresAt ? "expired" : "open";
}
