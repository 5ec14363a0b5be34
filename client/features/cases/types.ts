import type { CaseAbility } from "../../../shared/cases/abilities.ts";
import type { CaseStage, TerminationReason } from "../../../shared/cases/lifecycle.ts";
import type { LineAnswer, LineSide, LineState } from "../../../shared/debts/lineAnswer.ts";
import type { StatementTotals } from "../../../shared/debts/totals.ts";
import type { LenderType } from "../../../shared/law/lenderType.ts";
import type { Component } from "../../../shared/plans/statement.ts";

export interface Participation {
  readonly invited: boolean;
  readonly opened: boolean;
  readonly identified: boolean;
  readonly borrowerConsented: boolean;
  readonly platformConsented: boolean;
}

export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly stage: CaseStage;
  readonly stageSince: string;
  readonly accepted: boolean;
  readonly paused: boolean;
  readonly claimedFen: number;
  readonly debtCount: number;
  readonly borrower: { readonly name: string; readonly phoneMasked: string };
  readonly platform: { readonly id: string; readonly name: string };
  readonly mediator: { readonly id: string; readonly name: string } | null;
  readonly terminationReason: TerminationReason | null;
  readonly createdAt: string;
  readonly version: number;
  readonly abilities: readonly CaseAbility[];
  readonly participation: Participation;
}

export interface Debt {
  readonly id: string;
  readonly contractNumber: string;
  readonly product: string | null;
  readonly lenderName: string;
  readonly lenderType: LenderType;
  readonly disbursedOn: string | null;
  readonly disbursedFen: number | null;
  readonly termCount: number | null;
  readonly annualRate: string | null;
  readonly overdueSince: string | null;
  readonly repaidFen: number | null;
  readonly receivedFen: number | null;
}

export interface StatementLine {
  readonly id: string;
  readonly debtId: string;
  readonly component: Component;
  readonly fen: number;
  /** What each side says; null where this viewer may not read it. */
  readonly standing: {
    readonly state: LineState;
    readonly borrower: LineSaid | null;
    readonly platform: LineSaid | null;
  } | null;
}

/** One thing a side said about one amount. With `fromFen` the platform corrected the line from that to `fen`. */
export interface LineSaid {
  readonly version: number;
  readonly debtId: string;
  readonly component: Component;
  readonly fen: number;
  readonly fromFen: number | null;
  readonly side: LineSide;
  readonly answer: LineAnswer;
  readonly reason: string | null;
  readonly exhibitId: string | null;
  readonly byName: string;
  readonly at: string;
}

export interface CaseFile extends CaseSummary {
  readonly coMediators: readonly { readonly id: string; readonly name: string }[];
  readonly borrower: {
    readonly name: string;
    readonly idNumberMasked: string;
    readonly phone: string;
    readonly phoneMasked: string;
    readonly email: string | null;
    readonly registeredAddress: string | null;
    readonly residentialAddress: string | null;
  };
  readonly debts: readonly Debt[];
  readonly statement: {
    readonly id: string;
    readonly version: number;
    readonly asOf: string;
    readonly hash: string;
    readonly lines: readonly StatementLine[];
    /** Everything said about the lines, oldest first; null where this viewer may not read it. */
    readonly history: readonly LineSaid[] | null;
    readonly totals: StatementTotals;
  };
  /** The platform's own class of risk: the one all contracts are in, and all there are. Nobody else gets it. */
  readonly risk?: { readonly tier: string | null; readonly tiers: readonly string[] };
  readonly centre: { readonly name: string; readonly phone: string };
  readonly appointment: {
    readonly id: string;
    readonly status: "proposed" | "appointed" | "conflicted";
    readonly mediatorName: string;
    readonly priorCasesWithPlatform: number;
    readonly statement: string | null;
    readonly proposedAt: string;
    readonly declaredAt: string | null;
  } | null;
}

export interface Mediator {
  readonly id: string;
  readonly name: string;
  readonly openCases: number;
  readonly priorCasesWithPlatform: number;
  readonly acceptingCases: boolean;
  readonly declaredConflictWithPlatform?: boolean;
}
