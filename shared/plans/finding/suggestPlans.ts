import type { LocalDate } from "../../calendar/localDate.ts";
import type { Fen } from "../../money/fen.ts";
import type { Rate } from "../../money/rate.ts";
import type { PolicyLimits } from "../policy.ts";
import type { StatementBasis } from "../statement.ts";
import type { Waiver } from "../terms.ts";
import { enumeratePlans } from "./enumeratePlans.ts";
import type { PlanSearch, PlansFound } from "./search.ts";

/** What everybody in the case may see. `publishedPolicy` is what the platform says openly it agrees to, if anything. */
export type SharedFacts = {
  basis: StatementBasis;
  today: LocalDate;
  firstDue: LocalDate;
  discountRate: Rate;
  annualRate: Rate;
  publishedPolicy: PolicyLimits | null;
  /** What the borrower chose to show of what can be paid a month; null when nothing. */
  disclosedCapacityFen: readonly Fen[] | null;
  /** Waivers the platform has put on the table, as every party reads them; empty where it put none. */
  offeredWaivers: readonly Waiver[];
};

/** What only the borrower and those the borrower confides in may see. */
export type BorrowerPrivate = { capacityFen: readonly Fen[]; mostInTotalFen: Fen | null };

/** What only the platform may see: how far it would go, and the least present value it accepts. */
export type PlatformPrivate = {
  policy: PolicyLimits;
  waiverOptions: readonly (readonly Waiver[])[];
  floorNpvFen: Fen | null;
  /** What its policy asks to be paid first, if anything. */
  downPayment?: { fen: Fen; due: LocalDate };
};

/** What the mediator was told: the borrower's means, and of the platform what it put on the table, which all have. */
export type MediatorPrivate = { capacityFen: readonly Fen[] };

/** What one side, or the mediator, may see and nothing else: another's part can be neither passed nor reached. */
export type SuggestionView =
  | { side: "mediator"; shared: SharedFacts; own: MediatorPrivate }
  | { side: "borrower"; shared: SharedFacts; own: BorrowerPrivate }
  | { side: "platform"; shared: SharedFacts; own: PlatformPrivate };

/** Everything known of a case; leaves the mediator's hands only as a view of one side. */
export type CaseKnowledge = { shared: SharedFacts; borrower: BorrowerPrivate; platform: PlatformPrivate };

/** What `side` may see of a case. */
export function suggestionViewOf(knowledge: CaseKnowledge, side: SuggestionView["side"]): SuggestionView {
  const { shared } = knowledge;
  if (side === "mediator") return { side, shared, own: { capacityFen: knowledge.borrower.capacityFen } };
  return side === "borrower"
    ? { side, shared, own: knowledge.borrower }
    : { side, shared, own: knowledge.platform };
}

/**
 * Plans for one side, from what that side may see and from nothing else: the borrower's own capacity (for the mediator as it was
 * shown to them) against the published policy and the waivers on the table, or the platform's own policy against the capacity the borrower disclosed.
 */
export function suggestPlans(view: SuggestionView): PlansFound {
  return enumeratePlans(searchOf(view));
}

/** Fields are taken one by one, so that nothing else an object may carry can have an effect. */
function searchOf(view: SuggestionView): PlanSearch {
  const { basis, today, firstDue, discountRate, annualRate } = view.shared;
  const common = { basis, today, firstDue, discountRate, annualRate };
  const { offeredWaivers, publishedPolicy } = view.shared;
  if (view.side !== "platform") {
    const mostInTotalFen = view.side === "borrower" ? view.own.mostInTotalFen : null;
    return {
      ...common,
      capacityFen: view.own.capacityFen,
      policy: publishedPolicy,
      waiverOptions: [offeredWaivers],
      ...(mostInTotalFen === null ? {} : { caps: { totalFen: mostInTotalFen } }),
    };
  }
  const { policy, waiverOptions, floorNpvFen, downPayment } = view.own;
  return {
    ...common,
    capacityFen: view.shared.disclosedCapacityFen,
    policy,
    waiverOptions,
    ...(downPayment === undefined ? {} : { downPayment }),
    ...(floorNpvFen === null ? {} : { caps: { npvFloorFen: floorNpvFen } }),
  };
}
