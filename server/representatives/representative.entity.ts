import { Column, Entity, PrimaryColumn } from "typeorm";
import type { RepresentationScope } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { EndReason, RepresentativeStatus } from "../../shared/representatives/lifecycle.ts";
import type { RepresentativeKind } from "../../shared/representatives/representativeView.ts";

/** Somebody who acts for the borrower of one case by a power of attorney, or was named to and did not come to it. */
@Entity({ name: "representative" })
export class Representative {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text" }) kind!: RepresentativeKind;
  /** How related to the borrower, or the licence number of a lawyer. */
  @Column({ type: "text" }) standing!: string;
  /** Empty again once somebody was refused: nothing is kept of a person who has no part in the case. */
  @Column({ type: "text", name: "id_number" }) idNumber!: string;
  @Column({ type: "text" }) phone!: string;
  @Column({ type: "text" }) scope!: RepresentationScope;
  @Column({ type: "date", name: "granted_on" }) grantedOn!: LocalDate;
  @Column({ type: "date", name: "ends_on" }) endsOn!: LocalDate;
  /** The power of attorney, an exhibit of the case, and the digest of its file. */
  @Column({ type: "uuid", name: "exhibit_id" }) exhibitId!: string;
  @Column({ type: "text", name: "paper_sha256" }) paperSha256!: string;
  @Column({ type: "text" }) status!: RepresentativeStatus;
  @Column({ type: "text", name: "named_by" }) namedBy!: "borrower" | "mediator";
  @Column({ type: "timestamptz", name: "named_at" }) namedAt!: Date;
  @Column({ type: "uuid", name: "decided_by", nullable: true }) decidedBy!: string | null;
  @Column({ type: "timestamptz", name: "decided_at", nullable: true }) decidedAt!: Date | null;
  @Column({ type: "text", name: "refusal_reason", nullable: true }) refusalReason!: string | null;
  @Column({ type: "timestamptz", name: "ended_at", nullable: true }) endedAt!: Date | null;
  @Column({ type: "text", name: "end_reason", nullable: true }) endReason!: EndReason | null;
  @Column({ type: "int", default: 1 }) version!: number;
}
