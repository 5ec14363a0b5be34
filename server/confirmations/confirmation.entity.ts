import { Column, Entity, PrimaryColumn } from "typeorm";
import type { SignatureMethod } from "../../shared/agreements/signing.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { ConfirmationParty, ConfirmationStatus } from "../../shared/confirmations/lifecycle.ts";
import type { CourtBasis } from "../../shared/law/judicialConfirmation.ts";
import type { ApplicationContent } from "./applicationContent.ts";

/** Whether and how a court is asked to confirm one agreement; begins with the agreement's effect. */
@Entity({ name: "confirmation" })
export class Confirmation {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "text" }) status!: ConfirmationStatus;
  @Column({ type: "date", name: "effective_on" }) effectiveOn!: LocalDate;
  @Column({ type: "date", name: "last_day" }) lastDay!: LocalDate;
  /** `lastDay` after moving past a weekend or holiday. */
  @Column({ type: "date" }) deadline!: LocalDate;
  @Column({ type: "boolean" }) provisional!: boolean;
  @Column({ type: "text", nullable: true }) court!: string | null;
  @Column({ type: "text", name: "court_basis", nullable: true }) courtBasis!: CourtBasis | null;
  /** The words both sign; what they sign does not change when names or our wording change later. */
  @Column({ type: "jsonb", nullable: true }) content!: ApplicationContent | null;
  @Column({ type: "text", name: "content_hash", nullable: true }) contentHash!: string | null;
  @Column({ type: "timestamptz", name: "prepared_at", nullable: true }) preparedAt!: Date | null;
  @Column({ type: "date", name: "filed_on", nullable: true }) filedOn!: LocalDate | null;
  @Column({ type: "text", name: "court_case_number", nullable: true }) courtCaseNumber!: string | null;
  @Column({ type: "date", name: "concluded_on", nullable: true }) concludedOn!: LocalDate | null;
  @Column({ type: "text", name: "ruling_sha256", nullable: true }) rulingSha256!: string | null;
  @Column({ type: "text", name: "ruling_name", nullable: true }) rulingName!: string | null;
  @Column({ type: "text", name: "ruling_mime", nullable: true }) rulingMime!: string | null;
  @Column({ type: "text", nullable: true }) note!: string | null;
  /** The smallest warning given so far, in days before the limit. */
  @Column({ type: "int", name: "warned_days", nullable: true }) warnedDays!: number | null;
  @Column({ type: "int", default: 1 }) version!: number;
}

export type ApplicationEvidence = {
  ip: string;
  userAgent: string;
  codeSentTo: string | null;
};

@Entity({ name: "confirmation_signature" })
export class ConfirmationSignature {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "confirmation_id" }) confirmationId!: string;
  @Column({ type: "text" }) party!: ConfirmationParty;
  @Column({ type: "uuid", name: "signer_id" }) signerId!: string;
  @Column({ type: "text", name: "signer_name" }) signerName!: string;
  @Column({ type: "text" }) method!: SignatureMethod;
  @Column({ type: "bytea", nullable: true }) image!: Buffer | null;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "text", name: "consent_wording" }) consentWording!: string;
  @Column({ type: "jsonb" }) evidence!: ApplicationEvidence;
  @Column({ type: "timestamptz", name: "signed_at" }) signedAt!: Date;
}
