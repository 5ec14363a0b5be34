/**
 * Characters nobody mistakes for one another when read off a letter or over the phone: no 0 and O, no 1, I and L,
 * and no U, which handwriting makes a V.
 */
export const INVITATION_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const INVITATION_LENGTH = 12;

const PATTERN = new RegExp(`^[${INVITATION_ALPHABET}]{${INVITATION_LENGTH}}$`);

/**
 * A code as stored, from what a person typed or a link carried: small letters, spaces and dashes (also full-width
 * ones) do not matter. Null when it cannot be a code.
 */
export function normaliseInvitationCode(text: string): string | null {
  const code = text
    .normalize("NFKC")
    .replace(/[\s\-‐-―−]/gu, "")
    .toUpperCase();
  return PATTERN.test(code) ? code : null;
}

/** A code as shown: `XXXX-XXXX-XXXX`. */
export function showInvitationCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? code;
}

/** A code from random bytes, three quarters of which are used; null when too many had to be thrown away. */
export function invitationCodeFrom(random: Iterable<number>): string | null {
  const size = INVITATION_ALPHABET.length;
  // Bytes at the uneven end of the range would make some characters likelier than others.
  const fair = 256 - (256 % size);
  let code = "";
  for (const byte of random) {
    if (byte < fair) code += INVITATION_ALPHABET.charAt(byte % size);
    if (code.length === INVITATION_LENGTH) return code;
  }
  return null;
}
