import { Column, Entity, PrimaryColumn } from "typeorm";

export type CaseFileFailure = { code: string; params: Record<string, string | number> };

/** One making of a case's mediation file. What was made is kept; asking again makes another. */
@Entity({ name: "case_file" })
export class CaseFile {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text" }) status!: "composing" | "ready" | "failed";
  @Column({ type: "uuid", name: "requested_by" }) requestedBy!: string;
  @Column({ type: "timestamptz", name: "requested_at" }) requestedAt!: Date;
  /** Steps: every attached paper that was read, and the drawing at the end. */
  @Column({ type: "int" }) done!: number;
  @Column({ type: "int" }) total!: number;
  @Column({ type: "text", name: "document_sha256", nullable: true }) documentSha256!: string | null;
  @Column({ type: "int", name: "page_count", nullable: true }) pageCount!: number | null;
  @Column({ type: "jsonb", nullable: true }) failure!: CaseFileFailure | null;
  @Column({ type: "timestamptz", name: "finished_at", nullable: true }) finishedAt!: Date | null;
}
