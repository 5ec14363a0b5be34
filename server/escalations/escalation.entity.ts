import { Column, Entity, PrimaryColumn } from "typeorm";
import type { EscalationOutcome, EscalationStatus } from "../../shared/escalations/lifecycle.ts";
import type { PacketManifest } from "./manifest.ts";
import type { PacketSummary } from "./packetSummary.ts";

/** Why no packet came of it: a stable code, and each field that is missing. Never text somebody wrote. */
export type EscalationFailure = {
  code: string;
  missing?: { field: string; why: string; detail?: string }[];
  params?: Record<string, unknown>;
};

@Entity({ name: "escalation" })
export class Escalation {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "text" }) status!: EscalationStatus;
  @Column({ type: "uuid", name: "lawyer_id" }) lawyerId!: string;
  @Column({ type: "uuid", name: "requested_by" }) requestedBy!: string;
  @Column({ type: "timestamptz", name: "requested_at" }) requestedAt!: Date;
  @Column({ type: "timestamptz", name: "sealed_at", nullable: true }) sealedAt!: Date | null;
  @Column({ type: "text", name: "packet_sha256", nullable: true }) packetSha256!: string | null;
  @Column({ type: "text", name: "zip_sha256", nullable: true }) zipSha256!: string | null;
  @Column({ type: "jsonb", nullable: true }) manifest!: (PacketManifest & { summary: PacketSummary }) | null;
  @Column({ type: "int", name: "page_count", nullable: true }) pageCount!: number | null;
  @Column({ type: "jsonb", nullable: true }) failure!: EscalationFailure | null;
  @Column({ type: "text", nullable: true }) outcome!: EscalationOutcome | null;
  @Column({ type: "text", name: "outcome_note", nullable: true }) outcomeNote!: string | null;
  @Column({ type: "timestamptz", name: "closed_at", nullable: true }) closedAt!: Date | null;
  @Column({ type: "int", default: 1 }) version!: number;
}
