import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { LineComparison } from "../../shared/debts/compareLines.ts";
import type { AllocationComparison } from "../../shared/debts/paymentHistory.ts";
import type { Recomputation } from "../../shared/debts/recompute.ts";
import type { CapCheck } from "../../shared/law/capCheck.ts";
import type { ClaimCheck } from "../../shared/law/contractCheck.ts";
import type { CourtFee } from "../../shared/law/courtFee.ts";
import { explainClaim } from "../../shared/law/explainClaim.ts";
import { isExpired, type Limitation } from "../../shared/law/limitation.ts";
import { type DatedRule, needsConfirmation } from "../../shared/law/rule.ts";
import type { SmallClaims } from "../../shared/law/smallClaims.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { AllocationOrder } from "../../shared/plans/terms.ts";

export type ContractChecks = {
  debtId: string;
  contractNumber: string;
  claim: ClaimCheck;
  limitation: Limitation | null;
  recomputation: Recomputation;
  lines: LineComparison[];
  payments: StatedHistory | null;
};

/** `repaidFen` is the sum the platform exported; `partsFrom` the first payment it allocated otherwise than the law does. */
export type StatedHistory = {
  version: number;
  statedAt: Date;
  order: AllocationOrder;
  count: number;
  totalFen: Fen;
  repaidFen: Fen | null;
  rows: AllocationComparison[];
  partsFrom: LocalDate | null;
};

export type CaseChecks = {
  asOf: LocalDate;
  today: LocalDate;
  lawVersion: number;
  contracts: readonly ContractChecks[];
  court: { claimFen: Fen; fee: CourtFee; smallClaims: SmallClaims };
};

/** The checks as they are answered: each figure with the rule it comes from and how sure we are of that rule. */
export function presentChecks({ asOf, today, lawVersion, contracts, court }: CaseChecks): object {
  const { full, half, paymentOrder, rule } = court.fee;
  return {
    asOf,
    lawVersion,
    contracts: contracts.map(({ claim, limitation, ...contract }) => ({
      ...contract,
      claim: { ...presentClaim(claim), explanation: explainClaim(claim) },
      limitation: limitation && presentLimitation(limitation, today),
    })),
    court: {
      claimFen: court.claimFen,
      fee: { fullFen: full, halfFen: half, paymentOrderFen: paymentOrder, rule: presentRule(rule) },
      smallClaims: presentSmallClaims(court.smallClaims),
    },
  };
}

function presentClaim(claim: ClaimCheck): object {
  switch (claim.status) {
    case "measured":
      return { status: claim.status, ...presentCap(claim.check), preDeductedFen: claim.preDeductedFen };
    case "no_fixed_cap":
      return { status: claim.status, rule: presentRule(claim.rule) };
    case "no_rule":
      return { status: claim.status };
    case "not_enough_data":
      return { status: claim.status, missing: claim.missing };
  }
}

function presentCap(check: CapCheck): object {
  const { rule, period, parts, effect, claimedFen, allowedFen, differenceFen, confidence } = check;
  return {
    rule: presentRule(rule),
    period,
    parts: parts.map((part) => ({ ...part, rule: presentRule(part.rule) })),
    effect,
    claimedFen,
    allowedFen,
    differenceFen,
    confidence,
    toBeConfirmed: needsConfirmation({ confidence }),
  };
}

function presentLimitation(limitation: Limitation, today: LocalDate): object {
  return {
    ...limitation,
    rule: presentRule(limitation.rule),
    expired: isExpired(limitation, today),
  };
}

function presentSmallClaims(found: SmallClaims): object {
  return found.status === "not_assessed" ? found : { ...found, rule: presentRule(found.rule) };
}

function presentRule(rule: DatedRule<unknown>): object {
  const { id, rule: name, from, to, source, confidence } = rule;
  return { id, rule: name, from, to: to ?? null, source, confidence, toBeConfirmed: needsConfirmation(rule) };
}
