import type { LineComparison } from "../../../shared/debts/compareLines.ts";
import type { AllocationComparison } from "../../../shared/debts/paymentHistory.ts";
import type { Recomputation } from "../../../shared/debts/recompute.ts";
import type { CapEffect, CapPeriod } from "../../../shared/law/capCheck.ts";
import type { Explanation } from "../../../shared/law/explainClaim.ts";
import type { IgnoredRestart, Limitation, Restart } from "../../../shared/law/limitation.ts";
import type { AllocationOrder } from "../../../shared/plans/terms.ts";
import type { Confidence } from "../../../shared/law/rule.ts";

export interface RuleView {
  readonly id: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly toBeConfirmed: boolean;
}

/** One stretch of the period under one rule. */
export interface CapPartView {
  readonly rule: RuleView;
  readonly period: CapPeriod;
  readonly annualPercent: string;
  readonly lpr: { readonly from: string; readonly rate: string; readonly verified: boolean } | null;
  readonly allowedFen: number;
}

type Explained = { readonly explanation: Explanation };

export type ClaimView = Explained &
  (
    | {
        readonly status: "measured";
        readonly rule: RuleView;
        readonly effect: CapEffect;
        readonly parts: readonly CapPartView[];
        readonly preDeductedFen: number;
        readonly claimedFen: number;
        readonly allowedFen: number;
        readonly differenceFen: number;
        readonly confidence: Confidence;
        readonly toBeConfirmed: boolean;
      }
    | { readonly status: "no_fixed_cap"; readonly rule: RuleView }
    | { readonly status: "no_rule" }
    | { readonly status: "not_enough_data"; readonly missing: readonly string[] }
  );

export interface LimitationView {
  readonly date: string;
  readonly extendedTo: string;
  readonly provisional: boolean;
  readonly basis: Limitation["basis"];
  readonly counted: readonly Restart[];
  readonly ignored: readonly IgnoredRestart[];
  readonly expired: boolean;
  readonly rule: RuleView;
}

export interface ContractChecksView {
  readonly debtId: string;
  readonly contractNumber: string;
  readonly claim: ClaimView;
  readonly limitation: LimitationView | null;
  readonly recomputation: Recomputation;
  readonly lines: readonly LineComparison[];
  readonly payments: PaymentHistoryView | null;
}

/** The payments of a contract as the platform states them, beside the order of the law. */
export interface PaymentHistoryView {
  readonly version: number;
  readonly order: AllocationOrder;
  readonly count: number;
  readonly totalFen: number;
  readonly repaidFen: number | null;
  readonly rows: readonly AllocationComparison[];
  readonly partsFrom: string | null;
}

export interface LegalChecksView {
  readonly asOf: string;
  readonly lawVersion: number;
  readonly contracts: readonly ContractChecksView[];
  readonly court: {
    readonly claimFen: number;
    readonly fee: {
      readonly fullFen: number;
      readonly halfFen: number;
      readonly paymentOrderFen: number;
      readonly rule: RuleView;
    };
    readonly smallClaims:
      | { readonly status: "not_assessed" }
      | {
          readonly status: "within" | "above";
          readonly province: string;
          readonly limitFen: number;
          readonly rule: RuleView;
        };
  };
}
