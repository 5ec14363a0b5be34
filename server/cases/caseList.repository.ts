import type { CaseStage, TerminationReason } from "../../shared/cases/lifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import type { Cursor } from "../http/cursor.ts";

/** One case with what a list shows of it; read by joining, so that a page costs one statement. */
export type CaseRow = {
  id: string;
  number: string;
  stage: CaseStage;
  stageSince: Date;
  centreId: string;
  platformId: string;
  platformName: string;
  borrowerId: string;
  borrowerName: string;
  borrowerPhone: string;
  mediatorId: string | null;
  mediatorName: string | null;
  acceptedAt: Date | null;
  pausedAt: Date | null;
  borrowerConsentedAt: Date | null;
  platformConsentedAt: Date | null;
  terminationReason: TerminationReason | null;
  certificateSha256: string | null;
  claimedFen: string;
  createdAt: Date;
  version: number;
  debtCount: number;
  proposalOpen: boolean;
  invited: boolean;
  opened: boolean;
  identified: boolean;
};

/** Whose cases: exactly one of these is set, from the person who asks. */
export type CaseScope = { platformId: string } | { mediatorId: string } | { centreId: string };
export type CaseFilter = {
  stage: CaseStage | null;
  mediatorId: string | null;
  q: string | null;
  after: Cursor | null;
  limit: number;
};

const SELECT = `
  SELECT c.id, c.number, c.stage, c.stage_since AS "stageSince", c.centre_id AS "centreId",
    c.platform_id AS "platformId", p.name AS "platformName", c.borrower_id AS "borrowerId",
    b.name AS "borrowerName", b.phone AS "borrowerPhone", c.mediator_id AS "mediatorId", m.name AS "mediatorName",
    c.accepted_at AS "acceptedAt", c.paused_at AS "pausedAt", c.borrower_consented_at AS "borrowerConsentedAt",
    c.platform_consented_at AS "platformConsentedAt", c.termination_reason AS "terminationReason",
    c.certificate_sha256 AS "certificateSha256", c.claimed_fen AS "claimedFen", c.created_at AS "createdAt", c.version,
    (SELECT count(*)::int FROM debt d WHERE d.case_id = c.id) AS "debtCount",
    EXISTS (SELECT 1 FROM appointment a WHERE a.case_id = c.id AND a.role = 'mediator'
      AND a.status = 'proposed') AS "proposalOpen",
    EXISTS (SELECT 1 FROM invitation i WHERE i.case_id = c.id AND i.representative_id IS NULL) AS invited,
    EXISTS (SELECT 1 FROM invitation i WHERE i.case_id = c.id AND i.representative_id IS NULL
      AND i.opened_at IS NOT NULL) AS opened,
    EXISTS (SELECT 1 FROM invitation i WHERE i.case_id = c.id AND i.representative_id IS NULL
      AND i.identified_at IS NOT NULL) AS identified
  FROM "case" c
  JOIN borrower b ON b.id = c.borrower_id
  JOIN organisation p ON p.id = c.platform_id
  LEFT JOIN staff m ON m.id = c.mediator_id`;

/** Lists of cases: what people read, as against the one case a command locks. */
export class CaseListRepository {
  async byIds(tx: Tx, ids: readonly string[]): Promise<CaseRow[]> {
    return await rows<CaseRow>(tx.manager, `${SELECT} WHERE c.id = ANY ($1)`, [ids]);
  }

  /** Newest first, one row more than the limit when there are more. */
  async list(tx: Tx, scope: CaseScope, filter: CaseFilter): Promise<CaseRow[]> {
    const where: string[] = [];
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${values.push(one)}`;
    if ("platformId" in scope) where.push(`c.platform_id = ${value(scope.platformId)}`);
    else if ("mediatorId" in scope) {
      const own = value(scope.mediatorId);
      where.push(`(c.mediator_id = ${own} OR c.co_mediator_ids @> ARRAY[${own}::uuid])`);
    } else where.push(`c.centre_id = ${value(scope.centreId)}`);
    if (filter.stage !== null) where.push(`c.stage = ${value(filter.stage)}`);
    if (filter.mediatorId !== null) where.push(`c.mediator_id = ${value(filter.mediatorId)}`);
    if (filter.q !== null) where.push(searched(value(`%${escaped(filter.q)}%`), value(filter.q)));
    if (filter.after !== null) {
      where.push(
        `(c.created_at, c.id) < (${value(filter.after.at)}::timestamptz, ${value(filter.after.id)}::uuid)`,
      );
    }
    return await rows<CaseRow>(
      tx.manager,
      `${SELECT} WHERE ${where.join(" AND ")} ORDER BY c.created_at DESC, c.id DESC LIMIT ${value(filter.limit + 1)}`,
      values,
    );
  }
}

/** By case number or borrower's name in part, or by a contract number in full. */
function searched(pattern: string, exact: string): string {
  return `(c.number LIKE ${pattern} OR b.name ILIKE ${pattern}
    OR EXISTS (SELECT 1 FROM debt d WHERE d.case_id = c.id AND d.contract_number = ${exact}))`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
