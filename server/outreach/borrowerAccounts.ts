import { permissionsOf } from "../../shared/api/permissions.ts";
import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import { maskName } from "../../shared/parties/mask.ts";
import type { SessionIdentity } from "../auth/identity.ts";
import type { Case, CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Door } from "./door.ts";

/** Who stands behind a borrower's session: the person of the one case they proved themselves against. */
export class BorrowerAccounts {
  readonly #db: Database;
  readonly #cases: CaseService;
  readonly #door: Door;

  constructor(db: Database, cases: CaseService, door: Door) {
    this.#db = db;
    this.#cases = cases;
    this.#door = door;
  }

  async loadActor(identity: SessionIdentity & { kind: "borrower" }): Promise<Actor | null> {
    const { borrowerId, caseId } = identity;
    return await this.#db.read(async (tx) => {
      if (!(await this.#cases.isCaseOf(tx, caseId, borrowerId))) return null;
      return await this.#door.actorOf(tx, identity);
    });
  }

  async #borrowerName(tx: Tx, theCase: Case): Promise<string> {
    return (await this.#door.personOf(tx, theCase, null)).name;
  }

  async describe(tx: Tx, actor: Actor & { kind: "borrower" }): Promise<object> {
    const theCase = await this.#cases.find(tx, actor.caseId);
    return {
      kind: "borrower",
      id: personIdOf(actor) ?? actor.borrowerId,
      name: maskName(actor.name),
      caseId: theCase.id,
      caseNumber: theCase.number,
      permissions: permissionsOf("borrower").filter((permission) => actorMay(actor, permission)),
      representative: actor.representative
        ? { scope: actor.representative.scope, borrowerName: maskName(await this.#borrowerName(tx, theCase)) }
        : null,
    };
  }
}
