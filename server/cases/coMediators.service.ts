import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { REACHING_STAGES } from "../../shared/cases/abilities.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService, StaffActor } from "../organisations/index.ts";
import type { AppointmentRepository, MediatorLoad } from "./appointment.repository.ts";
import { Appointment, type Case } from "./case.entity.ts";
import { isLeadMediator, onlyMediatorOrCentreOfCase } from "./case.policy.ts";
import type { CaseRepository } from "./case.repository.ts";
import { onlyInStages, type CaseService } from "./case.service.ts";

/** Takes somebody out of the room of a case who no longer belongs to it. */
export interface Leaving {
  leave(tx: Tx, actor: Actor, caseId: string, staffId: string): Promise<void>;
}

export type CoMediatorList = {
  items: { id: string; name: string }[];
  /** Asked, and has not declared yet. */
  asked: { id: string; name: string }[];
  candidates: Pick<MediatorLoad, "id" | "name" | "openCases" | "declaredConflictWithPlatform">[];
  mayAdd: boolean;
};

/** A second one beside the mediator; more would be a bench. */
const MOST_CO_MEDIATORS = 1;

type Deps = {
  rows: AppointmentRepository;
  caseRows: CaseRepository;
  cases: CaseService;
  organisations: OrganisationService;
  journal: Journal;
  leaving: Leaving;
};

/** Who mediates beside the mediator: asked by the centre or the mediator, declared free of conflict, and only then let in. */
export class CoMediators {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async list(tx: Tx, actor: Actor, caseId: string): Promise<CoMediatorList> {
    const theCase = await this.#deps.cases.find(tx, caseId);
    onlyMediatorOrCentreOfCase(actor, theCase);
    const named = async (ids: readonly string[]) => {
      const people = ids.map((id) => this.#deps.organisations.staffMember(tx, id));
      return (await Promise.all(people)).map(({ id, name }) => ({ id, name }));
    };
    const appointments = await this.#deps.rows.ofCase(tx, caseId);
    const asked = appointments.filter(({ role, status }) => role === "co_mediator" && status === "proposed");
    const chooses = mayChoose(actor, theCase) && REACHING_STAGES.includes(theCase.stage);
    const full = theCase.coMediatorIds.length >= MOST_CO_MEDIATORS || asked.length > 0;
    return {
      items: await named(theCase.coMediatorIds),
      asked: await named(asked.map(({ mediatorId }) => mediatorId)),
      candidates: chooses && !full ? await this.#candidates(tx, theCase, appointments) : [],
      mayAdd: chooses && !full && theCase.pausedAt === null,
    };
  }

  /** Ask somebody; they see the case in short and declare before they see anything else of it. */
  async propose(tx: Tx, actor: Actor, caseId: string, mediatorId: string): Promise<void> {
    const { rows, cases, journal } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const proposer = onlyChooser(actor, theCase);
    onlyInStages(theCase, REACHING_STAGES);
    const earlier = await rows.ofCase(tx, caseId);
    const open = earlier.some(({ status }) => status === "proposed");
    if (open || theCase.coMediatorIds.length >= MOST_CO_MEDIATORS) {
      throw new Refusal(
        "already_done",
        "there is a second mediator, or one was asked and has not declared yet",
      );
    }
    const candidates = await this.#candidates(tx, theCase, earlier);
    const candidate = candidates.find(({ id }) => id === mediatorId);
    if (!candidate) {
      throw new Refusal("unprocessable", "this mediator cannot be asked", {
        errors: [{ pointer: "/mediatorId", code: "not_available", detail: "choose another mediator" }],
      });
    }
    const { name: mediatorName, priorCasesWithPlatform: priorCases } = candidate;
    const appointment = Object.assign(new Appointment(), {
      id: uuid(),
      caseId,
      mediatorId,
      role: "co_mediator" as const,
      proposedBy: proposer.staffId,
      status: "proposed" as const,
      priorCasesWithPlatform: priorCases,
      statement: null,
      proposedAt: tx.now,
      declaredAt: null,
    });
    await rows.save(tx, appointment);
    const payload = { appointmentId: appointment.id, mediatorId, mediatorName, priorCases };
    await journal.append(tx, caseId, actor, [{ type: "appointment.proposed", payload }]);
  }

  /** Declared free of conflict: from now on they read and do what the mediator does. The case is locked. */
  async add(tx: Tx, actor: Actor, theCase: Case, mediator: StaffActor): Promise<void> {
    const { caseRows, journal } = this.#deps;
    const coMediatorIds = [...theCase.coMediatorIds, mediator.staffId];
    await caseRows.change(tx, theCase, { coMediatorIds });
    const payload = { mediatorId: mediator.staffId, mediatorName: mediator.name };
    await journal.append(tx, theCase.id, actor, [{ type: "case.coMediatorAdded", payload }]);
  }

  /** The centre or the mediator lets them go, or they go by themselves. The case is no longer theirs. */
  async leave(tx: Tx, actor: Actor, caseId: string, mediatorId: string): Promise<void> {
    const { cases, caseRows, journal, leaving, organisations } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const staff = onlyMediatorOrCentreOfCase(actor, theCase);
    if (staff.staffId !== mediatorId) onlyChooser(actor, theCase);
    if (!theCase.coMediatorIds.includes(mediatorId)) throw new Refusal("not_found", "no such co-mediator");
    const { name: mediatorName } = await organisations.staffMember(tx, mediatorId);
    await leaving.leave(tx, actor, caseId, mediatorId);
    const coMediatorIds = theCase.coMediatorIds.filter((id) => id !== mediatorId);
    await caseRows.change(tx, theCase, { coMediatorIds });
    const payload = { mediatorId, mediatorName };
    await journal.append(tx, caseId, actor, [{ type: "case.coMediatorLeft", payload }]);
  }

  /** Active mediators of the centre who are not in the case and have declared no conflict in it. */
  async #candidates(tx: Tx, theCase: Case, earlier: readonly Appointment[]): Promise<MediatorLoad[]> {
    const { id, centreId, platformId, mediatorId, coMediatorIds } = theCase;
    const all = await this.#deps.rows.mediators(tx, { centreId, platformId, exceptCaseId: id });
    const conflicted = new Set(
      earlier.flatMap((one) => (one.status === "conflicted" ? [one.mediatorId] : [])),
    );
    return all.filter(
      (one) =>
        one.acceptingCases &&
        one.id !== mediatorId &&
        !coMediatorIds.includes(one.id) &&
        !conflicted.has(one.id),
    );
  }
}

/** Who chooses the people of a case: its centre, and the mediator who answers for it. */
function mayChoose(actor: Actor, theCase: Case): boolean {
  return isLeadMediator(actor, theCase) || (actor.kind === "staff" && actor.role === "centre_admin");
}

function onlyChooser(actor: Actor, theCase: Case): StaffActor {
  const staff = onlyMediatorOrCentreOfCase(actor, theCase);
  if (mayChoose(actor, theCase)) return staff;
  throw new Refusal("forbidden", "only the centre and the mediator who leads the case choose who mediates");
}
