import { IsNull } from "typeorm";
import type { StaffRole } from "../../shared/api/roles.ts";
import type { Tx } from "../database/transaction.ts";
import { rows } from "../database/sql.ts";
import { Organisation, PlatformPolicy, Staff } from "./organisation.entity.ts";

export type PolicyVersion = Pick<PlatformPolicy, "version" | "limits" | "createdAt"> & {
  setByName: string | null;
};

/** Organisations, their people and their limits, as rows. */
export class OrganisationRepository {
  insertOrganisation(tx: Tx, organisation: Organisation): Promise<Organisation> {
    return tx.manager.save(organisation);
  }

  organisation(tx: Tx, id: string): Promise<Organisation | null> {
    return tx.manager.findOneBy(Organisation, { id });
  }

  centre(tx: Tx): Promise<Organisation | null> {
    return tx.manager.findOneBy(Organisation, { kind: "centre" });
  }

  ofKind(tx: Tx, kind: Organisation["kind"]): Promise<Organisation[]> {
    return tx.manager.find(Organisation, { where: { kind }, order: { name: "ASC" } });
  }

  saveStaff(tx: Tx, staff: Staff): Promise<Staff> {
    return tx.manager.save(staff);
  }

  staff(tx: Tx, id: string): Promise<Staff | null> {
    return tx.manager.findOneBy(Staff, { id });
  }

  lockStaff(tx: Tx, id: string): Promise<Staff | null> {
    return tx.manager.findOne(Staff, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  activeStaffByUsername(tx: Tx, username: string): Promise<Staff | null> {
    return tx.manager
      .createQueryBuilder(Staff, "staff")
      .where("lower(staff.username) = lower(:username) AND staff.disabled_at IS NULL", { username })
      .getOne();
  }

  activeStaffByVerificationCode(tx: Tx, verificationCode: string): Promise<Staff | null> {
    return tx.manager.findOneBy(Staff, { verificationCode, disabledAt: IsNull() });
  }

  activeStaffInRole(tx: Tx, role: StaffRole): Promise<Staff[]> {
    return tx.manager.find(Staff, {
      where: { role, disabledAt: IsNull() },
      order: { name: "ASC", id: "ASC" },
    });
  }

  activeStaffOf(tx: Tx, organisationId: string): Promise<Staff[]> {
    return tx.manager.find(Staff, {
      where: { organisationId, disabledAt: IsNull() },
      order: { name: "ASC", id: "ASC" },
    });
  }

  latestPolicy(tx: Tx, platformId: string): Promise<PlatformPolicy | null> {
    return tx.manager.findOne(PlatformPolicy, { where: { platformId }, order: { version: "DESC" } });
  }

  /** Every version of a platform's limits, the newest first, with who set it. */
  policies(tx: Tx, platformId: string): Promise<PolicyVersion[]> {
    return rows(
      tx.manager,
      `SELECT p.version, p.limits, p.created_at AS "createdAt", s.name AS "setByName"
       FROM platform_policy p LEFT JOIN staff s ON s.id = p.set_by
       WHERE p.platform_id = $1 ORDER BY p.version DESC`,
      [platformId],
    );
  }

  insertPolicy(tx: Tx, policy: PlatformPolicy): Promise<PlatformPolicy> {
    return tx.manager.save(policy);
  }
}
