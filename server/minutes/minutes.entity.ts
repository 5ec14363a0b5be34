import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Party } from "../../shared/journal/audience.ts";
import type { MinutesAnswer, MinutesStatus } from "../../shared/minutes/lifecycle.ts";
import type { MinutesBody } from "../../shared/minutes/minutesView.ts";

/** Who and where, as it stood when the minutes were drafted. */
export type MinutesHeading = {
  caseNumber: string;
  centre: string;
  mediator: string;
  platform: string;
  borrower: string;
};

/** Minutes (调解笔录): said in the mediation and staying in it. */
@Entity({ name: "minutes" })
export class Minutes {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "int" }) serial!: number;
  @Column({ type: "text" }) status!: MinutesStatus;
  @Column({ type: "uuid", name: "session_id", nullable: true }) sessionId!: string | null;
  @Column({ type: "jsonb" }) body!: MinutesBody;
  @Column({ type: "jsonb" }) heading!: MinutesHeading;
  @Column({ type: "text", name: "content_hash" }) contentHash!: string;
  @Column({ type: "uuid", name: "drafted_by" }) draftedBy!: string;
  @Column({ type: "text", name: "drafted_by_name" }) draftedByName!: string;
  @Column({ type: "timestamptz", name: "drafted_at" }) draftedAt!: Date;
  @Column({ type: "timestamptz", name: "opened_at", nullable: true }) openedAt!: Date | null;
  @Column({ type: "timestamptz", name: "finished_at", nullable: true }) finishedAt!: Date | null;
  @Column({ type: "text", name: "document_sha256", nullable: true }) documentSha256!: string | null;
  @Column({ type: "int", name: "page_count", nullable: true }) pageCount!: number | null;
  @Column({ type: "int", default: 1 }) version!: number;
}

/** What one person who was there says of them. */
@Entity({ name: "minutes_answer" })
export class MinutesAnswerRow {
  @PrimaryColumn({ type: "uuid", name: "minutes_id" }) minutesId!: string;
  @PrimaryColumn({ type: "uuid", name: "person_id" }) personId!: string;
  @Column({ type: "text" }) party!: Party;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text" }) answer!: MinutesAnswer;
  @Column({ type: "text", nullable: true }) remark!: string | null;
  @Column({ type: "timestamptz" }) at!: Date;
}
