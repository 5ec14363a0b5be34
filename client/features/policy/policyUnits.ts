import { fen } from "../../../shared/money/fen.ts";
import type { PolicyLimits } from "../../../shared/plans/policy.ts";
import { NO_CONCESSIONS, type PolicyRule, type PolicyTable } from "../../../shared/plans/policyTable.ts";
import type { Component } from "../../../shared/plans/statement.ts";

/** One rule in the units people think in: percent, months, yuan. */
export interface GivenRule {
  readonly days: number | null;
  readonly product: string;
  readonly riskTier: string;
  readonly waiver: Record<Component, number>;
  readonly count: number;
  readonly deferral: number;
  readonly instalment: number;
  readonly downPayment: number;
}

export interface GivenTable {
  readonly rules: readonly GivenRule[];
}

/** A table as a form shows it. */
export function shownTable({ rules }: PolicyTable): GivenTable {
  return { rules: rules.map(shownRule) };
}

/** A rule to begin with: it applies to every case and concedes nothing. */
export const FIRST_RULE: GivenRule = shownRule({ when: {}, limits: NO_CONCESSIONS });

/** A form's table in the units limits are kept in. What is left empty is no condition. */
export function tableFrom({ rules }: GivenTable): PolicyTable {
  return {
    rules: rules.map((rule): PolicyRule => {
      const product = rule.product.trim();
      const riskTier = rule.riskTier.trim();
      const when = {
        ...(rule.days === null ? {} : { minDaysOverdue: rule.days }),
        ...(product === "" ? {} : { product }),
        ...(riskTier === "" ? {} : { riskTier }),
      };
      return { when, limits: limitsOf(rule) };
    }),
  };
}

function shownRule({ when, limits }: PolicyRule): GivenRule {
  const { principal, interest, penalty, fee } = limits.maxWaiverBp;
  return {
    days: when.minDaysOverdue ?? null,
    product: when.product ?? "",
    riskTier: when.riskTier ?? "",
    waiver: { principal: principal / 100, interest: interest / 100, penalty: penalty / 100, fee: fee / 100 },
    count: limits.maxCount,
    deferral: limits.maxDeferralMonths,
    instalment: limits.minInstalmentFen / 100,
    downPayment: limits.minDownPaymentBp / 100,
  };
}

/** Two decimals in, hundredths out; rounding only undoes what binary fractions do to them. */
function limitsOf({ waiver, count, deferral, instalment, downPayment }: GivenRule): PolicyLimits {
  const hundredths = (value: number) => Math.round(value * 100);
  return {
    maxWaiverBp: {
      principal: hundredths(waiver.principal),
      interest: hundredths(waiver.interest),
      penalty: hundredths(waiver.penalty),
      fee: hundredths(waiver.fee),
    },
    maxCount: count,
    maxDeferralMonths: deferral,
    minInstalmentFen: fen(hundredths(instalment)),
    minDownPaymentBp: hundredths(downPayment),
  };
}
