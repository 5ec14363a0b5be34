import type { Waiver } from "../../../shared/plans/terms.ts";

/** What of the legal checks of one contract is needed here. */
export interface CheckedClaim {
  readonly debtId: string;
  readonly contractNumber: string;
  readonly claim: {
    readonly status: string;
    readonly differenceFen?: number;
    readonly toBeConfirmed?: boolean;
  };
}

export interface CapWarning {
  readonly contractNumber: string;
  readonly excessFen: number;
  readonly waivedFen: number;
  /** What terms still ask for above the limit; 0 when what they waive covers it. */
  readonly leftFen: number;
  readonly toBeConfirmed: boolean;
}

/** The contracts claimed above their cap, with what of that these waivers take away. Principal is not what a cap is about. */
export function capWarnings(
  contracts: readonly CheckedClaim[],
  waivers: readonly Pick<Waiver, "debtId" | "component" | "fen">[],
): CapWarning[] {
  return contracts.flatMap(({ debtId, contractNumber, claim }) => {
    const excessFen = claim.differenceFen ?? 0;
    if (claim.status !== "measured" || excessFen <= 0) return [];
    const waivedFen = waivers
      .filter((waiver) => waiver.debtId === debtId && waiver.component !== "principal")
      .reduce((sum, waiver) => sum + waiver.fen, 0);
    const leftFen = Math.max(0, excessFen - waivedFen);
    return [{ contractNumber, excessFen, waivedFen, leftFen, toBeConfirmed: claim.toBeConfirmed ?? true }];
  });
}
