export { Debt, Statement, StatementLineRow } from "./debt.entity.ts";
export { DebtRepository } from "./debt.repository.ts";
export { basisOf, StatementService, type CurrentStatement } from "./statement.service.ts";
