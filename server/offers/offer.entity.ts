import { Column, Entity, PrimaryColumn } from "typeorm";
import type { OfferStatus } from "../../shared/offers/lifecycle.ts";
import type { OfferBy } from "../../shared/offers/offerView.ts";
import type { PolicyBreach } from "../../shared/plans/policy.ts";
import type { Terms } from "../../shared/plans/terms.ts";

/** Terms one side puts to the other. The terms themselves never change; a change is another offer. */
@Entity({ name: "offer" })
export class Offer {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  /** Counts what was put; below zero until then, so that the other side's numbers have no hole. */
  @Column({ type: "int" }) number!: number;
  @Column({ type: "text", name: "by_party" }) by!: OfferBy;
  @Column({ type: "uuid", nullable: true }) counters!: string | null;
  @Column({ type: "text" }) status!: OfferStatus;
  @Column({ type: "uuid", name: "statement_id" }) statementId!: string;
  @Column({ type: "jsonb" }) terms!: Terms;
  @Column({ type: "text", name: "terms_hash" }) termsHash!: string;
  @Column({ type: "text", nullable: true }) note!: string | null;
  @Column({ type: "uuid", name: "exhibit_id", nullable: true }) exhibitId!: string | null;
  @Column({ type: "uuid", name: "put_by" }) putBy!: string;
  @Column({ type: "text", name: "put_by_name" }) putByName!: string;
  @Column({ type: "timestamptz", name: "put_at", nullable: true }) putAt!: Date | null;
  @Column({ type: "timestamptz", name: "expires_at" }) expiresAt!: Date;
  @Column({ type: "timestamptz", name: "extended_at", nullable: true }) extendedAt!: Date | null;
  @Column({ type: "jsonb", default: [] }) breaches!: PolicyBreach[];
  @Column({ type: "uuid", name: "approved_by", nullable: true }) approvedBy!: string | null;
  @Column({ type: "text", name: "acceptance_approval", nullable: true })
  acceptanceApproval!: "requested" | "approved" | "refused" | null;
  @Column({ type: "timestamptz", name: "accepted_at", nullable: true }) acceptedAt!: Date | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}
