/** A platform names its classes of risk as it likes, in a word or two. */
export const MAX_RISK_TIER = 80;

/** The one class of risk that all contracts of a case are in; null when they are in none or in several. */
export function riskTierOf(debts: readonly { riskTier: string | null }[]): string | null {
  const tiers = new Set(debts.map(({ riskTier }) => riskTier));
  const [tier = null] = tiers.size === 1 ? tiers : [];
  return tier;
}
