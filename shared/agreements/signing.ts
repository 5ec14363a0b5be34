/** The sentence a person agrees to when signing; shown on the screen and kept with the signature, word for word. */
export const SIGNING_CONSENT_WORDING =
  "我已阅读并理解本调解协议书全文，同意以电子方式签署，确认此签名由本人作出，与手写签名具有同等法律效力。";

/** Which text of it: a changed sentence gets another, so that a signature says which one was on the screen. */
export const SIGNING_CONSENT_VERSION = "2026-11";

export const SIGNATURE_METHODS = ["drawn", "typed"] as const;
export type SignatureMethod = (typeof SIGNATURE_METHODS)[number];

/** A drawn signature as PNG, before it is encoded for transport. */
export const MAX_SIGNATURE_BYTES = 200 * 1024;

/** Whether a typed name is the name on file, whatever spaces or dots a keyboard put into it. */
export function isSameName(typed: string, onFile: string): boolean {
  return plain(typed) === plain(onFile) && plain(typed) !== "";
}

/** `·`, `•`, `・` and `.` all stand for the dot in names such as 阿卜杜拉·吐尔逊. */
function plain(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s]+/gu, "")
    .replace(/[·•‧・.。]/gu, "·")
    .toUpperCase();
}

/** `2026-0001234` and 1 → `调协2026-0001234-1`: the first agreement of that case. Throws RangeError below 1. */
export function agreementNumber(caseNumber: string, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError("serial starts at 1");
  return `调协${caseNumber}-${serial}`;
}
