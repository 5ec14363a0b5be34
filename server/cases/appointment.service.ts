import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { REACHING_STAGES } from "../../shared/cases/abilities.ts";
import type { Tx } from "../database/transaction.ts";
import type { CoMediators } from "./coMediators.service.ts";
import type { Journal } from "../journal/index.ts";
import { onlyStaff, type OrganisationService } from "../organisations/index.ts";
import type { AppointmentRepository, MediatorLoad } from "./appointment.repository.ts";
import { Appointment, type Case } from "./case.entity.ts";
import { onlyCentreOfCase } from "./case.policy.ts";
import type { CaseRepository } from "./case.repository.ts";
import { onlyInStages, type CaseService } from "./case.service.ts";

/** Issues the notices that invite the borrower, in the transaction that appoints the mediator. */
export interface Inviting {
  invite(tx: Tx, actor: Actor, theCase: Case): Promise<void>;
}

type Deps = {
  rows: AppointmentRepository;
  caseRows: CaseRepository;
  cases: CaseService;
  organisations: OrganisationService;
  journal: Journal;
  inviting: Inviting;
  coMediators: CoMediators;
};

/** How a case gets its mediator: proposed by the centre, declared free of conflict by the mediator. */
export class AppointmentService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The mediators to choose from for a case, or in general. */
  async mediators(tx: Tx, actor: Actor, caseId: string | null): Promise<MediatorLoad[]> {
    const { rows, cases } = this.#deps;
    const theCase = caseId === null ? null : await cases.find(tx, caseId);
    if (theCase) onlyCentreOfCase(actor, theCase);
    return await rows.mediators(tx, {
      centreId: onlyStaff(actor).organisationId,
      platformId: theCase?.platformId ?? null,
      exceptCaseId: theCase?.id ?? null,
    });
  }

  /** The centre proposes a mediator; the case waits for their declaration. */
  async propose(tx: Tx, actor: Actor, caseId: string, mediatorId: string): Promise<Appointment> {
    const { rows, cases, journal } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const admin = onlyCentreOfCase(actor, theCase);
    onlyInStages(theCase, ["intake"]);
    if (theCase.acceptedAt === null) throw new Refusal("stage_forbids", "accept the case first");
    await this.#refuseUnfit(tx, theCase, mediatorId);
    const { name, priorCasesWithPlatform } = await this.#candidate(tx, theCase, mediatorId);
    const appointment = Object.assign(new Appointment(), {
      id: uuid(),
      caseId,
      mediatorId,
      role: "mediator" as const,
      proposedBy: admin.staffId,
      status: "proposed" as const,
      priorCasesWithPlatform,
      statement: null,
      proposedAt: tx.now,
      declaredAt: null,
    });
    await rows.save(tx, appointment);
    await journal.append(tx, caseId, actor, [
      {
        type: "appointment.proposed",
        payload: {
          appointmentId: appointment.id,
          mediatorId,
          mediatorName: name,
          priorCases: priorCasesWithPlatform,
        },
      },
    ]);
    return appointment;
  }

  /** The mediator declares; without a conflict they are appointed and the borrower is invited at once. */
  async declare(
    tx: Tx,
    actor: Actor,
    appointmentId: string,
    input: { hasConflict: boolean; statement: string },
  ): Promise<Appointment> {
    const { rows, cases, caseRows, journal, inviting } = this.#deps;
    const mediator = onlyStaff(actor);
    const caseId = await this.#caseOfOwn(tx, mediator.staffId, appointmentId);
    const theCase = await cases.lock(tx, caseId);
    const appointment = await rows.find(tx, appointmentId);
    if (appointment?.status !== "proposed") throw new Refusal("already_answered", "this was answered before");
    const beside = appointment.role === "co_mediator";
    onlyInStages(theCase, beside ? REACHING_STAGES : ["intake"]);
    appointment.status = input.hasConflict ? "conflicted" : "appointed";
    appointment.statement = input.statement;
    appointment.declaredAt = tx.now;
    await rows.save(tx, appointment);
    await journal.append(tx, caseId, actor, [
      { type: "appointment.declared", payload: { appointmentId, ...input } },
    ]);
    if (input.hasConflict) return appointment;
    if (beside) {
      await this.#deps.coMediators.add(tx, actor, theCase, mediator);
      return appointment;
    }

    await caseRows.change(tx, theCase, { mediatorId: mediator.staffId });
    await journal.append(tx, caseId, actor, [
      {
        type: "case.mediatorAppointed",
        payload: { mediatorId: mediator.staffId, mediatorName: mediator.name },
      },
    ]);
    await inviting.invite(tx, actor, theCase);
    await cases.move(tx, actor, theCase, "issue_notices");
    return appointment;
  }

  proposalsTo(tx: Tx, actor: Actor): Promise<Appointment[]> {
    return this.#deps.rows.proposalsTo(tx, onlyStaff(actor).staffId);
  }

  /** The latest appointment of a case's mediator, whatever became of it. */
  async latest(tx: Tx, caseId: string): Promise<Appointment | null> {
    const found = await this.#deps.rows.ofCase(tx, caseId);
    return found.find(({ role }) => role === "mediator") ?? null;
  }

  /** Somebody else's appointment does not exist for this mediator. */
  async #caseOfOwn(tx: Tx, mediatorId: string, appointmentId: string): Promise<string> {
    const appointment = await this.#deps.rows.find(tx, appointmentId);
    if (appointment?.mediatorId !== mediatorId) throw new Refusal("not_found", "no such appointment");
    return appointment.caseId;
  }

  async #refuseUnfit(tx: Tx, theCase: Case, mediatorId: string): Promise<void> {
    const earlier = await this.#deps.rows.ofCase(tx, theCase.id);
    if (earlier.some((appointment) => appointment.status === "proposed")) {
      throw new Refusal("already_done", "a mediator was proposed and has not declared yet");
    }
    if (earlier.some((one) => one.mediatorId === mediatorId && one.status === "conflicted")) {
      throw new Refusal("conflict_of_interest", "this mediator declared a conflict of interest in this case");
    }
  }

  async #candidate(tx: Tx, theCase: Case, mediatorId: string): Promise<MediatorLoad> {
    const { id, centreId, platformId } = theCase;
    const candidates = await this.#deps.rows.mediators(tx, { centreId, platformId, exceptCaseId: id });
    const candidate = candidates.find((mediator) => mediator.id === mediatorId);
    if (!candidate?.acceptingCases) {
      throw new Refusal("unprocessable", "this mediator does not take cases now", {
        errors: [{ pointer: "/mediatorId", code: "not_available", detail: "choose another mediator" }],
      });
    }
    return candidate;
  }
}
