import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Disclosure, Party } from "../../shared/journal/audience.ts";
import type { ExhibitMime } from "../pdf/exhibitSource.ts";
import type { EvidenceGroup } from "./packetFacts.ts";

/** A document somebody put into the case. Its labels were chosen by the uploader and never change. */
@Entity({ name: "exhibit" })
export class Exhibit {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text" }) party!: Party;
  @Column({ type: "uuid", name: "uploaded_by" }) uploadedBy!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "int", name: "group_no" }) groupNo!: EvidenceGroup;
  @Column({ type: "text" }) source!: string;
  @Column({ type: "text" }) proves!: string;
  @Column({ type: "text" }) purpose!: string;
  @Column({ type: "text", name: "file_sha256" }) fileSha256!: string;
  @Column({ type: "text", name: "file_name" }) fileName!: string;
  @Column({ type: "text" }) mime!: ExhibitMime;
  @Column({ type: "int", name: "page_count" }) pageCount!: number;
  @Column({ type: "text", array: true }) audience!: Party[];
  @Column({ type: "text" }) disclosure!: Disclosure;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "timestamptz", name: "withdrawn_at", nullable: true }) withdrawnAt!: Date | null;
}
