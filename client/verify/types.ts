import type { SealChange, SealedKind, SealLevel, SealReport } from "../../shared/seal/report.ts";

/** What anybody with the code may know. */
export interface SealedDocument {
  readonly kind: SealedKind;
  readonly code: string;
  readonly issuer: string;
  readonly sealedAt: string;
  readonly pageCount: number | null;
  readonly superseded: boolean;
  readonly development: boolean;
  readonly signer: string | null;
  readonly fingerprint: string | null;
  readonly files: readonly { readonly sha256: string; readonly level: SealLevel; readonly at: string }[];
}

/** What was found about a file. */
export type FileCheck = SealReport & {
  readonly document: SealedDocument | null;
  readonly number: string | null;
  readonly changes: readonly SealChange[];
};
