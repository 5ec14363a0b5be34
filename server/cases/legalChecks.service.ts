import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { compareLines } from "../../shared/debts/compareLines.ts";
import { preDeductedFen } from "../../shared/debts/paidOut.ts";
import { compareAllocations, type StatedPayment } from "../../shared/debts/paymentHistory.ts";
import { recompute, type ContractTerms, type Recomputation } from "../../shared/debts/recompute.ts";
import { statementTotals } from "../../shared/debts/totals.ts";
import { checkClaim, limitationOf, type CheckedContract } from "../../shared/law/contractCheck.ts";
import { courtFee } from "../../shared/law/courtFee.ts";
import { allocationOn, feeScaleOn, type LawBook } from "../../shared/law/lawBook.ts";
import { rulesOf } from "../../shared/law/lawRules.ts";
import type { Restart } from "../../shared/law/limitation.ts";
import { smallClaims } from "../../shared/law/smallClaims.ts";
import { subFen, sumFen, type Fen } from "../../shared/money/fen.ts";
import { perComponent } from "../../shared/plans/componentTotals.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { AllocationOrder } from "../../shared/plans/terms.ts";
import type { Tx } from "../database/transaction.ts";
import type { Debt, PaymentHistory, StatementLineRow, StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { Case } from "./case.entity.ts";
import { viewerOfCase } from "./case.policy.ts";
import type { CaseService } from "./case.service.ts";
import { presentChecks, type ContractChecks, type StatedHistory } from "./legalChecks.presenter.ts";

/** What happened in the case that the law asks about. */
type History = { restarts: Restart[]; agreedOn: LocalDate | null };

/** What the dated rules say about a case. Made of what every party may read, and the same for each of them. */
export class LegalChecks {
  readonly #deps: {
    cases: CaseService;
    statements: StatementService;
    borrowers: BorrowerService;
    journal: Journal;
    law: LawService;
  };

  constructor(deps: {
    cases: CaseService;
    statements: StatementService;
    borrowers: BorrowerService;
    journal: Journal;
    law: LawService;
  }) {
    this.#deps = deps;
  }

  async of(tx: Tx, actor: Actor, caseId: string): Promise<object> {
    const { cases, statements, borrowers, law } = this.#deps;
    const theCase = await cases.find(tx, caseId);
    viewerOfCase(actor, theCase);
    const book = await law.book(tx);
    const { statement, lines } = await statements.current(tx, caseId);
    const { asOf } = statement;
    const history = await this.#history(tx, theCase);
    const debts = await statements.debts(tx, caseId);
    const histories = await statements.histories(tx, caseId);
    const claimFen = statementTotals(lines).totalFen;
    const { registeredAddress } = await borrowers.borrower(tx, theCase.borrowerId);
    const wages = rulesOf(book.rules, "small_claims");
    return presentChecks({
      asOf,
      today: shanghaiDateOf(tx.now),
      lawVersion: book.version,
      contracts: debts.map((debt) =>
        checkContract(book, { debt, lines, asOf, history, payments: paymentsOf(histories, debt) }),
      ),
      court: {
        claimFen,
        fee: courtFee(claimFen, feeScaleOn(book, asOf)),
        smallClaims: smallClaims(wages, { address: registeredAddress, claimFen, on: asOf }),
      },
    });
  }

  async #history(tx: Tx, theCase: Case): Promise<History> {
    const events = await this.#deps.journal.ofTypes(tx, theCase.id, [
      "agreement.sealed",
      "payment.recorded",
    ] as const);
    const asked: Restart = { date: shanghaiDateOf(theCase.createdAt), kind: "private_centre_mediation" };
    const later = events.map((event): Restart => {
      return event.type === "payment.recorded"
        ? { date: event.payload.paidOn, kind: "part_payment" }
        : { date: shanghaiDateOf(new Date(event.at)), kind: "instalment_plan" };
    });
    const agreed = later.find((restart) => restart.kind === "instalment_plan");
    return { restarts: [asked, ...later], agreedOn: agreed?.date ?? null };
  }
}

function checkContract(
  book: LawBook,
  facts: {
    debt: Debt;
    lines: readonly StatementLineRow[];
    asOf: LocalDate;
    history: History;
    payments: PaymentHistory | null;
  },
): ContractChecks {
  const { debt, asOf, history, payments } = facts;
  const components = componentsOf(facts.lines.filter((line) => line.debtId === debt.id));
  // What was repaid is the platform's word as of its export; an agreement since has changed the sums by other rules.
  const restated = history.agreedOn !== null && history.agreedOn <= asOf;
  const terms = { ...termsOf(debt), ...(restated ? { repaidFen: null } : {}) };
  const made = restated ? null : (payments?.payments ?? null);
  const order = allocationOn(book, asOf);
  const recomputation = recompute(terms, made, asOf, order);
  return {
    debtId: debt.id,
    contractNumber: debt.contractNumber,
    claim: checkClaim(book, { ...checkedPart(debt), components, preDeductedFen: preDeductedFen(debt) }, asOf),
    limitation: limitationOf(book, debt, history.restarts),
    recomputation,
    lines: compareLines(components, recomputation),
    payments: made && payments && presentedHistory(payments, made, { recomputation, order, debt }),
  };
}

function componentsOf(lines: readonly { component: Component; fen: Fen }[]): Record<Component, Fen> {
  return perComponent((component) =>
    sumFen(lines.filter((line) => line.component === component).map((line) => line.fen)),
  );
}

/** Interest kept back when a private loan was paid out bears none itself. */
function termsOf(debt: Debt): ContractTerms {
  const { disbursedOn, annualRate, penaltyMarkup, termCount, overdueSince, repaidFen } = debt;
  const disbursedFen = debt.disbursedFen && subFen(debt.disbursedFen, preDeductedFen(debt));
  return { disbursedOn, disbursedFen, annualRate, penaltyMarkup, termCount, overdueSince, repaidFen };
}

function paymentsOf(histories: readonly PaymentHistory[], debt: Debt): PaymentHistory | null {
  return histories.find((history) => history.debtId === debt.id) ?? null;
}

/** The payments one by one: where the platform put each, and where the order of the law puts it. */
function presentedHistory(
  { version, statedAt }: PaymentHistory,
  payments: readonly StatedPayment[],
  by: { recomputation: Recomputation; order: AllocationOrder; debt: Debt },
): StatedHistory {
  const { recomputation, order, debt } = by;
  const totalFen = sumFen(payments.map((payment) => payment.fen));
  const lawful = recomputation.status === "computed" ? recomputation.allocations : [];
  return {
    version,
    statedAt,
    order,
    count: payments.length,
    totalFen,
    repaidFen: debt.repaidFen,
    ...compareAllocations(payments, lawful),
  };
}

function checkedPart(debt: Debt): Omit<CheckedContract, "components"> {
  const { lenderType, product, disbursedOn, termCount, overdueSince } = debt;
  return { lenderType, product, disbursedOn, termCount, overdueSince };
}
