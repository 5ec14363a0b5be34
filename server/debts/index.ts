export { Debt, LineEntryRow, Statement, StatementLineRow } from "./debt.entity.ts";
export { DebtRepository, type PaymentHistory } from "./debt.repository.ts";
export { LineService } from "./line.service.ts";
export { basisOf, StatementService, type CurrentStatement } from "./statement.service.ts";
