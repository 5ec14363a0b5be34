import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Scope } from "../../shared/api/roles.ts";

/** A platform's key for its own software. Of the key itself only its hash is kept, and its last characters. */
@Entity({ name: "api_key" })
export class ApiKey {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  /** The account it acts as: what the software does is recorded under a name like anybody's. */
  @Column({ type: "uuid", name: "staff_id" }) staffId!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text" }) hint!: string;
  @Column({ type: "text", name: "key_hash" }) keyHash!: string;
  @Column({ type: "text", array: true }) scopes!: Scope[];
  @Column({ type: "uuid", name: "created_by" }) createdBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "timestamptz", name: "expires_at" }) expiresAt!: Date;
  @Column({ type: "timestamptz", name: "last_used_at", nullable: true }) lastUsedAt!: Date | null;
  @Column({ type: "timestamptz", name: "revoked_at", nullable: true }) revokedAt!: Date | null;
  @Column({ type: "uuid", name: "revoked_by", nullable: true }) revokedBy!: string | null;
}
