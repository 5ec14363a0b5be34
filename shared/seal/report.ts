/** What a check of a file found; the same for the page, the interface and the command. */

/**
 * `unaltered` as it was sealed · `altered` it was sealed by us and changed since · `not_ours` no seal of ours is in it ·
 * `unreadable` not a PDF that can be read.
 */
export const SEAL_VERDICTS = ["unaltered", "altered", "not_ours", "unreadable"] as const;
export type SealVerdict = (typeof SEAL_VERDICTS)[number];

/** Why a file is not `unaltered`. */
export const SEAL_FAULTS = [
  "not_pdf",
  "too_large",
  "cannot_be_read",
  "no_seal",
  "no_record",
  "other_root",
  "seal_damaged",
  "range_wrong",
  "digest_differs",
  "signature_wrong",
  "certificate_expired",
  "content_after_seal",
  "bytes_after_seal",
  "timestamp_wrong",
  "bytes_differ",
] as const;
export type SealFault = (typeof SEAL_FAULTS)[number];

/** One signature or timestamp in the file, in the order they were added. */
export type SealMark = {
  kind: "seal" | "timestamp";
  /** Common name in the certificate; what a stranger wrote is shown as such. */
  signer: string;
  /** SHA-256 of the certificate, lower-case hex; empty when it cannot be read. */
  fingerprint: string;
  /** Instant: claimed by the signer, or attested when `kind` is `timestamp`. */
  at: string | null;
  /** Instant attested by a timestamp server inside this signature. */
  attestedAt: string | null;
  /** Number of bytes from the start of the file that it covers. */
  coversBytes: number;
  /** The chain ends at a root of ours. Timestamps come from elsewhere and are never `ours`. */
  ours: boolean;
  fault: SealFault | null;
};

/** What differs from the file as it was sealed. Offsets count bytes from 0; `to` is not included. */
export type SealChange =
  | { kind: "changed"; from: number; to: number; place: "seal" | "content" | "structure" }
  | { kind: "appended"; from: number; bytes: number; revisions: number }
  | { kind: "cut_off"; from: number; bytes: number }
  | { kind: "rewritten" };

/** What the file says of itself and needs no server to find. */
export type SealReport = {
  verdict: SealVerdict;
  faults: SealFault[];
  marks: SealMark[];
  bytes: number;
  sha256: string;
  /** The last time the file itself claims to have been changed; anyone can write that. */
  claimedChange: string | null;
};

/** PAdES levels as they are reached: `B-B` sealed, `B-LTA` with timestamps; `record` by hash alone, before PAdES. */
export const SEAL_LEVELS = ["record", "B-B", "B-LTA"] as const;
export type SealLevel = (typeof SEAL_LEVELS)[number];

/** Documents that are sealed. */
export const SEALED_KINDS = [
  "agreement",
  "termination_certificate",
  "completion_certificate",
  "confirmation_application",
  "packet",
  "fact_record",
  "minutes",
] as const;
export type SealedKind = (typeof SEALED_KINDS)[number];
