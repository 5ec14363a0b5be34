/** What a signer did with a text before it was sealed, one line each on the record of signing. */
const SIGNING_STEPS = [
  "opened",
  "page_viewed",
  "code_sent",
  "code_wrong",
  "code_right",
  "consent_shown",
  "signed",
  "refused",
] as const;
export type SigningStepKind = (typeof SIGNING_STEPS)[number];

/** Pages 1 to `pageCount` that are not among those viewed, in order. */
export function pagesLeft(pageCount: number, viewed: readonly number[]): number[] {
  return Array.from({ length: pageCount }, (_, index) => index + 1).filter((page) => !viewed.includes(page));
}
