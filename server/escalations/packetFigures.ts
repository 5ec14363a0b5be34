import type { CapCheck } from "../../shared/law/capCheck.ts";
import { checkClaim, limitationOf } from "../../shared/law/contractCheck.ts";
import type { ClaimCheck } from "../../shared/law/contractCheck.ts";
import { courtFee } from "../../shared/law/courtFee.ts";
import type { CourtFee } from "../../shared/law/courtFee.ts";
import { feeScaleOn } from "../../shared/law/lawBook.ts";
import { rulesOf } from "../../shared/law/lawRules.ts";
import type { Limitation } from "../../shared/law/limitation.ts";
import { smallClaims } from "../../shared/law/smallClaims.ts";
import type { SmallClaims } from "../../shared/law/smallClaims.ts";
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
  claim: ClaimCheck;
  /** Null when the claim could not be measured, or no fixed cap applies; `claim` says which. */
  cap: CapCheck | null;
}

export interface PacketFigures {
  debts: DebtFigures[];
  byComponent: Record<Component, Fen>;
  claimFen: Fen;
  fee: CourtFee;
  smallClaims: SmallClaims;
}

/** The claim as of the facts' date, and what the dated rules say about it. */
export function packetFigures(facts: PacketFacts): PacketFigures {
  const { law } = facts;
  const total = (component: Component) => sumFen(facts.debts.map((debt) => debt.components[component]));
  const byComponent = {
    principal: total("principal"),
    interest: total("interest"),
    penalty: total("penalty"),
    fee: total("fee"),
  };
  const claimFen = sumFen(Object.values(byComponent));
  return {
    debts: facts.debts.map((debt) => debtFigures(debt, facts)),
    byComponent,
    claimFen,
    fee: courtFee(claimFen, feeScaleOn(law, facts.asOf)),
    smallClaims: smallClaims(rulesOf(law.rules, "small_claims"), {
      address: facts.defendant.registeredAddress,
      claimFen,
      on: facts.asOf,
    }),
  };
}

function debtFigures(debt: PacketDebt, { law, asOf }: PacketFacts): DebtFigures {
  const claim = checkClaim(law, debt, asOf);
  return {
    debt,
    totalFen: sumFen(COMPONENTS.map((component) => debt.components[component])),
    limitation: limitationOf(law, debt, debt.restarts),
    claim,
    cap: claim.status === "measured" ? claim.check : null,
  };
}
