import type { AgreementStatus } from "../../shared/agreements/lifecycle.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { ScheduleResult } from "../../shared/plans/schedule.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import type { Cursor } from "../http/cursor.ts";

export type AgreementListRow = {
  id: string;
  number: string;
  caseId: string;
  caseNumber: string;
  borrowerName: string;
  platformName: string;
  mediatorId: string | null;
  contractNumbers: string[];
  status: AgreementStatus;
  totalFen: string;
  instalments: number;
  composedAt: Date;
  sealedAt: Date | null;
  documentSha256: string | null;
};
/** A sealed agreement with the figures that go out with its document. */
export type ArchivedAgreement = {
  id: string;
  number: string;
  status: AgreementStatus;
  caseNumber: string;
  borrowerName: string;
  platformName: string;
  centreName: string;
  contractNumbers: string[];
  contentHash: string;
  schedule: ScheduleResult;
  sealedAt: Date;
  documentSha256: string;
  documentBytes: number;
};
/** Whose agreements: exactly one of these is set, from the person who asks. */
export type AgreementScope = { platformId: string } | { mediatorId: string } | { centreId: string };
export type AgreementFilter = {
  statuses: readonly AgreementStatus[];
  /** Only these; with the other conditions, so that an id outside the scope is simply not there. */
  ids?: readonly string[];
  /** In force since a day from `from` to `to`, both included, in Shanghai. */
  from?: LocalDate;
  to?: LocalDate;
  /** Part of the debtor's name, of a contract number, of a product's name. */
  borrower?: string;
  contract?: string;
  product?: string;
  minFen?: number;
  maxFen?: number;
};

const FROM = `FROM agreement a JOIN "case" c ON c.id = a.case_id JOIN borrower b ON b.id = c.borrower_id
  JOIN organisation p ON p.id = a.platform_id`;
const CONTRACTS = `ARRAY(SELECT d.contract_number FROM debt d WHERE d.case_id = c.id ORDER BY d.contract_number)`;

/** Agreements as lists show them: joined, so that a page costs one statement. */
export class AgreementListRepository {
  /** A keyset page, newest first. */
  async page(
    tx: Tx,
    scope: AgreementScope,
    filter: AgreementFilter & { before?: Cursor; limit: number },
  ): Promise<AgreementListRow[]> {
    const { where, value, values } = conditions(scope, filter);
    const { before, limit } = filter;
    if (before) {
      where.push(`(a.composed_at, a.id) < (${value(before.at)}::timestamptz, ${value(before.id)}::uuid)`);
    }
    return await rows<AgreementListRow>(
      tx.manager,
      `SELECT a.id, a.number, a.case_id AS "caseId", c.number AS "caseNumber", b.name AS "borrowerName",
         p.name AS "platformName", c.mediator_id AS "mediatorId", ${CONTRACTS} AS "contractNumbers", a.status,
         a.total_fen AS "totalFen", jsonb_array_length(a.schedule -> 'rows') AS instalments,
         a.composed_at AS "composedAt", a.sealed_at AS "sealedAt", a.document_sha256 AS "documentSha256"
       ${FROM} WHERE ${where.join(" AND ")} ORDER BY a.composed_at DESC, a.id DESC LIMIT ${value(limit)}`,
      values,
    );
  }

  /** Those with a fixed document, in the order in which they came into force. */
  async archived(
    tx: Tx,
    scope: AgreementScope,
    filter: AgreementFilter & { limit: number },
  ): Promise<ArchivedAgreement[]> {
    const { where, value, values } = conditions(scope, filter);
    return await rows<ArchivedAgreement>(
      tx.manager,
      `SELECT a.id, a.number, a.status, c.number AS "caseNumber", b.name AS "borrowerName", p.name AS "platformName",
         centre.name AS "centreName", ${CONTRACTS} AS "contractNumbers", a.content_hash AS "contentHash", a.schedule,
         a.sealed_at AS "sealedAt", a.document_sha256 AS "documentSha256", f.bytes::int AS "documentBytes"
       ${FROM} JOIN organisation centre ON centre.id = c.centre_id JOIN stored_file f ON f.sha256 = a.document_sha256
       WHERE ${where.join(" AND ")} AND a.sealed_at IS NOT NULL
       ORDER BY a.sealed_at, a.id LIMIT ${value(filter.limit)}`,
      values,
    );
  }
}

function conditions(scope: AgreementScope, filter: AgreementFilter) {
  const where: string[] = [];
  const values: unknown[] = [];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const given = <T>(
    one: T | undefined,
    condition: (parameter: string) => string,
    as?: (one: T) => unknown,
  ) => {
    if (one !== undefined) where.push(condition(value(as ? as(one) : one)));
  };
  if ("platformId" in scope) where.push(`a.platform_id = ${value(scope.platformId)}`);
  else if ("mediatorId" in scope) {
    const own = value(scope.mediatorId);
    where.push(`(c.mediator_id = ${own} OR c.co_mediator_ids @> ARRAY[${own}::uuid])`);
  } else where.push(`c.centre_id = ${value(scope.centreId)}`);
  given(filter.statuses, (list) => `a.status = ANY (${list}::text[])`);
  given(filter.ids, (list) => `a.id = ANY (${list}::uuid[])`);
  given(filter.from, (day) => `a.sealed_at >= (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  given(filter.to, (day) => `a.sealed_at < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  given(filter.borrower, (part) => `b.name ILIKE ${part}`, within);
  given(filter.contract, (part) => ofSomeDebt(`d.contract_number ILIKE ${part}`), within);
  given(filter.product, (part) => ofSomeDebt(`d.product ILIKE ${part}`), within);
  given(filter.minFen, (fen) => `a.total_fen >= ${fen}`);
  given(filter.maxFen, (fen) => `a.total_fen <= ${fen}`);
  return { where, value, values };
}

function ofSomeDebt(condition: string): string {
  return `EXISTS (SELECT 1 FROM debt d WHERE d.case_id = c.id AND ${condition})`;
}

/** A pattern for a part of the text, taken literally. */
function within(part: string): string {
  return `%${part.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
