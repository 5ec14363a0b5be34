import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import {
  decideEscalation,
  ESCALATION_STATUSES,
  type EscalationCommand,
  type EscalationOutcome,
  type EscalationState,
  type EscalationStatus,
} from "../../shared/escalations/lifecycle.ts";
import { onlyInStages, onlyPlatformOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import {
  onlyStaff,
  type Organisation,
  type OrganisationService,
  type Staff,
} from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import { Escalation } from "./escalation.entity.ts";
import { LAWYER_READS, noSuchEscalation, onlyItsLawyer, readerOf } from "./escalation.policy.ts";
import type { EscalationListRow, EscalationRepository, Opening } from "./escalation.repository.ts";

export const COMPOSE_PACKET = "escalations.compose";

export type EscalationInCase = {
  theCase: Case;
  escalation: Escalation;
  lawyer: Staff;
  firm: Organisation;
  platform: Organisation;
  borrowerName: string;
};
export type EscalationQuery = {
  status?: EscalationStatus;
  before?: { at: Date; id: string };
  limit: number;
};
type Deps = {
  db: Database;
  borrowers: BorrowerService;
  rows: EscalationRepository;
  cases: CaseService;
  organisations: OrganisationService;
  journal: Journal;
  jobs: Pick<Jobs, "enqueue">;
  files: FileStorage;
};

/** A case goes to a lawyer: asked for, read with every opening recorded, and concluded. */
export class EscalationService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The platform asks for a packet; asking again after a failure tries again. */
  async request(tx: Tx, actor: Actor, caseId: string, lawyerId: string): Promise<EscalationInCase> {
    const { rows, cases, journal, jobs } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const staff = onlyPlatformOfCase(actor, theCase);
    onlyInStages(theCase, ["terminated", "breached"]);
    if (theCase.terminationReason === "out_of_scope") {
      throw new Refusal("stage_forbids", "mediation never began in this case");
    }
    const lawyer = await this.#lawyer(tx, lawyerId);
    const before = await rows.ofCase(tx, caseId);
    const status = decided(before?.status ?? "none", before?.status === "failed" ? "retry" : "request");
    const fields = { status, lawyerId, requestedBy: staff.staffId, requestedAt: tx.now, failure: null };
    const escalation = before ?? newEscalation(theCase, fields);
    if (before) await rows.change(tx, before, fields);
    else await rows.insert(tx, escalation);
    const { id: escalationId } = escalation;
    await journal.append(tx, caseId, actor, [
      { type: "escalation.requested", payload: { escalationId, lawyerId, lawyerName: lawyer.name } },
    ]);
    await jobs.enqueue(tx, COMPOSE_PACKET, { escalationId });
    return await this.#withLawyer(tx, theCase, escalation);
  }

  async list(tx: Tx, actor: Actor, query: EscalationQuery): Promise<EscalationListRow[]> {
    const staff = onlyStaff(actor);
    const readable = staff.role === "lawyer" ? LAWYER_READS : ESCALATION_STATUSES;
    const { status, before, limit } = query;
    return await this.#deps.rows.list(tx, {
      ...(staff.role === "lawyer" ? { lawyerId: staff.staffId } : { platformId: staff.organisationId }),
      ...(before === undefined ? {} : { before }),
      statuses: readable.filter((each) => status === undefined || each === status),
      limit,
    });
  }

  /** One escalation. When its lawyer looks, that is on record before anything is answered. */
  async open(actor: Actor, escalationId: string): Promise<EscalationInCase> {
    return await this.#deps.db.transaction((tx) => this.#open(tx, actor, escalationId, "page"));
  }

  /** The packet's bytes; recorded and committed before the first of them goes out. */
  async download(
    actor: Actor,
    escalationId: string,
    what: "packet" | "zip",
  ): Promise<{ content: Uint8Array; sha256: string; caseNumber: string }> {
    const { theCase, escalation } = await this.#deps.db.transaction((tx) =>
      this.#open(tx, actor, escalationId, what),
    );
    const sha256 = what === "packet" ? escalation.packetSha256 : escalation.zipSha256;
    if (sha256 === null) throw new Refusal("not_found", "there is no packet yet");
    return { content: await this.#deps.files.read(sha256), sha256, caseNumber: theCase.number };
  }

  /** Who opened what and when, for the platform whose case it is and for the lawyer. */
  async openings(tx: Tx, actor: Actor, escalationId: string): Promise<Opening[]> {
    const escalation = await this.#find(tx, escalationId);
    readerOf(actor, escalation);
    return await this.#deps.rows.openings(tx, escalation);
  }

  /** The lawyer reports how it ended. */
  async conclude(
    tx: Tx,
    actor: Actor,
    escalationId: string,
    input: { outcome: EscalationOutcome; note: string | null },
  ): Promise<EscalationInCase> {
    const { rows, cases, journal } = this.#deps;
    const { theCase, escalation } = await this.#lock(tx, escalationId);
    onlyItsLawyer(actor, escalation);
    const status = decided(escalation.status, "conclude");
    await rows.change(tx, escalation, {
      status,
      outcome: input.outcome,
      outcomeNote: input.note,
      closedAt: tx.now,
    });
    await journal.append(tx, theCase.id, actor, [
      { type: "escalation.concluded", payload: { escalationId, outcome: input.outcome } },
    ]);
    await cases.move(tx, actor, theCase, "record_outcome");
    return await this.#withLawyer(tx, theCase, escalation);
  }

  async #open(
    tx: Tx,
    actor: Actor,
    escalationId: string,
    what: "page" | "packet" | "zip",
  ): Promise<EscalationInCase> {
    const escalation = await this.#find(tx, escalationId);
    const theCase = await this.#deps.cases.find(tx, escalation.caseId);
    if (readerOf(actor, escalation) === "lawyer") {
      const { name: byName } = onlyItsLawyer(actor, escalation);
      decided(escalation.status, "open");
      await this.#deps.journal.append(tx, escalation.caseId, actor, [
        { type: "escalation.opened", payload: { escalationId, what, byName } },
      ]);
    }
    return await this.#withLawyer(tx, theCase, escalation);
  }

  async #lock(tx: Tx, escalationId: string): Promise<{ theCase: Case; escalation: Escalation }> {
    const found = await this.#find(tx, escalationId);
    const theCase = await this.#deps.cases.lock(tx, found.caseId);
    const escalation = await this.#deps.rows.lock(tx, escalationId);
    if (!escalation) throw noSuchEscalation();
    return { theCase, escalation };
  }

  async #find(tx: Tx, escalationId: string): Promise<Escalation> {
    const escalation = await this.#deps.rows.find(tx, escalationId);
    if (!escalation) throw noSuchEscalation();
    return escalation;
  }

  async #lawyer(tx: Tx, lawyerId: string): Promise<Staff> {
    const lawyer = await this.#deps.organisations.staffMember(tx, lawyerId).catch(() => null);
    if (lawyer?.role === "lawyer" && lawyer.disabledAt === null) return lawyer;
    throw new Refusal("unprocessable", "choose a lawyer of a law firm", {
      errors: [{ pointer: "/lawyerId", code: "lawyer.unknown", detail: "see GET /api/law-firms" }],
    });
  }

  async #withLawyer(tx: Tx, theCase: Case, escalation: Escalation): Promise<EscalationInCase> {
    const lawyer = await this.#deps.organisations.staffMember(tx, escalation.lawyerId);
    const firm = await this.#deps.organisations.organisation(tx, lawyer.organisationId);
    const platform = await this.#deps.organisations.organisation(tx, theCase.platformId);
    const { name: borrowerName } = await this.#deps.borrowers.borrower(tx, theCase.borrowerId);
    return { theCase, escalation, lawyer, firm, platform, borrowerName };
  }
}

/** The next status, or the lifecycle's refusal. */
export function decided(state: EscalationState, command: EscalationCommand): EscalationStatus {
  const decision = decideEscalation(state, command);
  if (!decision.ok) throw new Refusal(decision.code, "the escalation does not allow this now");
  return decision.to;
}

function newEscalation(
  theCase: Case,
  fields: Pick<Escalation, "status" | "lawyerId" | "requestedBy" | "requestedAt" | "failure">,
): Escalation {
  return Object.assign(new Escalation(), {
    ...fields,
    id: uuid(),
    caseId: theCase.id,
    platformId: theCase.platformId,
    sealedAt: null,
    packetSha256: null,
    zipSha256: null,
    manifest: null,
    pageCount: null,
    outcome: null,
    outcomeNote: null,
    closedAt: null,
    version: 1,
  });
}
