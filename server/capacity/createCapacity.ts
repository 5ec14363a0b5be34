import type { CaseService } from "../cases/index.ts";
import type { Journal } from "../journal/index.ts";
import { CapacityRepository } from "./capacity.repository.ts";
import type { CapacityWork } from "./capacity.routes.ts";
import { CapacityService, type ExhibitDesk } from "./capacity.service.ts";
import { LivingFloorService } from "./livingFloor.service.ts";

/** Ability to pay: the borrower's statement and the living floors it is held against. */
export function createCapacity(deps: {
  cases: CaseService;
  journal: Journal;
  exhibits: ExhibitDesk;
}): CapacityWork {
  const rows = new CapacityRepository();
  return { capacity: new CapacityService({ ...deps, rows }), floors: new LivingFloorService(rows) };
}
