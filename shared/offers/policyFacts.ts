import { daysBetween, type LocalDate } from "../calendar/localDate.ts";
import { riskTierOf } from "../debts/riskTier.ts";
import type { PolicyFacts } from "../plans/policyTable.ts";

/**
 * What a platform's limits for a case depend on, on a day: the days since the oldest missed payment, and the product
 * and the risk tier where all contracts are of one.
 */
export function policyFactsOf(
  debts: readonly { product: string | null; overdueSince: LocalDate | null; riskTier: string | null }[],
  on: LocalDate,
): PolicyFacts {
  const days = debts.flatMap(({ overdueSince }) =>
    overdueSince === null ? [] : [Math.max(0, daysBetween(overdueSince, on))],
  );
  const products = new Set(debts.map(({ product }) => product));
  const [product = null] = products.size === 1 ? products : [];
  return { daysOverdue: days.length === 0 ? null : Math.max(...days), product, riskTier: riskTierOf(debts) };
}
