import { Column, Entity, PrimaryColumn } from "typeorm";
import type { AgreementStatus } from "../../shared/agreements/lifecycle.ts";
import type { SignatureMethod } from "../../shared/agreements/signing.ts";
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
export type AgreementSnapshot = { facts: AgreementFacts; content: AgreementContent; signatoryId: string };

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
