import { In } from "typeorm";
import type { Tx } from "../database/transaction.ts";
import { Minutes, MinutesAnswerRow } from "./minutes.entity.ts";

/** Minutes and what is said of them, as rows. Whoever writes holds the case. */
export class MinutesRepository {
  ofCase(tx: Tx, caseId: string): Promise<Minutes[]> {
    return tx.manager.find(Minutes, { where: { caseId }, order: { serial: "DESC" } });
  }

  find(tx: Tx, id: string): Promise<Minutes | null> {
    return tx.manager.findOneBy(Minutes, { id });
  }

  async insert(tx: Tx, minutes: Minutes): Promise<void> {
    await tx.manager.insert(Minutes, minutes);
  }

  async change(tx: Tx, minutes: Minutes, fields: Partial<Omit<Minutes, "id">>): Promise<void> {
    Object.assign(minutes, fields, { version: minutes.version + 1 });
    await tx.manager.save(minutes);
  }

  async replaceDocument(tx: Tx, id: string, documentSha256: string): Promise<void> {
    await tx.manager.update(Minutes, { id }, { documentSha256 });
  }

  answersOf(tx: Tx, minutesIds: readonly string[]): Promise<MinutesAnswerRow[]> {
    return tx.manager.find(MinutesAnswerRow, {
      where: { minutesId: In([...minutesIds]) },
      order: { at: "ASC", personId: "ASC" },
    });
  }

  async keepAnswer(tx: Tx, answer: MinutesAnswerRow): Promise<void> {
    await tx.manager.upsert(MinutesAnswerRow, answer, ["minutesId", "personId"]);
  }

  async forgetAnswers(tx: Tx, minutesId: string): Promise<void> {
    await tx.manager.delete(MinutesAnswerRow, { minutesId });
  }
}
