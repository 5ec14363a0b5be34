import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { Fen } from "../../shared/money/fen.ts";
import {
  breachOf,
  caseMovesFor,
  paymentKind,
  PLAN_TRANSITIONS,
  type PlanCommand,
  type PlanState,
} from "../../shared/performance/lifecycle.ts";
import { type Allocation, openingPlan, planTotals } from "../../shared/performance/plan.ts";
import { allocateAsAgreed, datedAsAgreed } from "../../shared/performance/policies.ts";
import type { Agreement, AgreementService } from "../agreements/index.ts";
import {
  onlyPartyToCase,
  onlyPlatformOfCase,
  viewerOfCase,
  type Case,
  type CaseService,
} from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Amendments } from "./amendment.service.ts";
import type { CompletionCertificate } from "./completion.entity.ts";
import type { Completions } from "./completion.service.ts";
import { InstalmentRow, Payment } from "./performance.entity.ts";
import type { PerformanceRepository } from "./performance.repository.ts";
import type { Plan } from "./planInForce.ts";

export type NewPayment = { fen: Fen; paidOn: LocalDate; reference: string };

/** What happens after the signature: instalments, payments, breach and cure, another plan. */
export class PerformanceService {
  readonly #rows: PerformanceRepository;
  readonly #cases: CaseService;
  readonly #agreements: AgreementService;
  readonly #journal: Journal;
  readonly #amendments: Amendments;
  readonly #completions: Completions;

  constructor(deps: {
    rows: PerformanceRepository;
    cases: CaseService;
    agreements: AgreementService;
    journal: Journal;
    amendments: Amendments;
    completions: Completions;
  }) {
    this.#rows = deps.rows;
    this.#cases = deps.cases;
    this.#agreements = deps.agreements;
    this.#journal = deps.journal;
    this.#amendments = deps.amendments;
    this.#completions = deps.completions;
  }

  /** An agreement came into force: what is owed on which day. Answers the agreement whose place it took. */
  async onSealed(tx: Tx, actor: Actor, theCase: Case, agreement: Agreement): Promise<Agreement | null> {
    const opening = openingPlan(agreement.schedule.rows);
    const taken = await this.#amendments.takeOver(tx, actor, theCase, agreement, opening);
    const rows = taken.instalments.map((instalment) =>
      Object.assign(new InstalmentRow(), {
        ...instalment,
        id: uuid(),
        agreementId: agreement.id,
        caseId: theCase.id,
      }),
    );
    await this.#rows.insertInstalments(tx, rows);
    return taken.superseded;
  }

  async plan(tx: Tx, actor: Actor, caseId: string): Promise<Plan> {
    const theCase = await this.#cases.find(tx, caseId);
    viewerOfCase(actor, theCase);
    return await this.#load(tx, theCase);
  }

  /** The plan of a case that stands broken; null when nothing is. For the packet a lawyer files from. */
  async brokenPlan(tx: Tx, theCase: Case): Promise<Plan | null> {
    return theCase.stage === "breached" ? await this.#load(tx, theCase) : null;
  }

