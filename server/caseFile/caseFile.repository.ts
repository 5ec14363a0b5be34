import type { Tx } from "../database/transaction.ts";
import { CaseFile } from "./caseFile.entity.ts";

/** Mediation files, as rows. */
export class CaseFileRepository {
  find(tx: Tx, id: string): Promise<CaseFile | null> {
    return tx.manager.findOneBy(CaseFile, { id });
  }

  latestOf(tx: Tx, caseId: string): Promise<CaseFile | null> {
    return tx.manager.findOne(CaseFile, { where: { caseId }, order: { requestedAt: "DESC", id: "DESC" } });
  }

  /** The newest that can be downloaded, while another is being made. */
  latestReadyOf(tx: Tx, caseId: string): Promise<CaseFile | null> {
    return tx.manager.findOne(CaseFile, {
      where: { caseId, status: "ready" },
      order: { requestedAt: "DESC", id: "DESC" },
    });
  }

  async insert(tx: Tx, file: CaseFile): Promise<void> {
    await tx.manager.insert(CaseFile, file);
  }

  async change(tx: Tx, id: string, fields: Partial<Omit<CaseFile, "id">>): Promise<void> {
    await tx.manager.update(CaseFile, { id, status: "composing" }, fields);
  }
}
