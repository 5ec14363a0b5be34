import { Column, Entity, PrimaryColumn } from "typeorm";
import type { OrganisationKind, StaffRole } from "../../shared/api/roles.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import type { PolicyTable } from "../../shared/plans/policyTable.ts";

export type PayeeAccount = { name: string; bank: string; number: string };

@Entity({ name: "organisation" })
export class Organisation {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) kind!: OrganisationKind;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", name: "name_en" }) nameEn!: string;
  @Column({ type: "text", name: "registration_number" }) registrationNumber!: string;
  @Column({ type: "text" }) phone!: string;
  @Column({ type: "text" }) address!: string;
  @Column({ type: "jsonb", name: "payee_account", nullable: true }) payeeAccount!: PayeeAccount | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}

@Entity({ name: "staff" })
export class Staff {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "organisation_id" }) organisationId!: string;
  @Column({ type: "text" }) role!: StaffRole;
  @Column({ type: "text" }) username!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", name: "name_en" }) nameEn!: string;
  @Column({ type: "text" }) phone!: string;
  @Column({ type: "text", name: "password_hash" }) passwordHash!: string;
  @Column({ type: "timestamptz", name: "password_changed_at" }) passwordChangedAt!: Date;
  @Column({ type: "int", name: "session_epoch", default: 0 }) sessionEpoch!: number;
  @Column({ type: "text", name: "verification_code", nullable: true }) verificationCode!: string | null;
  @Column({ type: "boolean", name: "accepting_cases", default: true }) acceptingCases!: boolean;
  @Column({ type: "timestamptz", name: "disabled_at", nullable: true }) disabledAt!: Date | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}

@Entity({ name: "platform_policy" })
export class PlatformPolicy {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "int" }) version!: number;
  /** Versions from before there were tiers hold the limits for every case. */
  @Column({ type: "jsonb" }) limits!: PolicyLimits | PolicyTable;
  @Column({ type: "uuid", name: "set_by", nullable: true }) setBy!: string | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}
