import { v7 as uuid } from "uuid";
import { permissionsOf } from "../../shared/api/permissions.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor, StaffRole } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import {
  NO_CONCESSIONS,
  type PolicyTable,
  policyTableProblems,
  singleRule,
  tableOf,
} from "../../shared/plans/policyTable.ts";
import { hashPassword, passwordFits } from "../auth/passwords.ts";
import type { Tx } from "../database/transaction.ts";
import { Organisation, PlatformPolicy, Staff } from "./organisation.entity.ts";
import type { OrganisationRepository } from "./organisation.repository.ts";

export type NewOrganisation = Omit<Organisation, "id" | "createdAt">;
export type PolicyInForce = { version: number; limits: PolicyTable };
export type NewStaff = {
  organisationId: string;
  role: StaffRole;
  username: string;
  password: string;
  name: string;
  nameEn: string;
  phone: string;
  verificationCode?: string;
};

/** Who belongs to which organisation, and what a platform allows its agents to concede. */
export class OrganisationService {
  readonly #rows: OrganisationRepository;

  constructor(rows: OrganisationRepository) {
    this.#rows = rows;
  }

  async addOrganisation(tx: Tx, input: NewOrganisation): Promise<Organisation> {
    const organisation = Object.assign(new Organisation(), { id: uuid(), createdAt: tx.now, ...input });
    return await this.#rows.insertOrganisation(tx, organisation);
  }

  async addStaff(tx: Tx, input: NewStaff): Promise<Staff> {
    const { password, verificationCode, ...rest } = input;
    const staff = Object.assign(new Staff(), {
      ...rest,
      id: uuid(),
      passwordHash: await hashPassword(password),
      passwordChangedAt: tx.now,
      sessionEpoch: 0,
      verificationCode: verificationCode ?? null,
      acceptingCases: true,
      disabledAt: null,
      createdAt: tx.now,
      version: 1,
    });
    return await this.#rows.saveStaff(tx, staff);
  }

  /** The organisation with this id; it exists, because rows refer to it. */
  async organisation(tx: Tx, id: string): Promise<Organisation> {
    const organisation = await this.#rows.organisation(tx, id);
    if (!organisation) throw new Refusal("not_found", "no such organisation");
    return organisation;
  }

  /** The mediation centre of this installation. */
  async centre(tx: Tx): Promise<Organisation> {
    const centre = await this.#rows.centre(tx);
    if (!centre) throw new Refusal("unavailable", "this installation has no centre yet");
    return centre;
  }

