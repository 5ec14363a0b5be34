import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { LawMatter } from "../../shared/law/lawRules.ts";
import type { Confidence } from "../../shared/law/rule.ts";

/** A version somebody of the centre entered. `version` counts all of them, whatever their matter. */
@Entity({ name: "law_rule" })
export class LawRuleRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "int" }) version!: number;
  @Column({ type: "text" }) matter!: LawMatter;
  @Column({ type: "text" }) rule!: string;
  @Column({ type: "date", name: "from_date" }) from!: LocalDate;
  @Column({ type: "date", name: "to_date", nullable: true }) to!: LocalDate | null;
  @Column({ type: "jsonb" }) value!: unknown;
  @Column({ type: "text" }) source!: string;
  @Column({ type: "text" }) confidence!: Confidence;
  @Column({ type: "text", nullable: true }) replaces!: string | null;
  @Column({ type: "uuid", name: "set_by" }) setBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}
