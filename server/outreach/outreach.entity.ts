import { Column, Entity, PrimaryColumn } from "typeorm";
import type { NoticeChannel, NoticeKind } from "../../shared/outreach/noticeText.ts";

/** The door of one case: a code in a link. Who holds it is not yet who they say. */
@Entity({ name: "invitation" })
export class Invitation {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  /** Whose door it is where somebody acts for the borrower; null for the borrower's own. */
  @Column({ type: "uuid", name: "representative_id", nullable: true }) representativeId!: string | null;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "timestamptz", name: "issued_at" }) issuedAt!: Date;
  @Column({ type: "timestamptz", name: "expires_at" }) expiresAt!: Date;
  @Column({ type: "timestamptz", name: "opened_at", nullable: true }) openedAt!: Date | null;
  @Column({ type: "timestamptz", name: "identified_at", nullable: true }) identifiedAt!: Date | null;
  @Column({ type: "int", name: "failed_tries", default: 0 }) failedTries!: number;
  @Column({ type: "timestamptz", name: "locked_until", nullable: true }) lockedUntil!: Date | null;
  @Column({ type: "timestamptz", name: "revoked_at", nullable: true }) revokedAt!: Date | null;
}

export type CodePurpose = "identify" | "sign";

/** Six digits sent to the number on file, kept only as a keyed hash. */
@Entity({ name: "one_time_code" })
export class OneTimeCode {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) purpose!: CodePurpose;
  @Column({ type: "uuid", name: "subject_id" }) subjectId!: string;
  @Column({ type: "text", name: "code_hash" }) codeHash!: string;
  @Column({ type: "timestamptz", name: "sent_at" }) sentAt!: Date;
  @Column({ type: "timestamptz", name: "expires_at" }) expiresAt!: Date;
  @Column({ type: "int", name: "failed_tries", default: 0 }) failedTries!: number;
  @Column({ type: "timestamptz", name: "used_at", nullable: true }) usedAt!: Date | null;
}

/** Something to be sent to a person. Without a gateway `ready` is where it stays, for the office to pass on. */
@Entity({ name: "notice" })
export class Notice {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id", nullable: true }) caseId!: string | null;
  @Column({ type: "text" }) kind!: NoticeKind;
  @Column({ type: "text" }) channel!: NoticeChannel;
  @Column({ type: "text" }) recipient!: string;
  @Column({ type: "text", name: "recipient_name" }) recipientName!: string;
  @Column({ type: "text" }) body!: string;
  @Column({ type: "text", nullable: true }) link!: string | null;
  /** A calendar entry that goes with a mail. */
  @Column({ type: "text", nullable: true }) calendar!: string | null;
  @Column({ type: "text" }) status!: NoticeStatus;
  @Column({ type: "timestamptz", name: "not_before" }) notBefore!: Date;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "timestamptz", name: "sent_at", nullable: true }) sentAt!: Date | null;
}

export type NoticeStatus = "waiting" | "ready" | "sent" | "failed" | "cancelled";
