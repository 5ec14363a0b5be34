import { addMonthsAnchored, daysBetween } from "../../shared/calendar/localDate.ts";
import { capCheck } from "../../shared/law/capCheck.ts";
import type { CapCheck } from "../../shared/law/capCheck.ts";
import { courtFee } from "../../shared/law/courtFee.ts";
import type { CourtFee } from "../../shared/law/courtFee.ts";
import { limitationDate } from "../../shared/law/limitation.ts";
import type { Limitation } from "../../shared/law/limitation.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { PacketDebt, PacketFacts } from "./packetFacts.ts";

export interface DebtFigures {
  debt: PacketDebt;
  totalFen: Fen;
  /** Null when the contract's last due date cannot be worked out. */
  limitation: Limitation | null;
  /** Null when the start of the arrears or a rule for those dates is unknown. */
  cap: CapCheck | null;
}

export interface PacketFigures {
  debts: DebtFigures[];
  byComponent: Record<Component, Fen>;
  claimFen: Fen;
  fee: CourtFee;
}

/** The claim as of the facts' date, and what the dated rules say about it. */
export function packetFigures(facts: PacketFacts): PacketFigures {
  const total = (component: Component) => sumFen(facts.debts.map((debt) => debt.components[component]));
  const byComponent = {
    principal: total("principal"),
    interest: total("interest"),
    penalty: total("penalty"),
    fee: total("fee"),
  };
  const claimFen = sumFen(Object.values(byComponent));
  return {
    debts: facts.debts.map((debt) => ({
      debt,
      totalFen: sumFen(COMPONENTS.map((component) => debt.components[component])),
      limitation: limitationOf(debt),
      cap: capOf(debt, facts),
    })),
    byComponent,
    claimFen,
    fee: courtFee(claimFen),
  };
}

function limitationOf(debt: PacketDebt): Limitation | null {
  if (debt.disbursedOn === null || debt.termCount === null) return null;
  return limitationDate({
    lastDue: addMonthsAnchored(debt.disbursedOn, debt.termCount),
    restarts: debt.restarts,
  });
}

/** Measured on what is still owed since the arrears began, which favours the borrower and cannot overstate a claim. */
function capOf(debt: PacketDebt, facts: PacketFacts): CapCheck | null {
  if (debt.disbursedOn === null || debt.overdueSince === null) return null;
  const days = daysBetween(debt.overdueSince, facts.asOf);
  if (days < 0) return null;
  return capCheck({
    lenderType: debt.lenderType,
    contractDate: debt.disbursedOn,
    accruesFrom: debt.overdueSince,
    assessedOn: facts.asOf,
    days,
    principalFen: debt.components.principal,
    claimedFen: sumFen([debt.components.interest, debt.components.penalty, debt.components.fee]),
  });
}
