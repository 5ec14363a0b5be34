import { fen, type Fen } from "../money/fen.ts";
import type { LineKey, Section } from "./lines.ts";

export const PERIODS = ["monthly", "weekly", "yearly"] as const;
export type Period = (typeof PERIODS)[number];

/** How well a line is known: said, shown by a document, or checked by the mediator. */
export const EVIDENCE_STATES = ["stated", "evidenced", "verified"] as const;
export type Evidence = (typeof EVIDENCE_STATES)[number];

/** Whether a section was filled in, passed over for now, or not reached yet. */
export const SECTION_STATES = ["open", "answered", "skipped"] as const;
export type SectionState = (typeof SECTION_STATES)[number];

/** The most one line may say for its period: 100 million yuan, so that no sum leaves the safe integers. */
export const MAX_LINE_FEN: Fen = fen(10_000_000_000);
export const MAX_HOUSEHOLD = 20;
export const MAX_NOTE_LENGTH = 300;

/** One line as the borrower fills it in. */
export type CapacityLine = {
  key: LineKey;
  /** For one `period`; null when the borrower does not know, which only an `unsure` line may be. */
  amountFen: Fen | null;
  period: Period;
  unsure: boolean;
  note: string | null;
  /** A document that shows it. */
  exhibitId: string | null;
  /** Calendar months (1–12) in which it comes in or falls due; null for every month. */
  months: readonly number[] | null;
};

/** The statement as it is being filled in: whatever is known so far. */
export type CapacityDraft = {
  /** How many people live on this income; null until answered. */
  householdSize: number | null;
  /** Whose living floor applies; null until answered. */
  region: string | null;
  sections: Readonly<Record<Section, SectionState>>;
  lines: readonly CapacityLine[];
};

/** A line as handed in, with how well it is known and what the mediator remarked. */
export type SubmittedLine = CapacityLine & {
  evidence: Evidence;
  remark: string | null;
};

/** The statement as handed in. Only the evidence of its lines changes afterwards. */
export type CapacityStatement = {
  householdSize: number;
  region: string | null;
  sections: Readonly<Record<Section, SectionState>>;
  lines: readonly SubmittedLine[];
};

/** A statement nobody has begun to fill in. */
export const EMPTY_DRAFT: CapacityDraft = {
  householdSize: null,
  region: null,
  sections: {
    income: "open",
    fixed: "open",
    flexible: "open",
    savings: "open",
    priorityDebts: "open",
    otherDebts: "open",
  },
  lines: [],
};
