import { Column, Entity, PrimaryColumn, type ValueTransformer } from "typeorm";
import type { ImportStatus } from "../../shared/intake/importLifecycle.ts";
import type { ColumnMapping } from "../../shared/intake/mapping.ts";
import type { UnreadableCode } from "../../shared/intake/unreadable.ts";

export type ImportFailure = { code: UnreadableCode; params: Readonly<Record<string, string | number>> };

/** The driver hands a `bigint` over as text; a file's length is a safe number. */
const byteCount: ValueTransformer = { to: (value: number) => value, from: (value: string) => Number(value) };

/** One export a platform has handed over, from its upload to the cases it became. */
@Entity({ name: "import" })
export class Import {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "uuid", name: "uploaded_by" }) uploadedBy!: string;
  @Column({ type: "uuid", name: "confirmed_by", nullable: true }) confirmedBy!: string | null;
  @Column({ type: "text", name: "file_name" }) fileName!: string;
  @Column({ type: "text", name: "file_sha256" }) fileSha256!: string;
  @Column({ type: "bigint", name: "file_bytes", transformer: byteCount }) fileBytes!: number;
  @Column({ type: "text", nullable: true }) encoding!: string | null;
  @Column({ type: "text" }) status!: ImportStatus;
  @Column({ type: "jsonb", nullable: true }) headers!: string[] | null;
  /** What a person chose for this file or, earlier, for its layout; null while the header texts suffice. */
  @Column({ type: "jsonb", nullable: true }) mapping!: ColumnMapping | null;
  @Column({ type: "int", name: "rows_read", default: 0 }) rowsRead!: number;
  @Column({ type: "int", name: "rows_good", default: 0 }) rowsGood!: number;
  @Column({ type: "int", name: "rows_faulty", default: 0 }) rowsFaulty!: number;
  @Column({ type: "int", name: "rows_known", default: 0 }) rowsKnown!: number;
  @Column({ type: "int", name: "rows_imported", default: 0 }) rowsImported!: number;
  @Column({ type: "int", name: "cases_created", default: 0 }) casesCreated!: number;
  @Column({ type: "jsonb", nullable: true }) failure!: ImportFailure | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "timestamptz", name: "finished_at", nullable: true }) finishedAt!: Date | null;
  /** Counts the readings: each choice of columns begins a new one, and a reading of an older version stops. */
  @Column({ type: "int", default: 1 }) version!: number;
}
