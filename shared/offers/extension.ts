import { isPastExpiry, type OfferStatus } from "./lifecycle.ts";

/** An offer whose answer is being written is given more time when less than this is left. Milliseconds. */
export const EXTEND_WITHIN_MS = 5 * 60_000;
/** How much more, and once only. Milliseconds. */
export const EXTENSION_MS = 15 * 60_000;

/**
 * The new end of an offer that somebody is just answering, or null where it stays: because there is time, because it
 * was extended before, or because it has ended. An offer never runs out under the hands of who answers it, and nobody
 * can hold it open for longer than that.
 */
export function extendedExpiry(
  offer: { status: OfferStatus; expiresAt: Date; extendedAt: Date | null },
  now: Date,
): Date | null {
  if (offer.status !== "open" || offer.extendedAt !== null || isPastExpiry(offer.expiresAt, now)) return null;
  if (offer.expiresAt.getTime() - now.getTime() > EXTEND_WITHIN_MS) return null;
  return new Date(offer.expiresAt.getTime() + EXTENSION_MS);
}
