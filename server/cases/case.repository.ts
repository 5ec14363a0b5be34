import type { Tx } from "../database/transaction.ts";
import { Case } from "./case.entity.ts";

/** Cases, as rows. */
export class CaseRepository {
  find(tx: Tx, id: string): Promise<Case | null> {
    return tx.manager.findOneBy(Case, { id });
  }

  /** The case, locked until the transaction ends: everything that changes a case begins here. */
  lock(tx: Tx, id: string): Promise<Case | null> {
    return tx.manager.findOne(Case, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** Write changed fields of a locked case; counts its version up, here and on the object. */
  async change(tx: Tx, theCase: Case, fields: Partial<Omit<Case, "id" | "version">>): Promise<void> {
    Object.assign(theCase, fields, { version: theCase.version + 1 });
    await tx.manager.update(Case, { id: theCase.id }, { ...fields, version: theCase.version });
  }
}
