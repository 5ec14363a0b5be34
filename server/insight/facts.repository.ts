import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import type { CaseFacts } from "../../shared/insight/caseFacts.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

/** Whose queue or figures: a mediator's own cases, a platform's, the centre's, or what was handed to a lawyer. */
export type InsightScope =
  | { kind: "mediator"; id: string }
  | { kind: "platform"; id: string }
  | { kind: "centre"; id: string }
  | { kind: "lawyer"; id: string };

export type FactsRow = CaseFacts & {
  caseId: string;
  caseNumber: string;
  borrowerName: string;
  platformName: string;
  claimedFen: string;
};

/** Cases in which this reader may have something to do; `$1` is the scope's id. */
const CANDIDATES: Record<InsightScope["kind"], string> = {
  mediator: `((c.mediator_id = $1 OR c.co_mediator_ids @> ARRAY[$1::uuid]) AND c.stage IN ('invited', 'preparing', 'negotiating', 'signing', 'performing', 'breached'))
    OR (c.stage = 'intake' AND EXISTS (SELECT 1 FROM appointment a
      WHERE a.case_id = c.id AND a.mediator_id = $1 AND a.status = 'proposed'))`,
  platform: `c.platform_id = $1 AND (c.stage IN ('preparing', 'negotiating', 'signing', 'performing', 'breached')
    OR (c.stage = 'invited' AND c.platform_consented_at IS NULL)
    OR (c.stage = 'terminated' AND c.termination_reason <> 'out_of_scope' AND NOT EXISTS (SELECT 1 FROM escalation e
      WHERE e.case_id = c.id AND e.status <> 'failed')))`,
  centre: `c.centre_id = $1 AND (c.stage = 'intake' OR (c.stage = 'signing' AND EXISTS (SELECT 1 FROM agreement g
    WHERE g.case_id = c.id AND g.status = 'signed')))`,
  lawyer: `EXISTS (SELECT 1 FROM escalation e WHERE e.case_id = c.id AND e.lawyer_id = $1 AND e.status = 'sealed')`,
};

/** What is said where the platform hears it. */
const HEARD_BY_PLATFORM = `payload->>'channel' IN ('joint', 'caucus_platform')`;

const said = (party: string, where = `payload->>'channel' <> 'mediator_notes'`): string =>
  `max(at) FILTER (WHERE type = 'message.posted' AND actor->>'party' = '${party}' AND ${where})`;

