import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CompletionFacts } from "./completionContent.ts";

/** That everything under an agreement is paid, as it was certified. */
@Entity({ name: "completion_certificate" })
export class CompletionCertificate {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "text" }) number!: string;
  /** What is printed on it for anybody to verify it by. */
  @Column({ type: "text" }) code!: string;
  @Column({ type: "jsonb" }) facts!: CompletionFacts;
  @Column({ type: "text", name: "document_sha256" }) documentSha256!: string;
  @Column({ type: "int", name: "page_count" }) pageCount!: number;
  @Column({ type: "timestamptz", name: "issued_at" }) issuedAt!: Date;
}
