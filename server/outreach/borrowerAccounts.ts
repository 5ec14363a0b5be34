import { permissionsOf } from "../../shared/api/permissions.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { maskName } from "../../shared/parties/mask.ts";
import type { SessionIdentity } from "../auth/identity.ts";
import type { CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { BorrowerService } from "../parties/index.ts";

/** Who stands behind a borrower's session: the person of the one case they proved themselves against. */
export class BorrowerAccounts {
  readonly #db: Database;
  readonly #cases: CaseService;
  readonly #borrowers: BorrowerService;

  constructor(db: Database, cases: CaseService, borrowers: BorrowerService) {
    this.#db = db;
    this.#cases = cases;
    this.#borrowers = borrowers;
  }

  async loadActor(identity: SessionIdentity & { kind: "borrower" }): Promise<Actor | null> {
    const { borrowerId, caseId } = identity;
    return await this.#db.read(async (tx) => {
      const borrower = await this.#borrowers.find(tx, borrowerId);
      if (!borrower || !(await this.#cases.isCaseOf(tx, caseId, borrowerId))) return null;
      return { kind: "borrower", borrowerId, caseId, name: borrower.name };
    });
  }

  async describe(tx: Tx, actor: Actor & { kind: "borrower" }): Promise<object> {
    const theCase = await this.#cases.find(tx, actor.caseId);
    return {
      kind: "borrower",
      id: actor.borrowerId,
      name: maskName(actor.name),
      caseId: theCase.id,
      caseNumber: theCase.number,
      permissions: permissionsOf("borrower"),
    };
  }
}
