import { type Fen, subFen } from "../money/fen.ts";
import { COMPONENTS, type Component } from "../plans/statement.ts";
import type { Recomputation } from "./recompute.ts";

/**
 * One line of a statement beside our own figure. `differenceFen` is the platform's figure less ours: positive when more
 * is claimed than follows from the contract. Null where nothing can be computed, with the reason.
 */
export type LineComparison = {
  component: Component;
  statedFen: Fen;
  computedFen: Fen | null;
  differenceFen: Fen | null;
  reason: "not_enough_data" | "no_basis_in_contract" | null;
};

/** The platform's figures of one contract, component by component, against a recomputation. */
export function compareLines(stated: Record<Component, Fen>, recomputation: Recomputation): LineComparison[] {
  return COMPONENTS.map((component): LineComparison => {
    const statedFen = stated[component];
    const computedFen = computedOf(component, recomputation);
    if (computedFen !== null) {
      return {
        component,
        statedFen,
        computedFen,
        differenceFen: subFen(statedFen, computedFen),
        reason: null,
      };
    }
    const reason = component === "fee" ? "no_basis_in_contract" : "not_enough_data";
    return { component, statedFen, computedFen, differenceFen: null, reason };
  });
}

function computedOf(component: Component, recomputation: Recomputation): Fen | null {
  if (recomputation.status !== "computed") return null;
  switch (component) {
    case "principal":
      return recomputation.principalFen;
    case "interest":
      return recomputation.interestFen;
    case "penalty":
      return recomputation.penaltyFen;
    case "fee":
      return null;
  }
}
