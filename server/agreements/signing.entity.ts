import { Column, Entity, PrimaryColumn } from "typeorm";
import type { SigningSettings } from "../../shared/agreements/deadline.ts";
import type { SigningStepKind } from "../../shared/agreements/reading.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { fenTransformer } from "../database/fenColumn.ts";

/** One thing a signer did with a text; written once and never changed. */
@Entity({ name: "signing_step" })
export class SigningStep {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "text" }) party!: Party;
  @Column({ type: "uuid", name: "person_id" }) personId!: string;
  @Column({ type: "text" }) kind!: SigningStepKind;
  @Column({ type: "int", nullable: true }) page!: number | null;
  @Column({ type: "int", name: "page_count", nullable: true }) pageCount!: number | null;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "jsonb" }) details!: Record<string, string | number | null>;
  @Column({ type: "text" }) ip!: string;
  @Column({ type: "text", name: "user_agent" }) userAgent!: string;
  @Column({ type: "timestamptz" }) at!: Date;
}

/** How a centre has agreements signed; every change is another version. */
@Entity({ name: "signing_settings" })
export class SigningSettingsRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "centre_id" }) centreId!: string;
  @Column({ type: "int" }) version!: number;
  @Column({ type: "jsonb" }) settings!: SigningSettings;
  @Column({ type: "uuid", name: "set_by" }) setBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}

/** Leave to sign for a platform, with the document that gives it. */
@Entity({ name: "signing_authority" })
export class SigningAuthorityRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "uuid", name: "staff_id" }) staffId!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "bigint", name: "max_total_fen", nullable: true, transformer: fenTransformer })
  maxTotalFen!: Fen | null;
  @Column({ type: "date", name: "valid_from" }) validFrom!: LocalDate;
  @Column({ type: "date", name: "valid_to", nullable: true }) validTo!: LocalDate | null;
  @Column({ type: "text", name: "document_sha256" }) documentSha256!: string;
  @Column({ type: "text", name: "document_name" }) documentName!: string;
  @Column({ type: "text", name: "document_mime" }) documentMime!: string;
  @Column({ type: "uuid", name: "registered_by" }) registeredBy!: string;
  @Column({ type: "timestamptz", name: "registered_at" }) registeredAt!: Date;
  @Column({ type: "uuid", name: "revoked_by", nullable: true }) revokedBy!: string | null;
  @Column({ type: "timestamptz", name: "revoked_at", nullable: true }) revokedAt!: Date | null;
}
