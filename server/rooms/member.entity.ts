import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Party } from "../../shared/journal/audience.ts";

/** Somebody in the room of a case. Who left and came back has two rows; the open one counts. */
@Entity({ name: "case_member" })
export class CaseMember {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text" }) party!: Party;
  @Column({ type: "uuid", name: "staff_id", nullable: true }) staffId!: string | null;
  @Column({ type: "uuid", name: "borrower_id", nullable: true }) borrowerId!: string | null;
  /** Set where the member acts for the borrower; then there is no borrower's id. */
  @Column({ type: "uuid", name: "representative_id", nullable: true }) representativeId!: string | null;
  @Column({ type: "text", nullable: true }) as!: "representative" | "co_mediator" | null;
  @Column({ type: "text" }) name!: string;
  /** The version of the ground rules this member accepted last. */
  @Column({ type: "text", name: "ground_rules", nullable: true }) groundRules!: string | null;
  @Column({ type: "timestamptz", name: "joined_at" }) joinedAt!: Date;
  @Column({ type: "timestamptz", name: "left_at", nullable: true }) leftAt!: Date | null;
  @Column({ type: "timestamptz", name: "removed_at", nullable: true }) removedAt!: Date | null;
  @Column({ type: "timestamptz", name: "muted_at", nullable: true }) mutedAt!: Date | null;
}
