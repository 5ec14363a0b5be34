/** A signature or timestamp as it lies in the bytes of a file. */
export type FoundSignature = {
  kind: "seal" | "timestamp";
  /** Where its hex string begins (at `<`) and ends (after `>`). */
  gap: { from: number; to: number };
  /** Bytes from the start of the file that it vouches for, its own hex string apart. */
  coversTo: number;
  /** The CMS structure; null when the hex string is not one, or carries something behind it. */
  cms: Uint8Array | null;
  /** The signing time the dictionary names. */
  claimedAt: string | null;
};

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;
/** More than any document of ours has; a file with more is not read to its end. */
const MOST = 50;
/** Between the range and its hex string stands little more than `/Contents`. */
const NEAR = 400;

/**
 * Signatures by their byte ranges, in the order of what they cover. Those whose range does not point at their own hex
 * string (copied into another file, or moved by rewriting) are no signatures of this file and are left out.
 */
export function findSignatures(bytes: Uint8Array): FoundSignature[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const found: FoundSignature[] = [];
  for (const match of text.matchAll(BYTE_RANGE)) {
    const one = readSignature(text, match.index, match);
    if (one !== null) found.push(one);
    if (found.length === MOST) break;
  }
  return found.sort((left, right) => left.coversTo - right.coversTo);
}

/** What a signature vouches for: everything up to `coversTo` but its own hex string. */
export function signedBytes(bytes: Uint8Array, { gap, coversTo }: FoundSignature): Uint8Array {
  const signed = new Uint8Array(gap.from + (coversTo - gap.to));
  signed.set(bytes.subarray(0, gap.from));
  signed.set(bytes.subarray(gap.to, coversTo), gap.from);
  return signed;
}

function readSignature(text: string, at: number, match: RegExpExecArray): FoundSignature | null {
  const [start = 0, from = 0, to = 0, rest = 0] = match.slice(1).map(Number);
  const near = at + match[0].length;
  const pointsAtItself = start === 0 && from < to && from >= at - NEAR && from <= near + NEAR;
  if (!pointsAtItself || to + rest > text.length) return null;
  const opening = text.lastIndexOf(" obj", at);
  const closing = text.indexOf("endobj", to);
  const dictionary = text.slice(Math.max(0, opening), from) + text.slice(to, Math.max(to, closing));
  return {
    kind: /\/SubFilter\s*\/ETSI\.RFC3161/.test(dictionary) ? "timestamp" : "seal",
    gap: { from, to },
    coversTo: to + rest,
    cms: readHex(text.slice(from, to)),
    claimedAt: readPdfDate(/\/M\s*\((D:[^)]{4,30})\)/.exec(dictionary)?.[1] ?? ""),
  };
}

/**
 * The hex string as we write it: upper-case digits in angle brackets, then nothing but zeros. Whatever else could stand
 * in the gap is not covered by the signature, so nothing else may.
 */
function readHex(gap: string): Uint8Array | null {
  if (!/^<[0-9A-F]+>$/.test(gap)) return null;
  const bytes = new Uint8Array(Buffer.from(gap.slice(1, -1), "hex"));
  const length = derLength(bytes);
  if (length === null || length > bytes.length || gap.length % 2 !== 0) return null;
  for (let place = length; place < bytes.length; place++) if (bytes[place] !== 0) return null;
  return bytes.slice(0, length);
}

/** Length of the DER element at the start, its head included. */
function derLength(bytes: Uint8Array): number | null {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30) return null;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count < 1 || count > 3) return null;
  let length = 0;
  for (let place = 0; place < count; place++) length = length * 256 + (bytes[2 + place] ?? 0);
  return 2 + count + length;
}

/** `D:20261121223857+08'00'` as an instant; null when it is none. */
export function readPdfDate(text: string): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, sign = "+", zoneHour = "00", zoneMinute = "00"] = parts;
  const instant = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${zoneHour}:${zoneMinute}`,
  );
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
