import { type Fen, ZERO_FEN, minFen, subFen, sumFen } from "../money/fen.ts";
import type { ComponentTotals } from "./schedule.ts";
import type { Component, ComponentAmounts, StatementBasis } from "./statement.ts";
import type { AllocationOrder, Waiver } from "./terms.ts";

const ORDERS: Record<AllocationOrder, readonly Component[]> = {
  fees_interest_principal: ["fee", "interest", "penalty", "principal"],
  principal_interest_fees: ["principal", "interest", "penalty", "fee"],
};

/** The components in the order in which a payment extinguishes them. */
export function componentsInOrder(order: AllocationOrder): readonly Component[] {
  return ORDERS[order];
}

/** A value for each component, computed one by one. */
export function perComponent<T>(compute: (component: Component) => T): Record<Component, T> {
  return {
    principal: compute("principal"),
    interest: compute("interest"),
    penalty: compute("penalty"),
    fee: compute("fee"),
  };
}

/** What is owed, waived and left to pay of each component, over all debts of the statement. */
export function totalsByComponent(
  basis: StatementBasis,
  terms: { readonly waivers: readonly Waiver[] },
): Record<Component, ComponentTotals> {
  return perComponent((component) => {
    const statementFen = sumFen(
      basis.lines.filter((line) => line.component === component).map((line) => line.fen),
    );
    const waivers = terms.waivers.filter((waiver) => waiver.component === component);
    const waivedFen = total(waivers);
    const conditionalFen = total(waivers.filter((waiver) => waiver.when === "on_completion"));
    return { statementFen, waivedFen, conditionalFen, payableFen: subFen(statementFen, waivedFen) };
  });
}

/**
 * Gives out payments of settled debt to components in the agreed order: each call takes the next `amount` off what is
 * left and says which components it settles. Never gives out more of a component than is payable.
 */
export function componentSettler(
  payable: ComponentAmounts,
  order: AllocationOrder,
): (amount: Fen) => ComponentAmounts {
  const left: ComponentAmounts = { ...payable };
  return (amount) => {
    const settles = perComponent(() => ZERO_FEN);
    let rest = amount;
    for (const component of ORDERS[order]) {
      const part = minFen(rest, left[component]);
      settles[component] = part;
      left[component] = subFen(left[component], part);
      rest = subFen(rest, part);
    }
    return settles;
  };
}

function total(waivers: readonly Waiver[]): Fen {
  return sumFen(waivers.map((waiver) => waiver.fen));
}
