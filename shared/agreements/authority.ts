import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";

/** Who may sign for an organisation (授权): over which sums and in which days. Both days count. */
export type SigningAuthority = {
  /** Agreements up to this sum; null for any. */
  maxTotalFen: Fen | null;
  validFrom: LocalDate;
  /** Null until it is revoked. */
  validTo: LocalDate | null;
  revokedAt: string | null;
};

export type AuthorityFault = "revoked" | "not_yet" | "expired" | "beyond_scope";

/** Why an authority does not carry a signature over `totalFen` on `today`; null when it does. */
export function authorityFault(
  authority: SigningAuthority,
  signing: { totalFen: Fen; today: LocalDate },
): AuthorityFault | null {
  if (authority.revokedAt !== null) return "revoked";
  if (signing.today < authority.validFrom) return "not_yet";
  if (authority.validTo !== null && signing.today > authority.validTo) return "expired";
  if (authority.maxTotalFen !== null && signing.totalFen > authority.maxTotalFen) return "beyond_scope";
  return null;
}
