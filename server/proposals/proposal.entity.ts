import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Leave, ProposalAnswer } from "../../shared/proposals/answers.ts";
import type { ProposalStatus } from "../../shared/proposals/lifecycle.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import type { Terms } from "../../shared/plans/terms.ts";

/** One package of the mediator's. What the sides answer is in rows of their own, so that nothing of it shows here. */
@Entity({ name: "proposal" })
export class Proposal {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  /** Counts what was sent; 0 until then. */
  @Column({ type: "int", default: 0 }) number!: number;
  @Column({ type: "text" }) status!: ProposalStatus;
  @Column({ type: "uuid", name: "statement_id" }) statementId!: string;
  @Column({ type: "jsonb" }) terms!: Terms;
  @Column({ type: "text", name: "terms_hash" }) termsHash!: string;
  @Column({ type: "text", nullable: true }) note!: string | null;
  @Column({ type: "text" }) warning!: string;
  @Column({ type: "uuid", name: "drafted_by" }) draftedBy!: string;
  @Column({ type: "text", name: "drafted_by_name" }) draftedByName!: string;
  @Column({ type: "timestamptz", name: "opened_at", nullable: true }) openedAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) deadline!: Date | null;
  @Column({ type: "timestamptz", name: "closed_at", nullable: true }) closedAt!: Date | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}

/** What one side has said to a proposal; read for that side alone until the deadline, and then to reveal one bit. */
@Entity({ name: "proposal_answer" })
export class ProposalAnswerRow {
  @PrimaryColumn({ type: "uuid", name: "proposal_id" }) proposalId!: string;
  @PrimaryColumn({ type: "text" }) party!: OfferSide;
  @Column({ type: "text" }) answer!: ProposalAnswer;
  @Column({ type: "text" }) leave!: Leave;
  @Column({ type: "uuid", name: "answered_by" }) answeredBy!: string;
  @Column({ type: "text", name: "answered_by_name" }) answeredByName!: string;
  @Column({ type: "timestamptz", name: "answered_at" }) answeredAt!: Date;
  @Column({ type: "uuid", name: "leave_by", nullable: true }) leaveBy!: string | null;
}
