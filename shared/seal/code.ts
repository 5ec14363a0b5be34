/** Letters and digits that are not mistaken for one another (Crockford's base 32). */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 16;

/** Sixteen characters as they are printed: `7K3M-9QTX-2ABC-D4EF`. */
export function printedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? code;
}

/**
 * The code a person typed, in the form it is stored: spaces and dashes dropped, `O` read as 0, `I` and `L` as 1, and
 * full-width characters as plain ones. Null when it cannot be one.
 */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐-―—－]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (plain.length !== CODE_LENGTH) return null;
  return Array.from(plain).every((character) => CODE_ALPHABET.includes(character)) ? plain : null;
}

/** A code from 80 random bits. Throws RangeError for another number of bytes. */
export function codeFromBytes(random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError("a code is made of ten bytes");
  let value = 0n;
  for (const byte of random) value = (value << 8n) | BigInt(byte);
  let code = "";
  for (let place = 0; place < CODE_LENGTH; place++) {
    code = CODE_ALPHABET.charAt(Number(value & 31n)) + code;
    value >>= 5n;
  }
  return code;
}
