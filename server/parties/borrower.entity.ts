import { Column, Entity, PrimaryColumn } from "typeorm";

/** A person as one platform knows them; the same person at another platform is another row. */
@Entity({ name: "borrower" })
export class Borrower {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", name: "id_number" }) idNumber!: string;
  @Column({ type: "text" }) phone!: string;
  @Column({ type: "text", name: "alt_phone", nullable: true }) altPhone!: string | null;
  @Column({ type: "text", nullable: true }) email!: string | null;
  @Column({ type: "text", name: "registered_address", nullable: true }) registeredAddress!: string | null;
  @Column({ type: "text", name: "residential_address", nullable: true }) residentialAddress!: string | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}
