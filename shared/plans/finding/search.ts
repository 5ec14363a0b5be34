import type { LocalDate } from "../../calendar/localDate.ts";
import type { DayCount } from "../../money/dayCount.ts";
import type { Fen } from "../../money/fen.ts";
import type { Rate } from "../../money/rate.ts";
import type { PolicyLimits } from "../policy.ts";
import type { StatementBasis } from "../statement.ts";
import type { ScheduleFamily, Terms, Waiver } from "../terms.ts";

/**
 * What plans are looked for. Plans are monthly; month 0 is that of `firstDue`. `capacityFen` is what can be paid in each month
 * from month 0 on, after its end the least of them; null when it is not known, and then nothing is left out for it.
 * `annualRate` is what families with new interest charge; "0" leaves the two families out that would repeat `level`.
 * `policy` null leaves nothing out for it; `caps` are limits of whoever asks.
 */
export type PlanSearch = {
  basis: StatementBasis;
  today: LocalDate;
  firstDue: LocalDate;
  capacityFen: readonly Fen[] | null;
  policy: PolicyLimits | null;
  discountRate: Rate;
  annualRate: Rate;
  dayCount?: DayCount;
  waiverOptions?: readonly (readonly Waiver[])[];
  downPayment?: { fen: Fen; due: LocalDate };
  caps?: { totalFen?: Fen; npvFloorFen?: Fen };
  families?: readonly ScheduleFamily[];
  maxCount?: number;
  maxDeferralMonths?: number;
};

/** The part of terms that a plan decides; the rest (statement, payee, grace …) is the same for every plan. */
export type PlanParts = Pick<
  Terms,
  "waivers" | "downPaymentFen" | "downPaymentDue" | "deferralMonths" | "schedule"
>;

/**
 * What plans are compared by. `totalFen` everything paid, down payment and agreed interest included; `strain` the largest share of
 * a month's capacity that an instalment takes (of the settled sum, where capacity is not known); `months` until the last instalment,
 * the first possible month counted; `npvFen` the present value of all payments on `today`.
 */
export type PlanFigures = {
  totalFen: Fen;
  strain: number;
  months: number;
  npvFen: Fen;
  peakFen: Fen;
  waivedFen: Fen;
};

export type FoundPlan = { parts: PlanParts; figures: PlanFigures };

/** Smallest largest instalment, fewest months, smallest total. */
export const TRADE_OFFS = ["lowest_monthly", "soonest_done", "least_in_total"] as const;
export type TradeOff = (typeof TRADE_OFFS)[number];

export const NO_PLAN_REASONS = [
  "nothing_to_pay",
  "capacity_zero",
  "outside_policy",
  "outside_caps",
  "beyond_capacity",
  "below_floor",
] as const;
/**
 * Why there is no plan: capacity is zero (offer a pause or a referral), or every plan fails by policy, by the cap on the total, by
 * capacity or by the floor on present value; of these the last that some plan came as far as.
 */
export type NoPlanReason = (typeof NO_PLAN_REASONS)[number];

/**
 * `plans` are those that no other beats on total, strain, months and present value; `tradeOffs` name one each of them. `families`
 * has of every family that passed the plan that gives up least and is then done soonest (where capacity is not known: asks
 * least at a time); a plan that repays more gently at first is beaten on figures, and may yet be what fits a life.
 */
export type PlansFound =
  | {
      kind: "plans";
      plans: FoundPlan[];
      tradeOffs: Record<TradeOff, FoundPlan>;
      families: FoundPlan[];
      considered: number;
    }
  | { kind: "no_plan"; reason: NoPlanReason };

export const MAX_SEARCH_COUNT = 60;
export const MAX_SEARCH_DEFERRAL = 5;
