import type { Agreement } from "../agreements/index.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Amendment, PlanEntry } from "./amendment.entity.ts";
import type { CompletionCertificate } from "./completion.entity.ts";
import type { InstalmentRow, Payment } from "./performance.entity.ts";

/** What is performed under the agreement in force. */
export type Plan = {
  theCase: Case;
  agreement: Agreement;
  instalments: InstalmentRow[];
  payments: Payment[];
  entries: PlanEntry[];
  /** Being negotiated anew; the plan goes on meanwhile. */
  amendment: Amendment | null;
  certificate: CompletionCertificate | null;
};

/** A plan that is bargained over again begins from what is really left. */
export interface StatementAfterBreach {
  restate(tx: Tx, plan: Pick<Plan, "theCase" | "agreement" | "instalments">): Promise<void>;
  /** As it was when this agreement was made. */
  restore(tx: Tx, theCase: Case, agreement: Agreement): Promise<void>;
}
