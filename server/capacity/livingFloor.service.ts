import { v7 as uuid } from "uuid";
import type { LivingFloor } from "../../shared/capacity/livingFloor.ts";
import type { Tx } from "../database/transaction.ts";
import type { StaffActor } from "../organisations/index.ts";
import { LivingFloorRow } from "./capacity.entity.ts";
import type { CapacityRepository } from "./capacity.repository.ts";

/** What people must keep to live on, region by region, as the centre's administrator enters it. */
export class LivingFloorService {
  readonly #rows: CapacityRepository;

  constructor(rows: CapacityRepository) {
    this.#rows = rows;
  }

  /** Every floor in force at some time; what was corrected is kept and not listed. */
  async list(tx: Tx): Promise<LivingFloor[]> {
    const latest = new Map<string, LivingFloor>();
    for (const floor of await this.#rows.floors(tx)) latest.set(`${floor.region} ${floor.from}`, floor);
    return [...latest.values()];
  }

  /** Set the floor of a region from a day on; for a day that has one already this corrects it. */
  async set(tx: Tx, actor: StaffActor, floor: LivingFloor): Promise<LivingFloor[]> {
    const row = Object.assign(new LivingFloorRow(), {
      ...floor,
      id: uuid(),
      setBy: actor.staffId,
      createdAt: tx.now,
    });
    await this.#rows.insertFloor(tx, row);
    return await this.list(tx);
  }
}
