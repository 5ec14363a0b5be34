import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ClauseText } from "../../shared/agreements/clauses.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";

/** All clause texts as one version has them, and which of them it changed. */
@Entity({ name: "clause_template" })
export class ClauseTemplateRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "int" }) version!: number;
  @Column({ type: "date", name: "from_date" }) from!: LocalDate;
  @Column({ type: "jsonb" }) texts!: Record<string, ClauseText>;
  @Column({ type: "text", array: true }) changed!: string[];
  @Column({ type: "text" }) note!: string;
  @Column({ type: "uuid", name: "set_by" }) setBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}
