import { Column, Entity, PrimaryColumn } from "typeorm";
import type { AgreementStatus } from "../../shared/agreements/lifecycle.ts";
import type { SignatureMethod } from "../../shared/agreements/signing.ts";
import type { SigningSettings } from "../../shared/agreements/deadline.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { ScheduleResult } from "../../shared/plans/schedule.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { fenTransformer } from "../database/fenColumn.ts";
import type { AgreementContent } from "./agreementContent.ts";
import type { AgreementFacts } from "./agreementFacts.ts";

/**
 * What was true when the agreement was composed, and the very words that followed from it: what people read and sign
 * does not change when names, addresses or our wording change later.
 */
export type AgreementSnapshot = {
  facts: AgreementFacts;
  content: AgreementContent;
  signatoryId: string;
  /** Who signs in the borrower's place; absent where the borrower does. */
  representativeId?: string | null;
};

@Entity({ name: "agreement" })
export class Agreement {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "uuid", name: "offer_id" }) offerId!: string;
  @Column({ type: "text" }) status!: AgreementStatus;
  @Column({ type: "jsonb" }) terms!: Terms;
  @Column({ type: "text", name: "terms_hash" }) termsHash!: string;
  @Column({ type: "jsonb", name: "facts" }) snapshot!: AgreementSnapshot;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "jsonb" }) schedule!: ScheduleResult;
  @Column({ type: "bigint", name: "total_fen", transformer: fenTransformer }) totalFen!: Fen;
  @Column({ type: "timestamptz", name: "composed_at" }) composedAt!: Date;
  @Column({ type: "timestamptz", name: "released_at", nullable: true }) releasedAt!: Date | null;
  @Column({ type: "timestamptz", name: "sealed_at", nullable: true }) sealedAt!: Date | null;
  @Column({ type: "uuid", name: "sealed_by", nullable: true }) sealedBy!: string | null;
  @Column({ type: "text", name: "document_sha256", nullable: true }) documentSha256!: string | null;
  @Column({ type: "int", name: "page_count", nullable: true }) pageCount!: number | null;
  /** Whose accepted offer it carries out. */
  @Column({ type: "text", name: "proposed_by" }) proposedBy!: "borrower" | "platform" | "mediator";
  /** The centre's settings at the release; they hold for this agreement whatever is set later. */
  @Column({ type: "jsonb", name: "signing_settings", nullable: true }) settings!: SigningSettings | null;
  /** From this instant on it is too late to sign; moved by the length of a pause. */
  @Column({ type: "timestamptz", nullable: true }) deadline!: Date | null;
  @Column({ type: "int", name: "reminders_written", default: 0 }) remindersWritten!: number;
  /** The text that was changed into this one before it was sealed. */
  @Column({ type: "uuid", nullable: true }) replaces!: string | null;
  /** The agreement in force whose place this one takes, and the one that took this one's. */
  @Column({ type: "uuid", nullable: true }) supersedes!: string | null;
  @Column({ type: "uuid", name: "superseded_by", nullable: true }) supersededBy!: string | null;
  @Column({ type: "timestamptz", name: "superseded_at", nullable: true }) supersededAt!: Date | null;
  @Column({ type: "int", default: 1 }) version!: number;
}

/** How somebody signed. `codeSentTo` is masked; the code times are null for staff, who are signed in. */
export type SignatureEvidence = {
  ip: string;
  userAgent: string;
  at: string;
  codeSentTo: string | null;
  codeSentAt: string | null;
  codeEnteredAt: string | null;
  /** What went before; older signatures have none of it. */
  trail?: SigningTrailSummary;
  /** By whose leave somebody signs for an organisation; null for those who sign for themselves. */
  authority?: AuthorityShown | null;
  /** For whom and by which paper somebody signs in the borrower's place; null for those who sign for themselves. */
  representation?: RepresentationShown | null;
};

export type RepresentationShown = {
  borrowerName: string;
  grantedOn: string;
  endsOn: string;
  paperSha256: string;
};

/** The steps before a signature, as the record of signing prints them. Instants in ISO form. */
export type SigningTrailSummary = {
  openedAt: string | null;
  pageCount: number | null;
  pages: readonly { page: number; at: string }[];
  codesSent: number;
  wrongCodes: number;
  consentVersion: string;
};

export type AuthorityShown = {
  number: string;
  validFrom: string;
  validTo: string | null;
  maxTotalFen: Fen | null;
  documentSha256: string;
};

@Entity({ name: "agreement_signature" })
export class AgreementSignatureRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "text" }) party!: Party;
  @Column({ type: "uuid", name: "signer_id" }) signerId!: string;
  @Column({ type: "text", name: "signer_name" }) signerName!: string;
  @Column({ type: "text" }) method!: SignatureMethod;
  @Column({ type: "bytea", nullable: true }) image!: Buffer | null;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "text", name: "consent_wording" }) consentWording!: string;
  @Column({ type: "jsonb" }) evidence!: SignatureEvidence;
  @Column({ type: "timestamptz", name: "signed_at" }) signedAt!: Date;
}
