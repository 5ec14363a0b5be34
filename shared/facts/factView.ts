import type { SignatureMethod } from "../agreements/signing.ts";
import type { Party } from "../journal/audience.ts";
import type { DrawnFact } from "./drawnFacts.ts";
import type { FactAnswer, FactSide, FactStatus } from "./lifecycle.ts";
import type { RecordStatus } from "./record.ts";

export type FactAbility = "answer" | "reword" | "withdraw";

/** A statement of fact as any party of the joint room sees it. */
export type FactView = {
  id: string;
  number: number;
  text: string;
  /** Drawn from the data of the case, or somebody's own words. */
  fromData: boolean;
  status: FactStatus;
  proposedBy: Party;
  wordedBy: Party;
  answers: Record<
    FactSide,
    { answer: FactAnswer; reason: string | null; byName: string | null; at: string | null }
  >;
  version: number;
  abilities: FactAbility[];
};

/** The words of a record, as they are signed and printed. */
export type FactRecordText = {
  title: string;
  number: string;
  intro: string[];
  facts: string[];
  closing: string[];
};

export type FactRecordAbility = "sign" | "void";

export type FactRecordView = {
  id: string;
  caseId: string;
  status: RecordStatus;
  text: FactRecordText;
  contentHash: string;
  draftedAt: string;
  signatures: { party: FactSide; signerName: string; method: SignatureMethod; signedAt: string }[];
  signedAt: string | null;
  /** The sealed file is there; until then the paper is a draft, or is being sealed. */
  sealed: boolean;
  consentWording: string;
  /** As whom this viewer signs; null for who does not. */
  signerName: string | null;
  abilities: FactRecordAbility[];
};

export type FactList = {
  items: FactView[];
  /** What the data of the case says and nobody has put yet; empty for who cannot put anything. */
  drawn: DrawnFact[];
  /** What is being signed. */
  record: FactRecordView | null;
  /** What both have signed, the newest first. */
  signed: FactRecordView[];
  abilities: ("propose" | "draft_record")[];
};
