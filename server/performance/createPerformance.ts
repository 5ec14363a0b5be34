import type { AgreementService } from "../agreements/index.ts";
import type { CaseRepository, CaseService } from "../cases/index.ts";
import type { StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import { PerformanceRepository } from "./performance.repository.ts";
import { PerformanceService } from "./performance.service.ts";
import { RestateAfterBreach } from "./restate.ts";

/** What happens after the signature. */
export function createPerformance(deps: {
  cases: CaseService;
  caseRows: CaseRepository;
  agreements: AgreementService;
  statements: StatementService;
  journal: Journal;
}): PerformanceService {
  return new PerformanceService({
    ...deps,
    rows: new PerformanceRepository(),
    statements: new RestateAfterBreach(deps.statements, deps.caseRows),
  });
}
