import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { OfferStatus } from "../../shared/offers/lifecycle.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import type { StatementLine } from "../../shared/plans/statement.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

/** An offer of the past with everything limits are judged by. */
export type TriedOffer = {
  offerId: string;
  number: number;
  by: OfferSide;
  status: OfferStatus;
  terms: Terms;
  caseId: string;
  caseNumber: string;
  statementId: string;
  asOf: LocalDate;
  createdAt: Date;
  lines: StatementLine[];
  debts: { product: string | null; overdueSince: LocalDate | null; riskTier: string | null }[];
};

/** The newest offers in a platform's cases, of either side. */
export function newestOffers(tx: Tx, platformId: string, limit: number): Promise<TriedOffer[]> {
  return rows<TriedOffer>(
    tx.manager,
    `SELECT o.id AS "offerId", o.number, o.by_party AS by, o.status, o.terms, c.id AS "caseId", c.number AS "caseNumber",
            s.id AS "statementId", s.as_of::text AS "asOf", o.created_at AS "createdAt",
            (SELECT json_agg(json_build_object('debtId', l.debt_id, 'component', l.component, 'fen', l.fen) ORDER BY l.id)
             FROM statement_line l WHERE l.statement_id = s.id) AS lines,
            (SELECT json_agg(json_build_object('product', d.product, 'overdueSince', d.overdue_since::text,
                     'riskTier', d.risk_tier))
             FROM debt d WHERE d.case_id = c.id) AS debts
     FROM offer o JOIN "case" c ON c.id = o.case_id JOIN statement s ON s.id = o.statement_id
     WHERE c.platform_id = $1 ORDER BY o.created_at DESC, o.id DESC LIMIT $2`,
    [platformId, limit],
  );
}