  async hasCentre(tx: Tx): Promise<boolean> {
    return (await this.#rows.centre(tx)) !== null;
  }

  async staffMember(tx: Tx, id: string): Promise<Staff> {
    const staff = await this.#rows.staff(tx, id);
    if (!staff) throw new Refusal("not_found", "no such member of staff");
    return staff;
  }

  mediators(tx: Tx): Promise<Staff[]> {
    return this.#rows.activeStaffInRole(tx, "mediator");
  }

  /** Active staff of one organisation, by name. */
  staffOf(tx: Tx, organisationId: string): Promise<Staff[]> {
    return this.#rows.activeStaffOf(tx, organisationId);
  }

  async lawFirms(tx: Tx): Promise<{ id: string; name: string; lawyers: { id: string; name: string }[] }[]> {
    const firms = await this.#rows.ofKind(tx, "law_firm");
    return await Promise.all(
      firms.map(async ({ id, name }) => ({
        id,
        name,
        lawyers: (await this.#rows.activeStaffOf(tx, id)).map((lawyer) => ({
          id: lawyer.id,
          name: lawyer.name,
        })),
      })),
    );
  }

  /** What anyone may check: that a mediator by this code serves here. */
  async mediatorByCode(tx: Tx, code: string): Promise<{ mediator: Staff; centre: Organisation }> {
    const mediator = await this.#rows.activeStaffByVerificationCode(tx, code.trim().toUpperCase());
    if (mediator?.role !== "mediator") throw new Refusal("not_found", "no mediator has this code");
    return { mediator, centre: await this.centre(tx) };
  }

  /** The limits in force for a platform, with the version that set them. */
  async policy(tx: Tx, platformId: string): Promise<PolicyInForce> {
    const policy = await this.#rows.latestPolicy(tx, platformId);
    return policy
      ? { version: policy.version, limits: tableOf(policy.limits) }
      : { version: 0, limits: singleRule(NO_CONCESSIONS) };
  }

  /** Every version there was, the newest first. */
  async policyVersions(tx: Tx, platformId: string): Promise<object[]> {
    const versions = await this.#rows.policies(tx, platformId);
    return versions.map(({ version, limits, createdAt, setByName }) => ({
      version,
      limits: tableOf(limits),
      setByName,
      createdAt,
    }));
  }

  async setPolicy(
    tx: Tx,
    actor: Actor & { kind: "staff" },
    input: { limits: PolicyLimits | PolicyTable; version: number },
  ): Promise<PolicyInForce> {
    const table = onlySoundTable(input.limits);
    await this.#rows.lockStaff(tx, actor.staffId);
    const current = await this.policy(tx, actor.organisationId);
    if (current.version !== input.version) {
      throw new Refusal("version_conflict", "the limits were changed meanwhile; look at them again");
    }
    const policy = Object.assign(new PlatformPolicy(), {
      id: uuid(),
      platformId: actor.organisationId,
      version: current.version + 1,
      limits: table,
      setBy: actor.staffId,
      createdAt: tx.now,
    });
    await this.#rows.insertPolicy(tx, policy);
    return { version: policy.version, limits: table };
  }

  async describeStaff(tx: Tx, actor: Actor & { kind: "staff" }): Promise<object> {
    const staff = await this.staffMember(tx, actor.staffId);
    const { id, kind, name, nameEn } = await this.organisation(tx, staff.organisationId);
    return {
      kind: "staff",
      id: staff.id,
      role: staff.role,
      name: staff.name,
      nameEn: staff.nameEn,
      username: staff.username,
      organisation: { id, kind, name, nameEn },
      permissions: permissionsOf(staff.role).filter((permission) => actorMay(actor, permission)),
    };
  }

  async changePassword(
    tx: Tx,
    actor: Actor & { kind: "staff" },
    input: { currentPassword: string; newPassword: string },
  ): Promise<void> {
    const staff = await this.#lock(tx, actor.staffId);
    if (!(await passwordFits(staff.passwordHash, input.currentPassword))) {
      throw new Refusal("credentials_wrong", "the current password is wrong", {
        errors: [{ pointer: "/currentPassword", code: "wrong", detail: "this is not your current password" }],
      });
    }
    staff.passwordHash = await hashPassword(input.newPassword);
    staff.passwordChangedAt = tx.now;
    staff.sessionEpoch += 1;
    await this.#rows.saveStaff(tx, staff);
  }

  async signOutEverywhere(tx: Tx, actor: Actor & { kind: "staff" }): Promise<void> {
    const staff = await this.#lock(tx, actor.staffId);
    staff.sessionEpoch += 1;
    await this.#rows.saveStaff(tx, staff);
  }

  async #lock(tx: Tx, staffId: string): Promise<Staff> {
    const staff = await this.#rows.lockStaff(tx, staffId);
    if (!staff) throw new Refusal("not_found", "no such member of staff");
    return staff;
  }
}

/** Limits as a table in which every rule can apply to some case. */
export function onlySoundTable(limits: PolicyLimits | PolicyTable): PolicyTable {
  const table = tableOf(limits);
  const problems = policyTableProblems(table);
  if (problems.length === 0) return table;
  throw new Refusal("validation_failed", "these limits cannot be kept", {
    errors: problems.map(({ pointer, code }) => ({
      pointer: `/limits${pointer}`,
      code,
      detail: "an earlier rule takes every case of this one, or its days make no sense",
    })),
  });
}
