import type { Actor } from "../../../shared/api/roles.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { rows } from "../../../server/database/sql.ts";
import type { TestApp } from "../../support/app.ts";

export type CaseRow = {
  id: string;
  platformId: string;
  mediatorId: string | null;
  coMediatorIds: string[];
  borrowerId: string;
  lawyerId: string | null;
};

/** Something a path can name, and the case (or the platform's import) it belongs to. */
export type Thing = { id: string; theCase: CaseRow | null; platformId: string };

/** The demonstration's rows by the name of the path parameter that holds their id. */
export type World = {
  things: Record<string, Thing[]>;
  lines: Map<string, string>;
  debts: Map<string, string>;
  members: Map<string, string>;
  terms: Terms;
};

const CASES = `SELECT c.id, c.platform_id AS "platformId", c.mediator_id AS "mediatorId",
    c.co_mediator_ids AS "coMediatorIds",
    c.borrower_id AS "borrowerId", e.lawyer_id AS "lawyerId"
  FROM "case" c LEFT JOIN escalation e ON e.case_id = c.id`;

/** Every state the demonstration reaches, so that a check which only holds in one stage is found out. */
export async function buildWorld(app: TestApp): Promise<World> {
  return await app.tx(async ({ manager }) => {
    const cases = await rows<CaseRow>(manager, CASES);
    const byId = new Map(cases.map((row) => [row.id, row]));
    const inCases = async (table: string): Promise<Thing[]> =>
      (await rows<{ id: string; case_id: string }>(manager, `SELECT id, case_id FROM ${table}`)).map(
        (row) => {
          const theCase = byId.get(row.case_id)!;
          return { id: row.id, theCase, platformId: theCase.platformId };
        },
      );
    const imports = await rows<{ id: string; platform_id: string }>(
      manager,
      "SELECT id, platform_id FROM import",
    );
    const ofPlatforms = async (table: string): Promise<Thing[]> =>
      (await rows<{ id: string; platform_id: string }>(manager, `SELECT id, platform_id FROM ${table}`)).map(
        (row) => ({ id: row.id, theCase: null, platformId: row.platform_id }),
      );
    const lines = await rows<{ id: string; case_id: string }>(
      manager,
      "SELECT l.id, s.case_id FROM statement_line l JOIN statement s ON s.id = l.statement_id",
    );
    const debts = await rows<{ id: string; case_id: string }>(manager, "SELECT id, case_id FROM debt");
    const members = await rows<{ id: string; case_id: string }>(
      manager,
      "SELECT id, case_id FROM case_member",
    );
    const [offer] = await rows<{ terms: Terms }>(manager, "SELECT terms FROM offer LIMIT 1");
    return {
      things: {
        caseId: cases.map((row) => ({ id: row.id, theCase: row, platformId: row.platformId })),
        appointmentId: await appointments(manager, byId),
        offerId: await inCases("offer"),
        draftId: await inCases("offer_draft"),
        factId: await inCases("fact"),
        minutesId: await inCases("minutes"),
        recordId: await inCases("fact_record"),
        proposalId: await inCases("proposal"),
        sessionId: await inCases("mediation_session"),
        agreementId: await inCases("agreement"),
        representativeId: await inCases("representative"),
        exhibitId: await inCases("exhibit"),
        contactId: await inCases("contact"),
        escalationId: await inCases("escalation"),
        keyId: await ofPlatforms("api_key"),
        endpointId: await ofPlatforms("webhook_endpoint"),
        deliveryId: await ofPlatforms("webhook_delivery"),
        authorityId: await ofPlatforms("signing_authority"),
        importId: imports.map((row) => ({ id: row.id, theCase: null, platformId: row.platform_id })),
      },
      lines: new Map(lines.map((row) => [row.case_id, row.id])),
      debts: new Map(debts.map((row) => [row.case_id, row.id])),
      members: new Map(members.map((row) => [row.case_id, row.id])),
      terms: offer!.terms,
    };
  });
}

type Manager = Parameters<typeof rows>[0];

/** An appointment belongs to the mediator who was asked, not to whoever serves the case. */
async function appointments(manager: Manager, byId: Map<string, CaseRow>): Promise<Thing[]> {
  const found = await rows<{ id: string; case_id: string; mediator_id: string }>(
    manager,
    "SELECT id, case_id, mediator_id FROM appointment",
  );
  return found.map((row) => {
    const theCase = { ...byId.get(row.case_id)!, mediatorId: row.mediator_id, coMediatorIds: [] };
    return { id: row.id, theCase, platformId: theCase.platformId };
  });
}

/** Is this somebody's own? The test's own words for it, apart from the policies it examines. */
export function isOwn(actor: Actor, thing: Thing): boolean {
  if (actor.kind === "borrower") return thing.theCase?.id === actor.caseId;
  if (actor.kind === "system") return false;
  switch (actor.role) {
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return thing.platformId === actor.organisationId;
    case "mediator":
      if (thing.theCase?.coMediatorIds.includes(actor.staffId) === true) return true;
      return thing.theCase?.mediatorId === actor.staffId;
    case "lawyer":
      return thing.theCase?.lawyerId === actor.staffId;
    case "centre_admin":
      return thing.theCase !== null;
  }
}
