import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { REACHING_STAGES } from "../../shared/cases/abilities.ts";
import type { TerminationReason } from "../../shared/cases/lifecycle.ts";
import { leavingReason, mediatorReasons } from "../../shared/cases/termination.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { Tx } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { AppointmentRepository } from "./appointment.repository.ts";
import type { Case } from "./case.entity.ts";
import {
  onlyBorrowerOfCase,
  onlyCentreOfCase,
  onlyLeadMediatorOfCase,
  onlyMediatorOfCase,
  onlyPlatformOfCase,
} from "./case.policy.ts";
import type { CaseRepository } from "./case.repository.ts";
import { onlyInStages, type CaseService } from "./case.service.ts";

/** Whoever keeps deadlines in a case moves them by the length of a pause. */
export interface StoppedClocks {
  onResumed(tx: Tx, theCase: Case, pausedAt: Date): Promise<void>;
}

/** Whoever keeps agreements in force: one that is only being negotiated anew goes on when the talks end. */
export interface PlansInForce {
  /** True when the case went back to its plan instead of ending. */
  keepInstead(tx: Tx, actor: Actor, theCase: Case): Promise<boolean>;
}

/** What the centre, the mediator and the parties decide about a case as a whole. */
export class CaseProgress {
  readonly #deps: {
    rows: CaseRepository;
    cases: CaseService;
    appointments: AppointmentRepository;
    journal: Journal;
    jobs: Pick<Jobs, "enqueue">;
    clocks: StoppedClocks;
    plans: PlansInForce;
  };

  constructor(deps: {
    rows: CaseRepository;
    cases: CaseService;
    appointments: AppointmentRepository;
    journal: Journal;
    jobs: Pick<Jobs, "enqueue">;
    clocks: StoppedClocks;
    plans: PlansInForce;
  }) {
    this.#deps = deps;
  }

  /** The centre takes the case on. */
  async accept(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyCentreOfCase(actor, theCase);
    onlyInStages(theCase, ["intake"]);
    if (theCase.acceptedAt !== null) throw new Refusal("already_done", "the case was accepted before");
    await this.#deps.rows.change(tx, theCase, { acceptedAt: tx.now });
    await this.#record(tx, actor, theCase, [{ type: "case.accepted", payload: {} }]);
  }

  /** The centre does not take the case on. */
  async decline(tx: Tx, actor: Actor, caseId: string, note: string | null): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyCentreOfCase(actor, theCase);
    if (theCase.stage !== "intake") throw new Refusal("stage_forbids", "the case is no longer in intake");
    await this.#end(tx, actor, theCase, "out_of_scope", note);
  }

  /** The platform consents to mediate, or leaves. */
  async platformResponds(tx: Tx, actor: Actor, caseId: string, response: Response): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyPlatformOfCase(actor, theCase);
    if (response.answer === "decline") await this.#leave(tx, actor, theCase, "platform", response.note);
    else await this.#consent(tx, actor, theCase, "platform");
  }

  /** The borrower consents to mediate, or leaves. */
  async borrowerResponds(tx: Tx, actor: Actor, caseId: string, response: Response): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyBorrowerOfCase(actor, theCase);
    if (response.answer === "decline") await this.#leave(tx, actor, theCase, "borrower", response.note);
    else await this.#consent(tx, actor, theCase, "borrower");
  }

  /** The mediator opens the room for offers. */
  async openOffers(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyMediatorOfCase(actor, theCase);
    await this.#deps.cases.move(tx, actor, theCase, "open_offers");
  }

  /** The mediator ends the mediation without agreement. */
  async terminate(
    tx: Tx,
    actor: Actor,
    caseId: string,
    input: { reason: TerminationReason; note: string | null },
  ): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyLeadMediatorOfCase(actor, theCase);
    const possible = mediatorReasons(theCase.stage);
    if (possible.length === 0) throw new Refusal("stage_forbids", "there is no mediation to end now");
    if (!possible.includes(input.reason)) {
      throw new Refusal("unprocessable", "this reason does not fit the stage of the case", {
        errors: [{ pointer: "/reason", code: "stage_forbids", detail: `one of ${possible.join(", ")}` }],
      });
    }
    await this.#end(tx, actor, theCase, input.reason, input.note);
  }

  /** The platform lets the matter rest: no lawyer will be asked. */
  async close(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyPlatformOfCase(actor, theCase);
    await this.#deps.cases.move(tx, actor, theCase, "close");
  }

  /** Breathing space: clocks stop and nothing is sent, until the mediator resumes or the days are over. */
  async pause(tx: Tx, actor: Actor, caseId: string, days: number | null): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, REACHING_STAGES);
    await this.#deps.rows.change(tx, theCase, { pausedAt: tx.now });
    const until = days === null ? null : new Date(tx.now.getTime() + days * DAY_MS);
    await this.#record(tx, actor, theCase, [
      { type: "case.paused", payload: { by: "mediator", until: until?.toISOString() ?? null } },
    ]);
    if (until !== null) {
      const data: PauseOver = { caseId, pausedAt: tx.now.toISOString() };
      await this.#deps.jobs.enqueue(tx, "cases.resume", data, { startAfter: until });
    }
  }

  async resume(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyMediatorOfCase(actor, theCase);
    if (theCase.pausedAt === null) throw new Refusal("already_done", "the case is not paused");
    await this.#resume(tx, actor, theCase);
  }

  /** The days of a pause are over. Nothing happens when that pause ended otherwise, or another began. */
  async resumeWhenOver(tx: Tx, { caseId, pausedAt }: PauseOver): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    if (theCase.pausedAt?.toISOString() !== pausedAt) return;
    await this.#resume(tx, { kind: "system", name: "Parley" }, theCase);
  }

  async #consent(tx: Tx, actor: Actor, theCase: Case, party: "borrower" | "platform"): Promise<void> {
    onlyInStages(theCase, ["invited"]);
    const field = party === "borrower" ? "borrowerConsentedAt" : "platformConsentedAt";
    if (theCase[field] !== null) throw new Refusal("already_answered", "consent was given before");
    await this.#deps.rows.change(tx, theCase, { [field]: tx.now });
    await this.#record(tx, actor, theCase, [{ type: "party.consented", payload: { party } }]);
    if (theCase.borrowerConsentedAt !== null && theCase.platformConsentedAt !== null) {
      await this.#deps.cases.move(tx, actor, theCase, "both_consented");
    }
  }

  async #leave(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    party: "borrower" | "platform",
    note: string | null,
  ): Promise<void> {
    const reason = leavingReason(theCase.stage, party);
    if (reason === null) throw new Refusal("stage_forbids", "there is no mediation to leave now");
    const drafts: EventDraft[] = [{ type: "party.declined", payload: { party } }];
    if (note !== null) drafts.push({ type: "party.declineExplained", payload: { party, note } });
    await this.#record(tx, actor, theCase, drafts);
    await this.#end(tx, actor, theCase, reason, null);
  }

  /** The end without agreement. It also ends a pause: afterwards there is no clock left to stop. */
  async #end(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    reason: TerminationReason,
    note: string | null,
  ): Promise<void> {
    const { rows, cases, appointments, jobs, plans } = this.#deps;
    if (theCase.pausedAt !== null) await rows.change(tx, theCase, { pausedAt: null });
    if (await plans.keepInstead(tx, actor, theCase)) return;
    const mediationBegan = theCase.stage !== "intake";
    const drafts: EventDraft[] = [{ type: "case.terminated", payload: { reason } }];
    if (note !== null) drafts.push({ type: "case.terminationNoted", payload: { note } });
    await appointments.revokeProposal(tx, theCase.id);
    await rows.change(tx, theCase, { terminationReason: reason, terminatedAt: tx.now, pausedAt: null });
    await this.#record(tx, actor, theCase, drafts);
    await cases.move(tx, actor, theCase, "terminate");
    if (mediationBegan) {
      await jobs.enqueue(tx, "cases.certificate", { caseId: theCase.id });
    }
  }

  async #resume(tx: Tx, actor: Actor, theCase: Case): Promise<void> {
    const { pausedAt } = theCase;
    await this.#deps.rows.change(tx, theCase, { pausedAt: null });
    await this.#record(tx, actor, theCase, [{ type: "case.resumed", payload: { by: "mediator" } }]);
    if (pausedAt !== null) await this.#deps.clocks.onResumed(tx, theCase, pausedAt);
  }

  async #record(tx: Tx, actor: Actor, theCase: Case, drafts: EventDraft[]): Promise<void> {
    await this.#deps.journal.append(tx, theCase.id, actor, drafts);
  }
}

export type Response = { answer: "consent" | "decline"; note: string | null };
/** Which pause of a case is over; a later one has another beginning. */
export type PauseOver = { caseId: string; pausedAt: string };

const DAY_MS = 86_400_000;
