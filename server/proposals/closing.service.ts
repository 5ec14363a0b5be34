import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { reveal } from "../../shared/proposals/answers.ts";
import { isPastDeadline } from "../../shared/proposals/lifecycle.ts";
import type { Case } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { CurrentStatement } from "../debts/index.ts";
import type { Log } from "../log.ts";
import type { Proposal, ProposalAnswerRow } from "./proposal.entity.ts";
import { decided, type ProposalDesk } from "./proposalDesk.ts";

const CLOCK: Actor = { kind: "system", name: "Parley" };
const CASES_PER_RUN = 500;

/**
 * Ends rounds at their deadline, early answers or not. Answers were committed before this looks, because both hold the
 * case. Whatever could stop an agreement is asked before the answers are read, so that it tells nothing of them.
 */
export class ProposalClosing {
  readonly #deps: { db: Database; desk: ProposalDesk; log: Log };

  constructor(deps: { db: Database; desk: ProposalDesk; log: Log }) {
    this.#deps = deps;
  }

  /** Look once over all cases; each has a transaction of its own. Answers how many rounds were ended. */
  async run(): Promise<number> {
    const { db, desk, log } = this.#deps;
    const caseIds = await db.read((tx) => desk.rows.casesToClose(tx, CASES_PER_RUN));
    let closed = 0;
    for (const caseId of caseIds) {
      try {
        if (await db.transaction((tx) => this.#closeIn(tx, caseId))) closed += 1;
      } catch (error) {
        log.warn({ err: error }, "the end of a round will be tried again");
      }
    }
    return closed;
  }

  /** The ground changed under a proposal: another statement. The case is locked by the caller. */
  async endAll(tx: Tx, caseId: string): Promise<void> {
    const proposal = await this.#deps.desk.rows.lockRunning(tx, caseId);
    if (proposal) await this.#withdraw(tx, proposal);
  }

  async #closeIn(tx: Tx, caseId: string): Promise<boolean> {
    const { desk } = this.#deps;
    const theCase = await desk.cases.lock(tx, caseId);
    const proposal = await desk.rows.lockRunning(tx, caseId);
    if (!proposal) return false;
    if (theCase.stage !== "negotiating") {
      await this.#withdraw(tx, proposal);
      return true;
    }
    if (proposal.status !== "open" || theCase.pausedAt !== null) return false;
    if (!isPastDeadline(proposal.deadline, tx.now)) return false;
    const statement = await desk.statement(tx, caseId);
    if (await this.#isConcludable(tx, theCase, proposal, statement)) {
      await this.#reveal(tx, theCase, proposal, statement);
    } else {
      await this.#withdraw(tx, proposal);
    }
    return true;
  }

  async #isConcludable(tx: Tx, theCase: Case, proposal: Proposal, statement: CurrentStatement) {
    if (proposal.statementId !== statement.statement.id) return false;
    try {
      const input = { theCase, terms: proposal.terms, statement, now: tx.now };
      await this.#deps.desk.onlyConcludable(tx, CLOCK, input);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  async #reveal(tx: Tx, theCase: Case, proposal: Proposal, statement: CurrentStatement): Promise<void> {
    const { desk } = this.#deps;
    const { id: proposalId, number, termsHash } = proposal;
    const answers = await desk.rows.answersTo(tx, proposalId);
    const of = (party: ProposalAnswerRow["party"]) => answers.find((row) => row.party === party) ?? null;
    const result = reveal(of("borrower"), of("platform"));
    const status = decided(proposal, `reveal_${result}`, tx.now);
    await desk.rows.change(tx, proposal, { status, closedAt: tx.now });
    if (result === "not_agreed") {
      const payload = { proposalId, number };
      await desk.write(tx, CLOCK, theCase.id, { type: "proposal.notAgreed", payload });
      return;
    }
    await desk.conclude(tx, CLOCK, {
      theCase,
      statement,
      proposed: proposal,
      approvedBy: of("platform")?.leaveBy ?? null,
      announce: (offer) => ({
        type: "proposal.agreed",
        payload: { proposalId, number, termsHash, offerId: offer.id, offerNumber: offer.number },
      }),
    });
  }

  async #withdraw(tx: Tx, proposal: Proposal): Promise<void> {
    const { desk } = this.#deps;
    const { id: proposalId, caseId, number } = proposal;
    // Also past its deadline: whatever was answered stays sealed.
    await desk.rows.change(tx, proposal, { status: "withdrawn", closedAt: tx.now });
    await desk.write(tx, CLOCK, caseId, { type: "proposal.withdrawn", payload: { proposalId, number } });
  }
}