const FACTS = `
  SELECT s.id AS "caseId", s.number AS "caseNumber", b.name AS "borrowerName", p.name AS "platformName",
    s.claimed_fen AS "claimedFen", s.stage, s.stage_since AS "stageSince", s.paused_at AS "pausedAt",
    s.created_at AS "createdAt", s.accepted_at AS "acceptedAt",
    a.proposed_at AS "proposedAt", coalesce(a.mediator_id = $1, false) AS "proposedToViewer",
    a.prior_cases_with_platform AS "priorCases",
    s.borrower_consented_at IS NOT NULL AS "borrowerConsented",
    s.platform_consented_at IS NOT NULL AS "platformConsented",
    i."invitedAt", i."invitationExpiresAt", i."openedAt", i."identifiedAt",
    j."reportedAt", j.report, j."mediatorActedAt", j."borrowerSaidAt", j."borrowerSaidToPlatformAt",
    j."platformSaidAt", j."mediatorSaidAt", j."mediatorSaidToPlatformAt",
    l."disputedLines", o."borrowerOfferPutAt", o."borrowerOfferExpiresAt", o."platformOfferPutAt",
    o."platformOfferExpiresAt", o."offerAwaitingApprovalSince", o."acceptanceApprovalWanted",
    g.status AS "agreementStatus", coalesce(g.released_at, g.composed_at) AS "agreementSince",
    coalesce(g."signedBy", '{}') AS "signedBy", g."signingOrder", n."nextDue", coalesce(n."graceDays", 0) AS "graceDays",
    m.status AS "sessionStatus", m.at AS "sessionAt", m.created_at AS "sessionSince",
    coalesce(m."platformTicked", false) AS "sessionPlatformTicked", coalesce(m."sidesTicked", 0) AS "sessionSidesTicked",
    f.status AS "confirmationStatus", f.deadline::text AS "confirmationDeadline",
    e.id AS "escalationId", e.status AS "escalationStatus", coalesce(e.sealed_at, e.requested_at) AS "escalationSince",
    coalesce(j."packetOpened", false) AS "packetOpened"
  FROM scoped s
  JOIN borrower b ON b.id = s.borrower_id
  JOIN organisation p ON p.id = s.platform_id
  LEFT JOIN appointment a ON a.case_id = s.id AND a.status = 'proposed' AND a.role = 'mediator'
  LEFT JOIN escalation e ON e.case_id = s.id
  LEFT JOIN confirmation f ON f.case_id = s.id AND s.stage IN ('performing', 'breached', 'completed')
    AND NOT EXISTS (SELECT 1 FROM agreement k WHERE k.id = f.agreement_id AND k.superseded_by IS NOT NULL)
  LEFT JOIN LATERAL (
    SELECT min(issued_at) AS "invitedAt", max(expires_at) AS "invitationExpiresAt", min(opened_at) AS "openedAt",
      min(identified_at) AS "identifiedAt"
    FROM invitation WHERE case_id = s.id AND representative_id IS NULL) i ON true
  LEFT JOIN LATERAL (
    SELECT max(at) FILTER (WHERE type = 'borrower.reported') AS "reportedAt",
      (array_agg(payload->>'report' ORDER BY seq DESC) FILTER (WHERE type = 'borrower.reported'))[1] AS report,
      max(at) FILTER (WHERE actor->>'party' = 'mediator') AS "mediatorActedAt",
      bool_or(type = 'escalation.opened') AS "packetOpened",
      ${said("borrower")} AS "borrowerSaidAt", ${said("borrower", HEARD_BY_PLATFORM)} AS "borrowerSaidToPlatformAt",
      ${said("platform")} AS "platformSaidAt", ${said("mediator")} AS "mediatorSaidAt",
      ${said("mediator", HEARD_BY_PLATFORM)} AS "mediatorSaidToPlatformAt"
    FROM journal_event WHERE case_id = s.id) j ON true
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS "disputedLines"
    FROM (SELECT * FROM statement WHERE case_id = s.id ORDER BY version DESC LIMIT 1) q
      JOIN statement_line x ON x.statement_id = q.id
    WHERE 'disputed' = (SELECT e.answer FROM line_entry e
      WHERE e.case_id = s.id AND e.side = 'borrower' AND e.version >= q.answers_since AND e.debt_id = x.debt_id
        AND e.component = x.component AND e.fen = x.fen ORDER BY e.at DESC, e.id DESC LIMIT 1)) l ON true
  LEFT JOIN LATERAL (
    SELECT max(put_at) FILTER (WHERE by_party = 'borrower' AND open) AS "borrowerOfferPutAt",
      min(expires_at) FILTER (WHERE by_party = 'borrower' AND open) AS "borrowerOfferExpiresAt",
      max(put_at) FILTER (WHERE by_party = 'platform' AND open) AS "platformOfferPutAt",
      min(expires_at) FILTER (WHERE by_party = 'platform' AND open) AS "platformOfferExpiresAt",
      min(created_at) FILTER (WHERE status = 'awaiting_approval') AS "offerAwaitingApprovalSince",
      coalesce(bool_or(open AND acceptance_approval = 'requested'), false) AS "acceptanceApprovalWanted"
    FROM (SELECT *, status = 'open' AND expires_at > $2 AS open FROM offer WHERE case_id = s.id) put) o ON true
  LEFT JOIN LATERAL (
    SELECT status, released_at, composed_at, signing_settings->'order' AS "signingOrder",
      (SELECT array_agg(party) FROM agreement_signature WHERE agreement_id = agreement.id) AS "signedBy"
    FROM agreement WHERE case_id = s.id AND status IN ('review', 'signing', 'signed')) g ON true
  LEFT JOIN LATERAL (
    SELECT x.status, coalesce(x.resumes_at, x.starts_at) AS at, x.created_at,
      (SELECT bool_or(party = 'platform') FROM session_tick WHERE session_id = x.id) AS "platformTicked",
      (SELECT count(*)::int FROM session_tick WHERE session_id = x.id) AS "sidesTicked"
    FROM mediation_session x WHERE x.case_id = s.id AND x.status NOT IN ('ended', 'cancelled')) m ON true
  LEFT JOIN LATERAL (
    SELECT min(t.due)::text AS "nextDue", max((h.terms->>'graceDays')::int) AS "graceDays"
    FROM instalment t JOIN agreement h ON h.id = t.agreement_id
    WHERE t.case_id = s.id AND t.status <> 'paid' AND h.status = 'sealed' AND h.superseded_by IS NULL) n ON true`;

