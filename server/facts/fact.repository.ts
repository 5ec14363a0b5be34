import { RUNNING_RECORDS } from "../../shared/facts/record.ts";
import { In } from "typeorm";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Fact, FactRecord, FactRecordSignature } from "./fact.entity.ts";

/** Statements of fact, records and signatures, as rows. Whoever writes holds the case. */
export class FactRepository {
  ofCase(tx: Tx, caseId: string): Promise<Fact[]> {
    return tx.manager.find(Fact, { where: { caseId }, order: { number: "ASC" } });
  }

  find(tx: Tx, id: string): Promise<Fact | null> {
    return tx.manager.findOneBy(Fact, { id });
  }

  async insert(tx: Tx, fact: Fact): Promise<void> {
    await tx.manager.insert(Fact, fact);
  }

  async change(tx: Tx, fact: Fact, fields: Partial<Omit<Fact, "id">>): Promise<void> {
    Object.assign(fact, fields, { version: fact.version + 1 });
    await tx.manager.save(fact);
  }

  /** The statements of a record stand from now on. */
  async fix(tx: Tx, record: FactRecord): Promise<void> {
    const ids = record.facts.facts.map(({ factId }) => factId);
    await rows(
      tx.manager,
      `UPDATE fact SET status = 'recorded', record_id = $1, version = version + 1 WHERE id = ANY ($2::uuid[])`,
      [record.id, ids],
    );
  }

  findRecord(tx: Tx, id: string): Promise<FactRecord | null> {
    return tx.manager.findOneBy(FactRecord, { id });
  }

  /** The one that is being signed. */
  runningRecord(tx: Tx, caseId: string): Promise<FactRecord | null> {
    return tx.manager.findOneBy(FactRecord, { caseId, status: In([...RUNNING_RECORDS]) });
  }

  /** What both have signed, the oldest first. */
  signedRecords(tx: Tx, caseId: string): Promise<FactRecord[]> {
    return tx.manager.find(FactRecord, { where: { caseId, status: "signed" }, order: { serial: "ASC" } });
  }

  countRecords(tx: Tx, caseId: string): Promise<number> {
    return tx.manager.countBy(FactRecord, { caseId });
  }

  async insertRecord(tx: Tx, record: FactRecord): Promise<void> {
    await tx.manager.insert(FactRecord, record);
  }

  async changeRecord(tx: Tx, record: FactRecord, fields: Partial<Omit<FactRecord, "id">>): Promise<void> {
    Object.assign(record, fields, { version: record.version + 1 });
    await tx.manager.save(record);
  }

  async replaceDocument(tx: Tx, id: string, documentSha256: string): Promise<{ caseId: string }> {
    await tx.manager.update(FactRecord, { id }, { documentSha256 });
    return await tx.manager.findOneByOrFail(FactRecord, { id });
  }

  signaturesOf(tx: Tx, recordIds: readonly string[]): Promise<FactRecordSignature[]> {
    return tx.manager.find(FactRecordSignature, {
      where: { recordId: In([...recordIds]) },
      order: { signedAt: "ASC", id: "ASC" },
    });
  }

  async insertSignature(tx: Tx, signature: FactRecordSignature): Promise<void> {
    await tx.manager.insert(FactRecordSignature, signature);
  }
}