  /** Money arrived. The same reference again answers what was recorded then; with another sum it is refused. */
  async recordPayment(tx: Tx, actor: Actor, caseId: string, input: NewPayment): Promise<Plan> {
    const theCase = await this.#cases.lock(tx, caseId);
    const staff = onlyPlatformOfCase(actor, theCase);
    const plan = await this.#load(tx, theCase);
    const known = plan.payments.find((payment) => payment.reference === input.reference);
    if (known) {
      if (known.fen === input.fen && known.paidOn === input.paidOn) return plan;
      throw new Refusal("already_done", "another payment was recorded under this reference", {
        errors: [
          { pointer: "/reference", code: "reference.taken", detail: "give this payment its own reference" },
        ],
      });
    }
    const from = planState(plan, "pay");
    const today = shanghaiDateOf(tx.now);
    onlyPlausibleDate(input.paidOn, plan.agreement, today);
    const { parts, creditFen, instalments } = allocated(plan, input);
    const changed = plan.instalments.filter((row) => {
      const after = instalments.find((instalment) => instalment.number === row.number);
      if (!after || (after.paidFen === row.paidFen && after.dueFen === row.dueFen)) return false;
      Object.assign(row, { dueFen: after.dueFen, paidFen: after.paidFen, status: after.status });
      return true;
    });
    await this.#rows.saveInstalments(tx, changed);
    const { fen, paidOn, reference } = input;
    const payment = Object.assign(new Payment(), {
      id: uuid(),
      caseId,
      agreementId: plan.agreement.id,
      fen,
      paidOn,
      reference,
      allocation: parts,
      creditFen,
      recordedBy: staff.staffId,
      recordedAt: tx.now,
    });
    await this.#rows.insertPayment(tx, payment);
    plan.payments.push(payment);
    const standing = datedAsAgreed(plan.instalments, plan.agreement.terms, today);
    const to = next(from, paymentKind(standing, today));
    await this.#atTheTable(tx, actor, plan, to);
    const recorded: EventDraft = {
      type: "payment.recorded",
      payload: { paymentId: payment.id, fen, paidOn, creditFen },
    };
    await this.#journal.append(tx, caseId, actor, [recorded, ...consequences(from, to, plan, today)]);
    if (plan.amendment === null) {
      for (const move of caseMovesFor(from, to)) await this.#cases.move(tx, actor, theCase, move);
    }
    if (to === "completed") await this.#completions.onCompleted(tx, plan);
    return plan;
  }

  /** While a plan is negotiated anew its case stays at the table, unless the last payment ends the talks. */
  async #atTheTable(tx: Tx, actor: Actor, plan: Plan, to: PlanState): Promise<void> {
    if (plan.amendment === null) return;
    if (to === "completed") {
      await this.#amendments.settle(tx, actor, plan.theCase);
      plan.amendment = null;
    } else if (to !== "superseded") await this.#amendments.planIsNow(tx, plan.amendment, to);
  }

  /** Platform or mediator states that an instalment stayed unpaid beyond its days of grace. */
  async declareBreach(tx: Tx, actor: Actor, caseId: string): Promise<Plan> {
    const { theCase, plan } = await this.#lockForCreditorOrMediator(tx, actor, caseId);
    const from = planState(plan, "declare_breach");
    const { terms } = plan.agreement;
    const today = shanghaiDateOf(tx.now);
    const breach = breachOf(datedAsAgreed(plan.instalments, terms, today), terms.graceDays, today);
    if (breach === null) {
      throw new Refusal("stage_forbids", "no instalment is unpaid beyond its days of grace", {
        params: { reason: "within_grace", graceDays: plan.agreement.terms.graceDays },
      });
    }
    await this.#journal.append(tx, caseId, actor, [{ type: "plan.breached", payload: breach }]);
    for (const move of caseMovesFor(from, next(from, "declare_breach"))) {
      await this.#cases.move(tx, actor, theCase, move);
    }
    return plan;
  }

  /** Back to the table, on what is left of the debt after what was paid. */
  async renegotiate(tx: Tx, actor: Actor, caseId: string): Promise<Plan> {
    const { theCase, plan } = await this.#lockForCreditorOrMediator(tx, actor, caseId);
    const from = planState(plan, "renegotiate");
    if (from !== "performing" && from !== "breached") throw new Error(`${from} cannot be renegotiated`);
    await this.#amendments.begin(tx, actor, plan, from);
    for (const move of caseMovesFor(from, next(from, "renegotiate"))) {
      await this.#cases.move(tx, actor, theCase, move);
    }
    return await this.#load(tx, theCase);
  }

  /** The talks about another plan end; the one in force goes on. */
  async keepPlan(tx: Tx, actor: Actor, caseId: string): Promise<Plan> {
    const { theCase } = await this.#lockForCreditorOrMediator(tx, actor, caseId);
    if (theCase.pausedAt !== null) throw new Refusal("case_paused", "the case is paused");
    await this.#amendments.keep(tx, actor, theCase);
    return await this.#load(tx, theCase);
  }

  /** Instead of ending a mediation in which an agreement is in force; see `Amendments.keepInstead`. */
  keepInstead(tx: Tx, actor: Actor, theCase: Case): Promise<boolean> {
    return this.#amendments.keepInstead(tx, actor, theCase);
  }

  /** Instalments and payments under one agreement, superseded or not. The caller answers for who reads them. */
  async historyOf(tx: Tx, agreementId: string): Promise<Pick<Plan, "instalments" | "payments">> {
    const instalments = await this.#rows.instalmentsOf(tx, agreementId);
    return { instalments, payments: await this.#rows.paymentsOf(tx, agreementId) };
  }

  certificateOf(tx: Tx, agreementId: string): Promise<CompletionCertificate | null> {
    return this.#completions.certificateOf(tx, agreementId);
  }

  async #lockForCreditorOrMediator(
    tx: Tx,
    actor: Actor,
    caseId: string,
  ): Promise<{ theCase: Case; plan: Plan }> {
    const theCase = await this.#cases.lock(tx, caseId);
    if (onlyPartyToCase(actor, theCase) === "borrower") {
      throw new Refusal("forbidden", "the platform or the mediator decides this");
    }
    return { theCase, plan: await this.#load(tx, theCase) };
  }

  async #load(tx: Tx, theCase: Case): Promise<Plan> {
    const agreement = await this.#agreements.sealedOf(tx, theCase.id);
    if (!agreement) throw new Refusal("not_found", "this case has no agreement in force");
    const instalments = await this.#rows.instalmentsOf(tx, agreement.id);
    const payments = await this.#rows.paymentsOf(tx, agreement.id);
    const entries = await this.#rows.entriesOf(tx, agreement.id);
    const amendment = await this.#amendments.openOf(tx, theCase.id);
    const certificate = await this.#completions.certificateOf(tx, agreement.id);
    return { theCase, agreement, instalments, payments, entries, amendment, certificate };
  }
}

