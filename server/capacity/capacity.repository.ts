import type { LivingFloor } from "../../shared/capacity/livingFloor.ts";
import type { Tx } from "../database/transaction.ts";
import { CapacityStatementRow, LivingFloorRow } from "./capacity.entity.ts";

/** Statements of income and outgoings, and living floors, as rows. */
export class CapacityRepository {
  /** Whoever changes it holds the case, so the row needs no lock of its own. */
  find(tx: Tx, caseId: string): Promise<CapacityStatementRow | null> {
    return tx.manager.findOneBy(CapacityStatementRow, { caseId });
  }

  save(tx: Tx, row: CapacityStatementRow): Promise<CapacityStatementRow> {
    return tx.manager.save(row);
  }

  /** Region by region in the order they take effect, a correction after what it corrects. */
  async floors(tx: Tx): Promise<LivingFloor[]> {
    const found = await tx.manager.find(LivingFloorRow, {
      order: { region: "ASC", from: "ASC", createdAt: "ASC", id: "ASC" },
    });
    return found.map(({ region, from, perPersonFen, source }) => ({ region, from, perPersonFen, source }));
  }

  async insertFloor(tx: Tx, floor: LivingFloorRow): Promise<void> {
    await tx.manager.insert(LivingFloorRow, floor);
  }
}
