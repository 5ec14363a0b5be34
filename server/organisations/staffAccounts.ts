import type { Actor } from "../../shared/api/roles.ts";
import type { SessionIdentity } from "../auth/identity.ts";
import { passwordFits } from "../auth/passwords.ts";
import type { Database } from "../database/transaction.ts";
import type { OrganisationRepository } from "./organisation.repository.ts";

/** Sign-in of staff: who fits a password, and who stands behind a session. */
export class StaffAccounts {
  readonly #db: Database;
  readonly #rows: OrganisationRepository;

  constructor(db: Database, rows: OrganisationRepository) {
    this.#db = db;
    this.#rows = rows;
  }

  async checkPassword(username: string, password: string): Promise<SessionIdentity | null> {
    const staff = await this.#db.read((tx) => this.#rows.activeStaffByUsername(tx, username));
    const fits = await passwordFits(staff?.passwordHash ?? null, password);
    return staff && fits ? { kind: "staff", staffId: staff.id, epoch: staff.sessionEpoch } : null;
  }

  /** Null when the account was disabled or its sessions were ended. */
  async loadActor(identity: SessionIdentity & { kind: "staff" }): Promise<Actor | null> {
    return await this.#db.read(async (tx) => {
      const staff = await this.#rows.staff(tx, identity.staffId);
      if (!staff || staff.disabledAt !== null || staff.sessionEpoch !== identity.epoch) return null;
      const organisation = await this.#rows.organisation(tx, staff.organisationId);
      if (!organisation) return null;
      return {
        kind: "staff",
        staffId: staff.id,
        role: staff.role,
        organisationId: staff.organisationId,
        organisationKind: organisation.kind,
        name: staff.name,
      };
    });
  }
}