/** Where the money goes by the terms; too little of it is refused with the least that would do. */
function allocated({ instalments, agreement }: Plan, { fen, paidOn }: NewPayment): Allocation {
  const agreed = { terms: agreement.terms, rows: agreement.schedule.rows };
  const found = allocateAsAgreed(instalments, fen, paidOn, agreed);
  if (found.kind === "allocated") return found.allocation;
  throw new Refusal("validation_failed", "this payment does not cover the interest that is due", {
    errors: [{ pointer: "/fen", code: "below_interest", detail: `at least ${found.least} fen, as agreed` }],
  });
}

/**
 * The plan's state is its case's stage, or what it was when it went back to the table. A paused case takes nothing, so nothing
 * moves behind its back.
 */
function planState({ theCase, amendment }: Plan, command: PlanCommand): PlanState {
  if (theCase.pausedAt !== null) throw new Refusal("case_paused", "the case is paused");
  if (amendment !== null && command === "pay") {
    next(amendment.fromStage, command);
    return amendment.fromStage;
  }
  const { stage } = theCase;
  if (stage !== "performing" && stage !== "breached" && stage !== "completed") {
    throw new Refusal("stage_forbids", `not possible while the case is ${stage}`);
  }
  next(stage, command);
  return stage;
}

function next(from: PlanState, command: PlanCommand): PlanState {
  const to = PLAN_TRANSITIONS[from][command];
  if (to === null) throw new Refusal("stage_forbids", `not possible while the plan is ${from}`);
  return to;
}

function consequences(from: PlanState, to: PlanState, plan: Plan, today: LocalDate): EventDraft[] {
  const events: EventDraft[] = [];
  if (from === "breached" && to !== "breached") events.push({ type: "plan.cured", payload: {} });
  if (to === "completed") {
    const { paidFen } = planTotals(plan.instalments, today);
    events.push({ type: "plan.completed", payload: { totalFen: paidFen } });
  }
  return events;
}

/** Money cannot have come before the agreement was drawn up, nor tomorrow. */
function onlyPlausibleDate(paidOn: LocalDate, agreement: Agreement, today: LocalDate): void {
  const first = shanghaiDateOf(agreement.composedAt);
  if (paidOn >= first && paidOn <= today) return;
  const code = paidOn > today ? "date.future" : "date.before_agreement";
  throw new Refusal("validation_failed", "the date of this payment cannot be right", {
    errors: [{ pointer: "/paidOn", code, detail: `between ${first} and ${today}` }],
  });
}