/** What is known of cases, read in one statement for a whole queue. */
export class FactsRepository {
  /** Facts of at most `limit` cases this reader may have something to do in, those longest in their stage first. */
  async candidates(tx: Tx, scope: InsightScope, limit: number): Promise<FactsRow[]> {
    return await rows<FactsRow>(
      tx.manager,
      `WITH scoped AS (SELECT c.* FROM "case" c WHERE ${CANDIDATES[scope.kind]} ORDER BY c.stage_since, c.id LIMIT $3)
       ${FACTS}`,
      [scope.id, tx.now, limit],
    );
  }
}

export type OverviewRow = {
  byStage: Partial<Record<CaseStage, number>>;
  invited: number;
  opened: number;
  identified: number;
  consented: number;
  claimedFen: string;
  agreementsSealed: number;
  totalSettledFen: string;
  paidFen: string;
};

const OWNED: Record<InsightScope["kind"], string> = {
  mediator: "c.mediator_id = $1",
  platform: "c.platform_id = $1",
  centre: "c.centre_id = $1",
  lawyer: `EXISTS (SELECT 1 FROM escalation e WHERE e.case_id = c.id AND e.lawyer_id = $1
    AND e.status IN ('sealed', 'closed'))`,
};

/** Figures over all of somebody's cases. */
export class OverviewRepository {
  async overview(tx: Tx, scope: InsightScope): Promise<OverviewRow> {
    const [row] = await rows<OverviewRow>(
      tx.manager,
      `WITH scoped AS MATERIALIZED (
         SELECT c.id, c.stage, c.claimed_fen, c.borrower_consented_at IS NOT NULL
           AND c.platform_consented_at IS NOT NULL AS consented
         FROM "case" c WHERE ${OWNED[scope.kind]}),
       reached AS (
         SELECT i.case_id, bool_or(i.opened_at IS NOT NULL) AS opened, bool_or(i.identified_at IS NOT NULL) AS identified
         FROM invitation i JOIN scoped s ON s.id = i.case_id
         WHERE i.representative_id IS NULL GROUP BY i.case_id),
       settled AS (
         SELECT count(*)::int AS n, coalesce(sum(g.total_fen), 0) AS total
         FROM agreement g JOIN scoped s ON s.id = g.case_id WHERE g.status = 'sealed' AND g.superseded_by IS NULL),
       paid AS (SELECT coalesce(sum(y.fen), 0) AS total FROM payment y JOIN scoped s ON s.id = y.case_id)
       SELECT
         coalesce((SELECT jsonb_object_agg(stage, n) FROM
           (SELECT stage, count(*)::int AS n FROM scoped GROUP BY stage) counted), '{}') AS "byStage",
         (SELECT count(*)::int FROM reached) AS invited,
         (SELECT count(*)::int FROM reached WHERE opened) AS opened,
         (SELECT count(*)::int FROM reached WHERE identified) AS identified,
         (SELECT count(*)::int FROM reached r JOIN scoped s ON s.id = r.case_id WHERE s.consented) AS consented,
         (SELECT coalesce(sum(claimed_fen), 0) FROM scoped) AS "claimedFen",
         settled.n AS "agreementsSealed", settled.total AS "totalSettledFen", paid.total AS "paidFen"
       FROM settled, paid`,
      [scope.id],
    );
    if (!row) throw new Error("an aggregate answers one row");
    return row;
  }
}
