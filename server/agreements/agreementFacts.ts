export type { AgreementDebt, AgreementFacts } from "../../shared/agreements/facts.ts";

export type AgreementParty = "borrower" | "platform" | "mediator";
export interface AgreementSignature {
  party: AgreementParty;
  signerName: string;
  method: "drawn" | "typed";
  /** PNG of a drawn signature. */
  image: Uint8Array | null;
  signedAt: string;
  /** SHA-256 of the content that was on the screen. */
  contentHash: string;
  consentWording: string;
  evidence: {
    ip: string;
    device: string;
    /** How the signer was known: one-time code to a masked number, or the account they were signed in to. */
    identification: string;
    /** Further rows of the record: reading, codes, authority. */
    lines?: readonly { label: string; text: string }[];
  };
}

export type SigningState =
  | { stage: "review" }
  | { stage: "signed"; signatures: readonly AgreementSignature[] }
  | {
      stage: "sealed";
      signatures: readonly AgreementSignature[];
      seal: {
        sealedAt: string;
        sealedBy: string;
        /** How the paper is verified; absent in what was drawn before there was a seal to verify. */
        verify?: { code: string; url: string; development: boolean };
      };
    };
