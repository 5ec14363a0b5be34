import { Column, Entity, PrimaryColumn } from "typeorm";
import type { SignatureMethod } from "../../shared/agreements/signing.ts";
import type { FactAnswer, FactSide, FactStatus } from "../../shared/facts/lifecycle.ts";
import type { RecordStatus } from "../../shared/facts/record.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { FactRecordFacts } from "./factRecordContent.ts";

/** A side's last word on a statement. */
export type FactWord = {
  answer: FactAnswer;
  reason: string | null;
  byName: string | null;
  at: string | null;
};

/** One statement of fact, on which both sides say whether it is so. Everything about it is said to settle. */
@Entity({ name: "fact" })
export class Fact {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "int" }) number!: number;
  @Column({ type: "text" }) status!: FactStatus;
  @Column({ type: "text" }) text!: string;
  /** Which datum of the case it was drawn from; null for somebody's own words. */
  @Column({ type: "text", name: "data_key", nullable: true }) dataKey!: string | null;
  @Column({ type: "text", name: "proposed_by" }) proposedBy!: Party;
  @Column({ type: "text", name: "worded_by" }) wordedBy!: Party;
  @Column({ type: "jsonb" }) borrower!: FactWord;
  @Column({ type: "jsonb" }) platform!: FactWord;
  /** The record that it stands in, once both have signed. */
  @Column({ type: "uuid", name: "record_id", nullable: true }) recordId!: string | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}

/** Confirmed statements as both sign them. Only a signed one may leave the mediation; see `recordLabels`. */
@Entity({ name: "fact_record" })
export class FactRecord {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "int" }) serial!: number;
  @Column({ type: "text" }) status!: RecordStatus;
  /** What both sign; it does not change when names or our wording change later. */
  @Column({ type: "jsonb" }) facts!: FactRecordFacts;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "uuid", name: "drafted_by" }) draftedBy!: string;
  @Column({ type: "timestamptz", name: "drafted_at" }) draftedAt!: Date;
  @Column({ type: "timestamptz", name: "signed_at", nullable: true }) signedAt!: Date | null;
  @Column({ type: "text", name: "document_sha256", nullable: true }) documentSha256!: string | null;
  @Column({ type: "int", name: "page_count", nullable: true }) pageCount!: number | null;
  @Column({ type: "int", default: 1 }) version!: number;
}

export type RecordEvidence = {
  ip: string;
  userAgent: string;
  codeSentTo: string | null;
  /** By which paper the platform's signatory signs. */
  authorityNumber: string | null;
};

@Entity({ name: "fact_record_signature" })
export class FactRecordSignature {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "record_id" }) recordId!: string;
  @Column({ type: "text" }) party!: FactSide;
  @Column({ type: "uuid", name: "signer_id" }) signerId!: string;
  @Column({ type: "text", name: "signer_name" }) signerName!: string;
  @Column({ type: "text" }) method!: SignatureMethod;
  @Column({ type: "bytea", nullable: true }) image!: Buffer | null;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "text", name: "consent_wording" }) consentWording!: string;
  @Column({ type: "jsonb" }) evidence!: RecordEvidence;
  @Column({ type: "timestamptz", name: "signed_at" }) signedAt!: Date;
}
