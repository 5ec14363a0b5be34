import { Column, Entity, PrimaryColumn } from "typeorm";
import type { OfferDraftStatus } from "../../shared/offers/draftFor.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import type { Terms } from "../../shared/plans/terms.ts";

/** Terms the mediator wrote down for one side, which puts them as its own offer or does not. */
@Entity({ name: "offer_draft" })
export class OfferDraft {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text", name: "for_party" }) for!: OfferSide;
  @Column({ type: "text" }) status!: OfferDraftStatus;
  @Column({ type: "uuid", name: "statement_id" }) statementId!: string;
  @Column({ type: "jsonb" }) terms!: Terms;
  @Column({ type: "text", name: "terms_hash" }) termsHash!: string;
  @Column({ type: "text", nullable: true }) note!: string | null;
  @Column({ type: "uuid", nullable: true }) counters!: string | null;
  @Column({ type: "int", name: "open_days" }) openDays!: number;
  @Column({ type: "uuid", name: "drafted_by" }) draftedBy!: string;
  @Column({ type: "text", name: "drafted_by_name" }) draftedByName!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "text", name: "decided_by_name", nullable: true }) decidedByName!: string | null;
  @Column({ type: "timestamptz", name: "decided_at", nullable: true }) decidedAt!: Date | null;
}
