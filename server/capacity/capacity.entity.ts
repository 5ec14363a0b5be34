import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { CapacityDraft, CapacityStatement } from "../../shared/capacity/statement.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { fenTransformer } from "../database/fenColumn.ts";

/** One case's income and outgoings: as the borrower is filling them in, and as last handed in. */
@Entity({ name: "capacity_statement" })
export class CapacityStatementRow {
  @PrimaryColumn({ type: "uuid", name: "case_id" }) caseId!: string;
  /** Counts every save; the borrower's alone. */
  @Column({ type: "int" }) version!: number;
  @Column({ type: "jsonb" }) draft!: CapacityDraft;
  @Column({ type: "timestamptz", name: "saved_at" }) savedAt!: Date;
  @Column({ type: "jsonb", nullable: true }) submitted!: CapacityStatement | null;
  /** Counts every handing in: what the mediator has before them. */
  @Column({ type: "int", name: "submitted_version", nullable: true }) submittedVersion!: number | null;
  @Column({ type: "timestamptz", name: "submitted_at", nullable: true }) submittedAt!: Date | null;
  @Column({ type: "bigint", name: "shared_fen", nullable: true, transformer: fenTransformer })
  sharedFen!: Fen | null;
  @Column({ type: "timestamptz", name: "shared_at", nullable: true }) sharedAt!: Date | null;
}

/** What a person must keep to live on in a region from a day on. Never changed: a correction is another row. */
@Entity({ name: "living_floor" })
export class LivingFloorRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) region!: string;
  @Column({ type: "date", name: "from_date" }) from!: LocalDate;
  @Column({ type: "bigint", name: "per_person_fen", transformer: fenTransformer }) perPersonFen!: Fen;
  @Column({ type: "text" }) source!: string;
  @Column({ type: "uuid", name: "set_by" }) setBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}
